package io.crmkit.core.timeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.journal.Subject;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One record whose activities and changes belong to a timeline, for a while or for good.
 *
 * @param subject the record
 * @param from the first instant that belongs, kept to the microsecond; null for all that came before
 * @param until the first instant that no longer belongs, kept to the microsecond; null for all that follows
 */
public record Scope(
        Subject subject, @Nullable Instant from, @Nullable Instant until) {

    /**
     * Makes a scope; where {@code until} is not after {@code from}, nothing belongs.
     */
    public Scope {
        requireNonNull(subject, "subject");
        from = from == null ? null : from.truncatedTo(ChronoUnit.MICROS);
        until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Takes a company, for good.
     *
     * @param company the company
     * @return the scope
     */
    public static Scope of(CompanyId company) {
        return new Scope(new Subject("company", company.value()), null, null);
    }

    /**
     * Takes a person, for good.
     *
     * @param person the person
     * @return the scope
     */
    public static Scope of(PersonId person) {
        return new Scope(new Subject("person", person.value()), null, null);
    }

    /**
     * Takes an opportunity, for good.
     *
     * @param opportunity the opportunity
     * @return the scope
     */
    public static Scope of(OpportunityId opportunity) {
        return new Scope(new Subject("opportunity", opportunity.value()), null, null);
    }

    /**
     * Takes the same record for another while.
     *
     * @param first the first instant that belongs, or null
     * @param end the first instant that no longer belongs, or null
     * @return the scope
     */
    public Scope during(@Nullable Instant first, @Nullable Instant end) {
        return new Scope(subject, first, end);
    }

    /**
     * Tells whether an instant belongs.
     *
     * @param at the instant
     * @return true from the first instant on, and before the end
     */
    public boolean includes(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }
}
