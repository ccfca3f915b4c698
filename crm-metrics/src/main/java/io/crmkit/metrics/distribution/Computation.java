package io.crmkit.metrics.distribution;

/** The ways in which a distribution is computed. */
public enum Computation {
    /** Ratios of neighbouring probabilities, multiplied up from the most probable value and divided by their sum. */
    TERM_RATIOS,

    /** One unit or part after another is added to an exact table of probabilities. */
    DYNAMIC_PROGRAMMING,

    /** Tables of parts are convolved pairwise, term by term, all terms positive. */
    CONVOLUTION,

    /** The characteristic function is inverted by a Fourier series on one period. */
    FOURIER_INVERSION,

    /** An expansion around the normal distribution by the first four cumulants. */
    CUMULANT_EXPANSION
}
