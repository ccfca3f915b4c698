package io.crmkit.metrics.team;

/**
 * How far chance alone carries the rate of a seller who is just like the team.
 *
 * <p>Definition: the interpolated quantiles of the binomial distribution at the team's rate, divided by the trials; see
 * {@link ControlChart#limitsAt(long, double)}.
 *
 * <ul>
 *   <li>Shape: two rates and the level.
 *   <li>Unit: ratio, not percent.
 *   <li>Range: zero to one; what interpolation puts below zero is clipped to zero.
 *   <li>Nothing to divide by: zero and one, which exclude nothing.
 *   <li>Errors: rates out of order or out of range, or a level outside zero to one, are an {@link
 *       IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: Spiegelhalter, D. J. (2005), Statistics in Medicine 24, 1185–1202, appendix.
 *
 * @param lower the lower limit
 * @param upper the upper limit, not below {@code lower}
 * @param level the share of chance results meant to lie between them, strictly between zero and one
 */
public record Limits(double lower, double upper, double level) {

    /**
     * Checks order and range.
     *
     * @throws IllegalArgumentException where {@code 0 <= lower <= upper <= 1} does not hold or the level is out of range
     */
    public Limits {
        requireLevel(level);
        if (!(lower >= 0 && lower <= upper && upper <= 1)) {
            throw new IllegalArgumentException(
                    "limits must be in order between 0 and 1: lower = " + lower + ", upper = " + upper);
        }
    }

    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be strictly between 0 and 1: level = " + level);
        }
    }
}
