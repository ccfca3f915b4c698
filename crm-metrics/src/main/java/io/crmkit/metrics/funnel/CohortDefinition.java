package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How units are followed from step to step: by which lineage, from which of several arrivals, and for how long.
 *
 * <p>Worked example: an opportunity had a call on day 0, a meeting on day 10, was sent back to a call on day 20 and had
 * a meeting on day 50. From call to meeting it counts 1 of 1 by its first entry, 1 of 1 by its last, 2 of 2 by every
 * entry; within 14 days, 1 of 1, 0 of 1 and 1 of 2.
 *
 * @param lineage one of {@link Definition#COHORT_STRICT}, {@link Definition#COHORT_ANY}, {@link
 *     Definition#COHORT_IMPUTED}
 * @param counting which arrivals count
 * @param window how long after an arrival the next step may come, its end included; empty for ever
 */
public record CohortDefinition(Definition lineage, Counting counting, Optional<Duration> window) {

    /**
     * Checks lineage and window.
     *
     * @throws IllegalArgumentException where the definition is not by lineage, or the window is not positive
     */
    public CohortDefinition {
        requireNonNull(counting, "counting");
        if (!lineage.isByLineage()) {
            throw new IllegalArgumentException("lineage must be strict, any or imputed: lineage = " + lineage);
        }
        if (window.isPresent() && (window.get().isNegative() || window.get().isZero())) {
            throw new IllegalArgumentException("window must be positive: window = " + window.get());
        }
    }

    /**
     * Obtains {@link Definition#COHORT_STRICT} by first entry, without a window.
     *
     * @return the definition
     */
    public static CohortDefinition strict() {
        return new CohortDefinition(Definition.COHORT_STRICT, Counting.FIRST_ENTRY, Optional.empty());
    }

    /**
     * Obtains {@link Definition#COHORT_ANY} by first entry, without a window.
     *
     * @return the definition
     */
    public static CohortDefinition any() {
        return new CohortDefinition(Definition.COHORT_ANY, Counting.FIRST_ENTRY, Optional.empty());
    }

    /**
     * Obtains {@link Definition#COHORT_IMPUTED} by first entry, without a window.
     *
     * @return the definition
     */
    public static CohortDefinition imputed() {
        return new CohortDefinition(Definition.COHORT_IMPUTED, Counting.FIRST_ENTRY, Optional.empty());
    }

    /**
     * Changes which arrivals count.
     *
     * @param arrivals first, last or every entry
     * @return the changed definition
     */
    public CohortDefinition counting(Counting arrivals) {
        return new CohortDefinition(lineage, arrivals, window);
    }

    /**
     * Changes how long the next step may take.
     *
     * @param days the window in days of 24 hours, at least one
     * @return the changed definition
     * @throws IllegalArgumentException where there is no day
     */
    public CohortDefinition within(int days) {
        return new CohortDefinition(lineage, counting, Optional.of(Duration.ofDays(days)));
    }
}
