package io.crmkit.metrics;

/**
 * The formula behind an {@link Interval}.
 *
 * <p>The first four are intervals of one proportion, {@code x} successes in {@code n} trials; below, {@code z} is the
 * upper {@code (1 - level) / 2} point of the normal distribution. The others say what they are an interval of.
 *
 * <p>Which one: Wilson, unless there is a reason. Clopper-Pearson where "at least the level" is a promise and width is
 * no concern. Source of that advice: Brown, L. D., Cai, T. T. and DasGupta, A. (2001), Statistical Science 16, 101–133.
 */
public enum IntervalMethod {

    /**
     * The score interval: all rates that a normal test at this level would not reject.
     *
     * <p>Always inside zero to one; the lower end is exactly zero at no success, the upper end exactly one at no
     * failure. Source: Wilson, E. B. (1927), JASA 22, 209–212.
     */
    WILSON,

    /**
     * The exact interval: its coverage is never below the level, and for small counts well above it.
     *
     * <p>The lower end is exactly zero at no success, the upper end exactly one at no failure. Source: Clopper, C. J.
     * and Pearson, E. S. (1934), Biometrika 26, 404–413.
     */
    CLOPPER_PEARSON,

    /**
     * The equal-tailed Bayesian interval under the prior Beta(1/2, 1/2), with the edge rule of Brown, Cai and DasGupta.
     *
     * <p>Edge rule: the lower end is zero at no success and the upper end is one at no failure; the other end stays
     * the quantile. Below a level of about one half the interval may miss the observed rate, since it is centred on the
     * posterior median. Source: Brown, Cai and DasGupta (2001).
     */
    JEFFREYS,

    /**
     * The Wald interval around the rate of {@code x + z²/2} successes in {@code n + z²} trials, clipped to zero to one.
     *
     * <p>The unclipped formula leaves that range near the edges; this library cuts it off there, as a share below zero
     * or above one says nothing. Source: Agresti, A. and Coull, B. A. (1998), The American Statistician 52, 119–126.
     */
    AGRESTI_COULL,

    /**
     * The conditional interval of the ratio {@code R} of two Poisson counts {@code x} and {@code y}.
     *
     * <p>Given the sum, {@code x} is binomial in {@code x + y} trials with {@code p = R / (1 + R)}; the ends are those
     * of the Clopper-Pearson interval of {@code p}, carried back by {@code R = p / (1 - p)}. It ranges from zero
     * upwards and is no interval of a {@link Proportion}, which refuses it. Source: Przyborowski, J. and Wilenski, H.
     * (1940), Biometrika 31, 313–323.
     */
    TWO_POISSON,

    /**
     * The interval of a Kaplan-Meier curve on its own scale: {@code S ± z · se}, clipped to zero to one.
     *
     * <p>At no event it is the single point one, which claims too much. Source: Greenwood, M. (1926), The natural
     * duration of cancer, Reports on Public Health and Medical Subjects 33, for {@code se}.
     */
    GREENWOOD_PLAIN,

    /**
     * The interval of a Kaplan-Meier curve on the scale of its logarithm: {@code S · exp(± z · se / S)}, cut off at one.
     *
     * <p>The default of R's survival package. At no event it is the single point one, which claims too much. Source:
     * Kalbfleisch, J. D. and Prentice, R. L. (1980), The Statistical Analysis of Failure Time Data, section 1.3.
     */
    GREENWOOD_LOG,

    /**
     * The interval of a Kaplan-Meier curve on the scale of {@code log(-log S)}: {@code S} to the power of
     * {@code exp(± z · se / (S · log S))}.
     *
     * <p>Always inside zero to one without clipping, and the one to prefer for few units; there is none at no event.
     * Source: Kalbfleisch and Prentice (1980), section 1.3.
     */
    GREENWOOD_LOG_LOG,

    /**
     * The interval of a cumulative incidence {@code F} on the scale of {@code log(-log F)}: {@code F} to the power of
     * {@code exp(± z · se / (F · log F))}.
     *
     * <p>Always inside zero to one; there is none at a share of zero or one. Source: Choudhury, J. B. (2002),
     * Non-parametric confidence interval estimation for competing risks analysis, Statistics in Medicine 21, 1129–1144.
     */
    INCIDENCE_LOG_LOG,

    /**
     * The interval of the difference of two proportions, made from the Wilson interval of each.
     *
     * <p>Source: Newcombe, R. G. (1998), Statistics in Medicine 17, 873–890, method 10.
     */
    NEWCOMBE;

    boolean isForOneProportion() {
        return switch (this) {
            case WILSON, CLOPPER_PEARSON, JEFFREYS, AGRESTI_COULL -> true;
            case TWO_POISSON, GREENWOOD_PLAIN, GREENWOOD_LOG, GREENWOOD_LOG_LOG, INCIDENCE_LOG_LOG, NEWCOMBE -> false;
        };
    }
}
