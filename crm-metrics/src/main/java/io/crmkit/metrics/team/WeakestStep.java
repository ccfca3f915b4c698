package io.crmkit.metrics.team;

import io.crmkit.metrics.Explanation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The step of the way to a contract whose improvement to its benchmark gains most.
 *
 * <p>Definition: of the steps whose posterior probability of being below their benchmark is at least
 * {@value #CERTAINTY}, the one with the greatest {@link StepStanding#lift()}. In a chain of steps the contracts are the
 * product of the rates, so a lift of one tenth at any step is one tenth more contracts; the lowest rate is not the
 * weakest step.
 *
 * <ul>
 *   <li>Shape: all steps as given, and the one that gains most, or the reason why there is none.
 *   <li>Unit: extra contracts in a period as long as the counted one; value in the unit of the given value.
 *   <li>Range: gains from zero.
 *   <li>Nothing to divide by: a step without trials has the rate one half, as nothing is known, and is never certain to
 *       be below; without any benchmark the answer is {@link Reason#INDETERMINATE}.
 *   <li>Errors: no steps, a negative number of contracts or a negative value are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Worked example: 534 calls, 267 meetings, 67 quotes and 17 contracts. From meeting to quote is 25 %, the lowest of
 * the three with the last. Where last quarter's rates were 62 %, 25 % and 26 %, calls are the weak step: back at 62 %
 * they would bring a quarter more contracts.
 *
 * <p>What it is not: a statement on cause, or on what it costs to improve the step.
 *
 * <p>Source: the chain rule of a product; the threshold is a choice made here.
 *
 * @param steps the steps in order
 * @param weakest the one that gains most, where there is one
 * @param reason why there is none, where there is none
 * @param contracts how many contracts the period brought
 * @param value their value, where known
 */
public record WeakestStep(
        List<StepStanding> steps,
        Optional<StepStanding> weakest,
        Optional<Reason> reason,
        double contracts,
        OptionalDouble value) {

    /** The least posterior probability that a step is below its benchmark. */
    public static final double CERTAINTY = 0.90;

    /** Why no step is named. */
    public enum Reason {

        /** No step has a benchmark, and rates of different steps cannot be compared. */
        INDETERMINATE,

        /** No step is below its benchmark with the certainty asked for. */
        NONE_CLEARLY_BELOW
    }

    /** Copies the steps. */
    public WeakestStep {
        steps = List.copyOf(steps);
    }

    /**
     * Finds the weakest step.
     *
     * @param steps the steps in order, at least one
     * @param contracts how many contracts the period brought
     * @param value their value, or empty
     * @return the answer
     * @throws IllegalArgumentException where there are no steps, or contracts or value are negative or not finite
     */
    public static WeakestStep of(List<StepStanding> steps, long contracts, OptionalDouble value) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps must be at least one: steps = []");
        }
        if (contracts < 0 || !(value.orElse(0) >= 0 && value.orElse(0) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("contracts and value must be finite and not negative: contracts = "
                    + contracts + ", value = " + value.orElse(0));
        }
        Optional<StepStanding> weakest = steps.stream()
                .filter(step -> step.probabilityBelow().orElse(0) >= CERTAINTY)
                .max(Comparator.comparingDouble(step -> step.lift().orElse(0)));
        boolean compared = steps.stream().anyMatch(step -> step.benchmark().isPresent());
        Reason none = compared ? Reason.NONE_CLEARLY_BELOW : Reason.INDETERMINATE;
        return new WeakestStep(
                steps, weakest, weakest.isPresent() ? Optional.empty() : Optional.of(none), contracts, value);
    }

    /**
     * Computes how many more contracts a step would bring at its benchmark, all others as they are.
     *
     * @param step one of the steps
     * @return the extra contracts, or empty without benchmark
     */
    public OptionalDouble extraContracts(StepStanding step) {
        return scaled(step, contracts);
    }

    /**
     * Computes how much more value a step would bring at its benchmark, all others and the mean value as they are.
     *
     * @param step one of the steps
     * @return the extra value, or empty without benchmark or value
     */
    public OptionalDouble extraValue(StepStanding step) {
        return value.isEmpty() ? value : scaled(step, value.getAsDouble());
    }

    private static OptionalDouble scaled(StepStanding step, double base) {
        OptionalDouble lift = step.lift();
        return lift.isEmpty() ? lift : OptionalDouble.of(lift.getAsDouble() * base);
    }

    /**
     * Explains the answer.
     *
     * @return for each step its rate, its target, the probability of being below, and its gains
     */
    public Explanation explain() {
        Explanation terms = Explanation.of(
                weakest.map(step -> step.step() + " is the weakest step").orElse("no weakest step"));
        for (StepStanding step : steps) {
            terms = terms.with(step.step() + ": rate", step.rate())
                    .with(step.step() + ": target", target(step))
                    .with(step.step() + ": probability of being below", step.probabilityBelow())
                    .with(step.step() + ": extra contracts", extraContracts(step))
                    .with(step.step() + ": extra value", extraValue(step))
                    .with(step.step() + ": median days", step.medianDays());
        }
        return terms;
    }

    private static OptionalDouble target(StepStanding step) {
        return step.benchmark().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(step.benchmark().get().target());
    }
}
