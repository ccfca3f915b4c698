package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something a seller did or will do: a call, a meeting, a quote, a contract.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param type what kind of activity
 * @param seller whose it is, and whose credit
 * @param at when it took place, or will; kept to the microsecond
 * @param state what became of it
 * @param subjects what it is about
 * @param reference its number in the system it came from, at most 100 characters, or null
 */
public record Activity(
        ActivityId id,
        Revision revision,
        ActivityType type,
        SellerId seller,
        Instant at,
        ActivityState state,
        ActivitySubjects subjects,
        @Nullable String reference)
        implements Noun<ActivityId> {

    /**
     * Makes an activity.
     *
     * @throws IllegalArgumentException if the reference breaks its rule
     */
    public Activity {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(type, "type");
        requireNonNull(seller, "seller");
        at = requireNonNull(at, "at").truncatedTo(ChronoUnit.MICROS);
        requireNonNull(state, "state");
        requireNonNull(subjects, "subjects");
        Text.optional("reference", reference, 100);
    }

    @Override
    public @Nullable String naturalKey() {
        return reference;
    }

    /** An activity that was held took place when it says; one that is planned did not yet. */
    @Override
    public @Nullable Instant occurredAt() {
        return state == ActivityState.HELD ? at : null;
    }

    @Override
    public Activity withRevision(Revision next) {
        return new Activity(id, next, type, seller, at, state, subjects, reference);
    }

    /**
     * Returns the same activity about others.
     *
     * @param other what it is about
     * @return a copy that differs in its subjects only
     */
    public Activity withSubjects(ActivitySubjects other) {
        return new Activity(id, revision, type, seller, at, state, other, reference);
    }
}
