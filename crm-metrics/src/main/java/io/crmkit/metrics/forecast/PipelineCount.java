package io.crmkit.metrics.forecast;

import io.crmkit.metrics.distribution.CountDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many open opportunities will be won, as a whole distribution.
 *
 * <p>Definition: given what all have in common, a shift of every logit by {@code deviation · z} with normal {@code z},
 * the wins are Poisson-binomial; the answer is the mixture over 64 equal slices of {@code z}.
 *
 * <p>Opportunities are not independent: where a season, a price or a rival touches all of them, the count of many
 * misses by far more than the count of coin flips would. {@link Dispersion} learns it from past forecasts.
 *
 * <p>Source: a one-factor model by exact conditioning.
 */
public final class PipelineCount {

    private static final int SLICES = 64;
    private static final double[] SHIFTS = shifts();

    private PipelineCount() {}

    /* The middles of equal slices of the normal distribution, stretched to a deviation of exactly one. */
    private static double[] shifts() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] shifts = new double[SLICES];
        double squares = 0;
        for (int i = 0; i < SLICES; i++) {
            shifts[i] = normal.inverseCumulativeProbability((i + 0.5) / SLICES);
            squares += shifts[i] * shifts[i];
        }
        double stretch = Math.sqrt(SLICES / squares);
        for (int i = 0; i < SLICES; i++) {
            shifts[i] *= stretch;
        }
        return shifts;
    }

    /**
     * Forecasts the wins among open opportunities.
     *
     * @param model how probable each win is
     * @param open the opportunities; none is no win, for certain
     * @param dispersion what they have in common
     * @return the distribution
     */
    public static CountDistribution wins(
            WinProbabilityModel model, Collection<OpenOpportunity> open, Dispersion dispersion) {
        return wins(open.stream().mapToDouble(model::probability).toArray(), dispersion);
    }

    /**
     * Forecasts the wins among opportunities of given probabilities.
     *
     * @param probabilities of a win, one per opportunity
     * @param dispersion what they have in common
     * @return the distribution
     * @throws IllegalArgumentException where a probability is outside zero to one
     */
    public static CountDistribution wins(double[] probabilities, Dispersion dispersion) {
        if (dispersion.deviation() == 0) {
            return CountDistribution.poissonBinomial(probabilities);
        }
        double[] weights = new double[SLICES];
        Arrays.fill(weights, 1);
        List<CountDistribution> parts = new ArrayList<>();
        for (double z : SHIFTS) {
            parts.add(CountDistribution.poissonBinomial(Arrays.stream(probabilities)
                    .map(probability -> LevelledModel.shifted(probability, z * dispersion.deviation()))
                    .toArray()));
        }
        return CountDistribution.mixture(weights, parts);
    }

    /**
     * Writes down a forecast for later, when it is known what came of it.
     *
     * @param model how probable each win was
     * @param open the opportunities as they stood
     * @param won how many of them have been won
     * @return the past forecast
     */
    public static Dispersion.PastForecast past(WinProbabilityModel model, Collection<OpenOpportunity> open, long won) {
        double[] probabilities = open.stream().mapToDouble(model::probability).toArray();
        return new Dispersion.PastForecast(
                Arrays.stream(probabilities).sum(),
                Arrays.stream(probabilities).map(p -> p * (1 - p)).sum(),
                won);
    }
}
