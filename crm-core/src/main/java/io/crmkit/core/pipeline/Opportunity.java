package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation that may become a contract.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param label what people call it
 * @param parties who negotiates
 * @param standing where it stands
 * @param dates its days
 * @param amount what it is worth, or null where not known
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Opportunity(
        OpportunityId id,
        Revision revision,
        OpportunityLabel label,
        OpportunityParties parties,
        Standing standing,
        OpportunityDates dates,
        @Nullable Money amount,
        CustomFields custom,
        Set<String> tags)
        implements Noun<OpportunityId> {

    /**
     * Makes an opportunity.
     *
     * @throws IllegalArgumentException if an open opportunity has a closing day
     */
    public Opportunity {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(label, "label");
        requireNonNull(parties, "parties");
        requireNonNull(standing, "standing");
        requireNonNull(dates, "dates");
        requireNonNull(custom, "custom");
        tags = Text.tags("tags", tags);
        if (standing.outcome() == Outcome.OPEN && dates.closedOn() != null) {
            throw new IllegalArgumentException(
                    "closedOn must be empty while the opportunity is open: " + dates.closedOn());
        }
    }

    /**
     * Makes an opportunity without custom fields and tags.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param label what people call it
     * @param parties who negotiates
     * @param standing where it stands
     * @param dates its days
     * @param amount what it is worth, or null where not known
     * @throws IllegalArgumentException if a field breaks its rule
     */
    public Opportunity(
            OpportunityId id,
            Revision revision,
            OpportunityLabel label,
            OpportunityParties parties,
            Standing standing,
            OpportunityDates dates,
            @Nullable Money amount) {
        this(id, revision, label, parties, standing, dates, amount, CustomFields.NONE, Set.of());
    }

    @Override
    public @Nullable String naturalKey() {
        return label.reference();
    }

    @Override
    public Opportunity withRevision(Revision next) {
        return new Opportunity(id, next, label, parties, standing, dates, amount, custom, tags);
    }

    /**
     * Returns the same opportunity with others.
     *
     * @param other who sells it to whom
     * @return a copy that differs in its parties only
     */
    public Opportunity withParties(OpportunityParties other) {
        return new Opportunity(id, revision, label, other, standing, dates, amount, custom, tags);
    }

    /**
     * Returns the same opportunity with other custom fields.
     *
     * @param other the custom fields
     * @return a copy that differs in its custom fields only
     */
    public Opportunity withCustom(CustomFields other) {
        return new Opportunity(id, revision, label, parties, standing, dates, amount, other, tags);
    }

    /**
     * Returns the same opportunity with other tags.
     *
     * @param other the tags
     * @return a copy that differs in its tags only
     */
    public Opportunity withTags(Set<String> other) {
        return new Opportunity(id, revision, label, parties, standing, dates, amount, custom, other);
    }

    /**
     * Returns this opportunity in another stage.
     *
     * @param to the stage moved to
     * @param through the pipeline it moves through
     * @param on the day of the move
     * @return the opportunity, closed that day in a won or lost stage, open in an open one
     */
    public Opportunity movedTo(Stage to, Pipeline through, LocalDate on) {
        Standing moved = standing.movedTo(to, through);
        LocalDate closedOn = moved.outcome() == Outcome.OPEN ? null : on;
        OpportunityDates days = new OpportunityDates(dates.openedOn(), dates.expectedClose(), closedOn);
        return new Opportunity(id, revision, label, parties, moved, days, amount, custom, tags);
    }
}
