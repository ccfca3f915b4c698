package io.crmkit.core.privacy;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A duty to keep a person's data until a day (GDPR Article 17(3)): a statute, a lawsuit. While it is in force the person
 * is not erased.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param person whose data
 * @param reason the statute or whatever else demands it, 1 to 200 characters
 * @param until the first day on which it is no longer in force
 * @param placedAt when it was placed; kept to the microsecond
 */
public record RetentionHold(
        RetentionHoldId id, Revision revision, PersonId person, String reason, LocalDate until, Instant placedAt)
        implements Noun<RetentionHoldId> {

    /**
     * Makes a hold.
     *
     * @throws IllegalArgumentException if the reason breaks its rule
     */
    public RetentionHold {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(person, "person");
        Text.required("reason", reason, 200);
        requireNonNull(until, "until");
        placedAt = requireNonNull(placedAt, "placedAt").truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String naturalKey() {
        return reason;
    }

    @Override
    public RetentionHold withRevision(Revision next) {
        return new RetentionHold(id, next, person, reason, until, placedAt);
    }

    /**
     * Tells whether the hold is in force.
     *
     * @param day the day
     * @return true before {@link #until}
     */
    public boolean isInForce(LocalDate day) {
        return day.isBefore(until);
    }

    /**
     * Returns this hold with another end.
     *
     * @param day the first day on which it is no longer in force
     * @return a copy that differs in its end only
     */
    public RetentionHold withUntil(LocalDate day) {
        return new RetentionHold(id, revision, person, reason, day, placedAt);
    }

    /**
     * Returns this hold for another reason.
     *
     * @param other the reason
     * @return a copy that differs in its reason only
     */
    public RetentionHold withReason(String other) {
        return new RetentionHold(id, revision, person, other, until, placedAt);
    }
}
