package io.crmkit.metrics.funnel;

/*
 * The running estimate of one outcome's share: the share, and the covariances of what is open (s) with it (f).
 *
 * A step with n at risk, of whom h leave and hk by this outcome, maps (s, f) to (s (1 - h), f + s hk);
 * the covariances follow that map, and the counts of the step add the noise of a multinomial draw.
 * No step is divided by what is left, so that a step at which all leave is no special case. As long as
 * there is no other outcome the share is what is not open, exactly, and so is its error.
 */
final class IncidenceSum {

    private double open = 1;
    private double share;
    private double openVariance;
    private double covariance;
    private double variance;
    private boolean hasRival;

    void add(long atRisk, long own, long other) {
        hasRival |= other > 0;
        double leave = (double) (own + other) / atRisk;
        double hazard = (double) own / atRisk;
        double noise = open * open / atRisk;
        variance += openVariance * hazard * hazard + 2 * hazard * covariance + noise * hazard * (1 - hazard);
        covariance = (1 - leave) * (openVariance * hazard + covariance) - noise * hazard * (1 - leave);
        openVariance = (1 - leave) * (1 - leave) * openVariance + noise * leave * (1 - leave);
        double before = open;
        open *= (double) (atRisk - own - other) / atRisk;
        share = hasRival ? share + before * hazard : 1 - open;
    }

    double share() {
        return Math.min(1, share);
    }

    double error() {
        return Math.sqrt(Math.max(0, hasRival ? variance : openVariance));
    }
}
