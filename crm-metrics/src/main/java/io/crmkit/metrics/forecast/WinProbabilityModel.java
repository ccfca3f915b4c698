package io.crmkit.metrics.forecast;

/**
 * How probable it is that an open opportunity will be won, ever.
 *
 * <p>The port for a model of one's own; those here are {@link StageAgeModel} (a table), {@link LandmarkModel} (which
 * counts those still open, too), {@link LogisticModel} (with further figures) and {@link LevelledModel} (the order of one
 * model at the level of another).
 */
@FunctionalInterface
public interface WinProbabilityModel {

    /**
     * Estimates the probability of a win.
     *
     * @param opportunity the opportunity as it stands
     * @return the probability, from zero to one, never not-a-number
     */
    double probability(OpenOpportunity opportunity);
}
