package io.crmkit.metrics.distribution;

/* A distribution function that is smooth in the value, with its derivative. */
interface SmoothCurve {

    /* Not clamped: may leave zero to one by the error of the method. */
    double cdf(double value);

    double density(double value);
}
