package io.crmkit.metrics.fact;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One thing a seller did, as the host knows it.
 *
 * @param seller the key of whoever did it
 * @param step the step, or type, of the activity
 * @param at when it was done; counted by the second, fractions of which are dropped
 * @param outcome what came of it
 * @param subject the key of what it was done for: an opportunity, a contact
 */
public record Activity(String seller, String step, Instant at, String outcome, String subject) {

    /** Checks that nothing is missing. */
    public Activity {
        requireNonNull(seller, "seller");
        requireNonNull(step, "step");
        requireNonNull(at, "at");
        requireNonNull(outcome, "outcome");
        requireNonNull(subject, "subject");
    }
}
