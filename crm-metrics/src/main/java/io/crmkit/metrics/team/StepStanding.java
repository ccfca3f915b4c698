package io.crmkit.metrics.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.Proportion;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One step of the way to a contract beside its benchmark.
 *
 * @param step the name of the step
 * @param counts how many of how many passed it
 * @param benchmark what its rate is held against, or empty where there is nothing
 * @param medianDays how long those who pass take, where known
 */
public record StepStanding(
        String step, Proportion counts, Optional<StepBenchmark> benchmark, OptionalDouble medianDays) {

    /**
     * Checks the days.
     *
     * @throws IllegalArgumentException where they are negative or not finite
     */
    public StepStanding {
        requireNonNull(step, "step");
        requireNonNull(counts, "counts");
        requireNonNull(benchmark, "benchmark");
        if (medianDays.isPresent() && !(medianDays.getAsDouble() >= 0 && medianDays.getAsDouble() < 1e9)) {
            throw new IllegalArgumentException("medianDays must be finite and not negative: step = " + step
                    + ", medianDays = " + medianDays.getAsDouble());
        }
    }

    /**
     * Obtains a step whose time is not known.
     *
     * @param step the name of the step
     * @param counts how many of how many passed it
     * @param benchmark what its rate is held against
     * @return the step
     */
    public static StepStanding of(String step, Proportion counts, StepBenchmark benchmark) {
        return new StepStanding(step, counts, Optional.of(benchmark), OptionalDouble.empty());
    }

    /**
     * Estimates the rate of the step from its counts, with Jeffreys' prior of half a unit on either side.
     *
     * @return the rate, strictly between zero and one
     */
    public double rate() {
        return Posteriors.of(counts).getMean();
    }

    /**
     * Computes how sure one may be that the step is below its benchmark.
     *
     * @return the posterior probability, or empty without benchmark
     */
    public OptionalDouble probabilityBelow() {
        if (benchmark.isEmpty()) {
            return OptionalDouble.empty();
        }
        double probability = benchmark.get() instanceof StepBenchmark.PreviousPeriod previous
                ? BetaOrder.probabilityBelow(Posteriors.of(counts), Posteriors.of(previous.counts()))
                : Posteriors.of(counts).cumulativeProbability(benchmark.get().target());
        return OptionalDouble.of(probability);
    }

    /**
     * Computes by which share contracts would grow if this step alone came up to its benchmark.
     *
     * <p>Definition: {@code target / rate - 1}, as in a chain of steps each one multiplies; zero where it is not below.
     *
     * @return the growth as a ratio, or empty without benchmark
     */
    public OptionalDouble lift() {
        return benchmark.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, benchmark.get().target() / rate() - 1));
    }

    /**
     * Explains the standing.
     *
     * @return counts, rate, target, probability, lift and days
     */
    public Explanation explain() {
        Explanation counted = Explanation.of(step + " beside its benchmark")
                .with("successes", counts.successes())
                .with("trials", counts.trials())
                .with("rate", rate());
        return benchmark
                .map(held -> counted.with("target", held.target()))
                .orElse(counted)
                .with("probability of being below", probabilityBelow())
                .with("lift", lift())
                .with("median days", medianDays);
    }
}
