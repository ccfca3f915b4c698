package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may become a customer, before it is known who they are: a business card, a form sent in, a name on a list.
 *
 * <p>What it is not: a person or company sold to. Those a lead becomes once it is converted.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name whom it is about
 * @param contactPoints where it can be reached: at most 50, first the one to try first
 * @param progress how far it has come
 * @param source where it came from, 1 to 100 characters, or null
 * @param note what else is known, 1 to 4,000 characters, line breaks included, or null
 * @param links what it was converted into; none unless its status is converted
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Lead(
        LeadId id,
        Revision revision,
        LeadName name,
        List<ContactPoint> contactPoints,
        LeadProgress progress,
        @Nullable String source,
        @Nullable String note,
        LeadLinks links,
        CustomFields custom,
        Set<String> tags)
        implements Noun<LeadId>, Extensible<Lead> {

    /** The greatest length of a note. */
    public static final int LONGEST_NOTE = 4_000;

    /**
     * Makes a lead.
     *
     * @throws IllegalArgumentException if a text breaks its rule, or a lead that was not converted has links
     */
    public Lead {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(name, "name");
        requireNonNull(progress, "progress");
        requireNonNull(custom, "custom");
        tags = Text.tags("tags", tags);
        contactPoints = Contacts.checked(contactPoints);
        Text.optional("source", source, 100);
        Text.optional("note", note == null ? null : note.replaceAll("[\\n\\r\\t]", " "), LONGEST_NOTE);
        if (!requireNonNull(links, "links").equals(LeadLinks.NONE) && progress.status() != LeadStatus.CONVERTED) {
            throw new IllegalArgumentException("links must be none unless the lead is CONVERTED: status = "
                    + progress.status() + ", links = " + links);
        }
    }

    /**
     * Returns the e-mail address to write to.
     *
     * @return the first that may be used, else the first; null where there is none
     */
    public @Nullable EmailAddress email() {
        return Contacts.email(contactPoints);
    }

    /**
     * Returns the telephone number to call.
     *
     * @return the first that may be used, else the first; null where there is none
     */
    public @Nullable PhoneNumber phone() {
        return Contacts.phone(contactPoints);
    }

    @Override
    public @Nullable String naturalKey() {
        return name.person() == null ? name.company() : name.person();
    }

    @Override
    public Lead withRevision(Revision next) {
        return new Lead(id, next, name, contactPoints, progress, source, note, links, custom, tags);
    }

    @Override
    public Lead withCustom(CustomFields other) {
        return new Lead(id, revision, name, contactPoints, progress, source, note, links, other, tags);
    }

    @Override
    public Lead withTags(Set<String> other) {
        return new Lead(id, revision, name, contactPoints, progress, source, note, links, custom, other);
    }

    /**
     * Returns the same lead converted into other records; whether it may become so, {@link #converted} checks.
     *
     * @param other what it was converted into
     * @return a copy that differs in its links only
     * @throws IllegalArgumentException if the lead was not converted
     */
    public Lead withLinks(LeadLinks other) {
        return new Lead(id, revision, name, contactPoints, progress, source, note, other, custom, tags);
    }

    /**
     * Gives the lead to a seller.
     *
     * @param owner the seller
     * @return the lead, assigned
     * @throws LeadStatusException if the lead is converted or dead
     */
    public Lead assigned(SellerId owner) {
        requireNonNull(owner, "owner");
        return become(new LeadProgress(LeadStatus.ASSIGNED, owner, progress.reason(), progress.tryAgainOn()));
    }

    /**
     * Says that its owner has begun to talk to them.
     *
     * @return the lead, in process
     * @throws LeadStatusException if it has no owner, is in process already, converted or dead
     */
    public Lead started() {
        Lead started = become(
                new LeadProgress(LeadStatus.IN_PROCESS, progress.owner(), progress.reason(), progress.tryAgainOn()));
        if (progress.owner() == null) {
            throw LeadStatusException.withoutOwner(this);
        }
        return started;
    }

    /**
     * Gives the lead back, to be tried again.
     *
     * @param reason why, 1 to 500 characters
     * @param tryAgainOn when to try again, or null where that is left open
     * @return the lead, recycled; it keeps its owner
     * @throws LeadStatusException if the lead is converted or dead
     * @throws IllegalArgumentException if the reason breaks its rule
     */
    public Lead recycled(String reason, @Nullable LocalDate tryAgainOn) {
        requireNonNull(reason, "reason");
        return become(new LeadProgress(LeadStatus.RECYCLED, progress.owner(), reason, tryAgainOn));
    }

    /**
     * Closes the lead for good.
     *
     * @param reason why, 1 to 500 characters
     * @return the lead, dead
     * @throws LeadStatusException if the lead is converted or dead
     * @throws IllegalArgumentException if the reason breaks its rule
     */
    public Lead dead(String reason) {
        requireNonNull(reason, "reason");
        return become(new LeadProgress(LeadStatus.DEAD, progress.owner(), reason, progress.tryAgainOn()));
    }

    /**
     * Says what the lead has become.
     *
     * @param into the records it was converted into
     * @return the lead, converted
     * @throws LeadStatusException if the lead is recycled, converted or dead
     */
    public Lead converted(LeadLinks into) {
        return become(new LeadProgress(
                        LeadStatus.CONVERTED, progress.owner(), progress.reason(), progress.tryAgainOn()))
                .withLinks(into);
    }

    private Lead become(LeadProgress next) {
        if (!progress.status().next().contains(next.status())) {
            throw LeadStatusException.cannotBecome(next.status(), this);
        }
        return new Lead(id, revision, name, contactPoints, next, source, note, links, custom, tags);
    }
}
