package io.crmkit.metrics.team;

/**
 * What {@link MentorMatching} is to assume.
 *
 * @param capacity how many mentees a mentor can take, at least one
 * @param gapClosed the share of the gap to the mentor that help closes: one half for half way, greater than zero, at
 *     most one
 * @param worth what one more success of the step is worth: one to count successes, the chance of a contract from there
 *     to count contracts, that chance times the mean value of a contract to count money; greater than zero
 */
public record MentorOptions(int capacity, double gapClosed, double worth) {

    /** One mentee each, half of the gap, counted in successes of the step. */
    public static final MentorOptions USUAL = new MentorOptions(1, 0.5, 1);

    /**
     * Checks the three figures.
     *
     * @throws IllegalArgumentException where one is out of range
     */
    public MentorOptions {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1: capacity = " + capacity);
        }
        if (!(gapClosed > 0 && gapClosed <= 1)) {
            throw new IllegalArgumentException(
                    "gapClosed must be greater than 0 and at most 1: gapClosed = " + gapClosed);
        }
        if (!(worth > 0 && worth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("worth must be positive and finite: worth = " + worth);
        }
    }
}
