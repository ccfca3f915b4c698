package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.DuplicatePolicy;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.LeadLinks;
import io.crmkit.core.party.LeadProgress;
import io.crmkit.core.party.LeadStatus;
import io.crmkit.core.port.PhoneNormalizer;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Revision;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Those who may become customers, before it is known who they are.
 *
 * <p>Every command but {@link #add} is given the revision the caller has seen, and refused with
 * {@link StaleRevisionException} when somebody else changed the lead since.
 */
public final class Leads extends ExtensibleRecords<Lead, LeadId> {

    private final DuplicatePolicy policy;
    private final PhoneNormalizer phones;

    /**
     * Serves one call.
     *
     * @param call the call
     * @param policy by which a lead is matched with people and companies
     * @param phones tells telephone numbers written differently for the same
     */
    public Leads(Call call, DuplicatePolicy policy, PhoneNormalizer phones) {
        super(call, call.stores().leads());
        this.policy = requireNonNull(policy, "policy");
        this.phones = requireNonNull(phones, "phones");
    }

    /**
     * Adds a lead: new, or assigned where an owner is given.
     *
     * @param command what is known of it
     * @return the lead as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the owner does not exist
     */
    public Lead add(AddLead command) {
        AddLead add = call().commands().check(command);
        LeadId id = new LeadId(call().ids().next());
        return added(lead(id, Revision.NONE, add.details(), progress(add.owner()), LeadLinks.NONE));
    }

    private LeadProgress progress(@Nullable SellerId owner) {
        return owner == null ? LeadProgress.NEW : new LeadProgress(LeadStatus.ASSIGNED, existing(owner), null, null);
    }

    private static Lead lead(
            LeadId id, Revision revision, LeadDetails details, LeadProgress progress, LeadLinks links) {
        return new Lead(
                id,
                revision,
                details.name(),
                details.contactPoints(),
                progress,
                details.source(),
                details.note(),
                links,
                details.custom(),
                details.tags());
    }

    /**
     * Changes what is known of a lead, wherever it stands; its progress stays.
     *
     * @param id the lead
     * @param command all that is known of it now
     * @param from the revision the caller has seen
     * @return the lead as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the lead does not exist
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Lead change(LeadId id, LeadDetails command, Revision from) {
        LeadDetails details = call().commands().check(command);
        return changed(id, from, lead -> lead(id, lead.revision(), details, lead.progress(), lead.links()));
    }

    /**
     * Gives a lead to a seller.
     *
     * @param id the lead
     * @param owner the seller
     * @param from the revision the caller has seen
     * @return the lead as stored
     * @throws NotFoundException if the lead or the seller does not exist
     * @throws io.crmkit.core.party.LeadStatusException if it is converted or dead
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Lead assign(LeadId id, SellerId owner, Revision from) {
        return changed(id, from, lead -> lead.assigned(existing(owner)));
    }

    /**
     * Says that its owner has begun to talk to a lead.
     *
     * @param id the lead
     * @param from the revision the caller has seen
     * @return the lead as stored
     * @throws NotFoundException if the lead does not exist
     * @throws io.crmkit.core.party.LeadStatusException if it has no owner, is in process already, converted or dead
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Lead start(LeadId id, Revision from) {
        return changed(id, from, Lead::started);
    }

    /**
     * Gives a lead back, to be tried again.
     *
     * @param id the lead
     * @param command why, and when to try again
     * @param from the revision the caller has seen
     * @return the lead as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule, or the day to try again is not after
     *     today
     * @throws NotFoundException if the lead does not exist
     * @throws io.crmkit.core.party.LeadStatusException if it is converted or dead
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Lead recycle(LeadId id, RecycleLead command, Revision from) {
        RecycleLead recycle = call().commands().check(command);
        LocalDate again = recycle.tryAgainOn();
        LocalDate today = LocalDate.now(call().clock());
        if (again != null && !again.isAfter(today)) {
            throw call().commands().refused("RecycleLead", "tryAgainOn", again, Rule.of("crmkit.afterToday"));
        }
        return changed(id, from, lead -> lead.recycled(recycle.reason(), again));
    }

    /**
     * Closes a lead of which nothing will come, for good.
     *
     * @param id the lead
     * @param command why
     * @param from the revision the caller has seen
     * @return the lead as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the lead does not exist
     * @throws io.crmkit.core.party.LeadStatusException if it is converted or dead
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Lead close(LeadId id, CloseLead command, Revision from) {
        CloseLead close = call().commands().check(command);
        return changed(id, from, lead -> lead.dead(close.reason()));
    }

    /**
     * Tells what {@link #convert} would do, and does nothing.
     *
     * @param command what to convert, and into what
     * @return the recorded people and companies it is likely about, and what would be made; of a lead that is converted,
     *     what it was converted into
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the lead, the company, the person or the pipeline does not exist
     * @throws io.crmkit.core.party.LeadStatusException if the lead is recycled or dead
     */
    public LeadConversionPlan plan(ConvertLead command) {
        return conversion(call(), call().commands().check(command)).plan();
    }

    /**
     * Converts a lead: into the company and person given, else the likeliest recorded, else new ones, and opens an
     * opportunity with them where one is wished for.
     *
     * <p>The lead stays, linked to what it has become; they lead back to it by {@code LeadFields.PERSON},
     * {@code COMPANY} and {@code OPPORTUNITY}. A person or
     * company that is made takes the lead's contact points, owner and source, as a prospect. Records that were there before
     * are not changed. Activities are about people,
     * companies and opportunities, never about leads, so that there are none to move.
     *
     * <p>A lead is converted once, however often this is called and by however many at a time: every call answers the same
     * lead, and what a later command wishes for is not looked at.
     *
     * @param command what to convert, and into what
     * @return the lead as stored, converted
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the lead, the company, the person or the pipeline does not exist
     * @throws io.crmkit.core.party.LeadStatusException if the lead is recycled or dead
     */
    public Lead convert(ConvertLead command) {
        ConvertLead convert = call().commands().check(command);
        return Recording.write(
                call().stores(),
                call().actor(),
                call().clock(),
                recording ->
                        conversion(call().over(recording.stores()), convert).run());
    }

    private LeadConversion conversion(Call over, ConvertLead command) {
        return new LeadConversion(over, new Duplicates(over, policy, phones), command);
    }

    private Lead changed(LeadId id, Revision from, UnaryOperator<Lead> change) {
        Lead stored = required(id);
        if (!stored.revision().equals(requireNonNull(from, "from"))) {
            throw new StaleRevisionException(id, from, stored.revision());
        }
        return changed(stored, change.apply(stored));
    }

    private SellerId existing(SellerId owner) {
        requireNonNull(owner, "owner");
        return call().stores()
                .sellers()
                .find(call().tenant(), owner)
                .orElseThrow(() -> new NotFoundException(owner))
                .id();
    }
}
