package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.ErasureRefusedException;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.privacy.RetentionHoldId;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Revision;
import java.time.LocalDate;
import java.util.List;

/**
 * What people may demand about their data.
 *
 * <p>What it is not: legal advice; whether a demand is to be met, and what else is to be done about it, is the host's to
 * decide. It reaches what this library keeps. It reaches no backups, no copies that were handed out, no files beside the
 * records and no replica before that has synchronised, and no names that people wrote into other records: those it lists
 * ({@link ErasureReach#mentions}).
 */
public final class Privacy {

    private final Call call;
    private final RetentionHolds holds;

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Privacy(Call call) {
        this.call = requireNonNull(call, "call");
        this.holds = new RetentionHolds(call);
    }

    /**
     * Gathers all that is held about a person (GDPR Article 15, access; Article 20, portability).
     *
     * @param person the person
     * @return everything, as records and as JSON
     * @throws NotFoundException if the person does not exist
     */
    public PersonExport export(PersonId person) {
        return Dossier.of(call, person).export();
    }

    /**
     * Says what {@link #erase} would reach now; changes nothing.
     *
     * @param person the person
     * @return the reach, with the duties to keep that are in force
     * @throws NotFoundException if the person does not exist
     */
    public ErasureReach reach(PersonId person) {
        return new PersonErasure(call, Dossier.of(call, person)).reach();
    }

    /**
     * Erases a person (GDPR Article 17), whole or not at all, in the host's transaction.
     *
     * <p>Definition: of the person's record and of those merged into it, the name becomes {@code (erased)}; contact points,
     * custom fields and tags are removed. So they are of the leads that became the person, with their notes and reasons;
     * what merges have changed, what shows consents, and the reasons of duties that are over go as well. The journal
     * keeps that these fields changed, when and by whom, and not what they were; its chain holds. Each address leaves a
     * suppression. Records, dates, states and amounts stay, and with them every count and sum. What was erased once is
     * erased again where something was added since, and else left as it is.
     *
     * @param person the person
     * @return what was reached
     * @throws NotFoundException if the person does not exist
     * @throws ErasureRefusedException if duties to keep the data are in force
     */
    public ErasureReach erase(PersonId person) {
        return PersonErasure.erase(call, requireNonNull(person, "person"));
    }

    /**
     * Places a duty to keep a person's data (GDPR Article 17(3)).
     *
     * @param command the duty
     * @return the hold as stored
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the person does not exist
     */
    public RetentionHold hold(PlaceHold command) {
        PlaceHold place = call.commands().check(command);
        if (!place.until().isAfter(today())) {
            throw call.commands().refused("PlaceHold", "until", place.until(), Rule.of("crmkit.afterToday"));
        }
        if (call.stores().people().find(call.tenant(), place.person()).isEmpty()) {
            throw new NotFoundException(place.person());
        }
        return holds.added(new RetentionHold(
                new RetentionHoldId(call.ids().next()),
                Revision.NONE,
                place.person(),
                place.reason(),
                place.until(),
                call.clock().instant()));
    }

    /**
     * Ends a duty to keep today; one that is over stays as it is.
     *
     * @param id the hold
     * @return the hold as stored
     * @throws NotFoundException if it does not exist
     */
    public RetentionHold release(RetentionHoldId id) {
        RetentionHold stored = holds.required(id);
        return stored.isInForce(today()) ? holds.changed(stored, stored.withUntil(today())) : stored;
    }

    /**
     * Lists the duties to keep a person's data, those that are over included.
     *
     * @param person the person
     * @return the holds, by ascending identity
     */
    public List<RetentionHold> holds(PersonId person) {
        return holds.of(person);
    }

    private LocalDate today() {
        return LocalDate.now(call.clock());
    }
}
