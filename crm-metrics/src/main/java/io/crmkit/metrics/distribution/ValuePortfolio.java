package io.crmkit.metrics.distribution;

import java.util.Arrays;

/**
 * Open opportunities, each with the amount it brings and the probability that it is won.
 *
 * <ul>
 *   <li>Shape: amounts and probabilities side by side, and optionally how uncertain each amount is.
 *   <li>Unit: minor units of one currency, such as cents; ratios.
 *   <li>Range: amounts from zero, adding up to {@code 2^53} at most, so that a double holds every sum exactly.
 *   <li>Nothing to divide by: an empty portfolio is worth zero for certain.
 *   <li>Errors: a negative amount, a probability outside zero to one, a spread below zero and arrays of different
 *       lengths are an {@link IllegalArgumentException}. A credit is not an opportunity: take it off elsewhere.
 * </ul>
 */
public final class ValuePortfolio {

    private static final long GREATEST_TOTAL = 1L << 53;
    private static final double GREATEST_SPREAD = 3;

    private final long[] amounts;
    private final double[] probabilities;
    private final double[] spreads;

    private ValuePortfolio(long[] amounts, double[] probabilities, double[] spreads) {
        this.amounts = amounts;
        this.probabilities = probabilities;
        this.spreads = spreads;
    }

    /**
     * Obtains a portfolio of known amounts.
     *
     * @param amounts what each opportunity brings if it is won, in minor units
     * @param probabilities how probable it is to be won
     * @return the portfolio
     * @throws IllegalArgumentException where an argument is out of range
     */
    public static ValuePortfolio of(long[] amounts, double[] probabilities) {
        Checks.sameLength("amounts", amounts.length, "probabilities", probabilities.length);
        long total = 0;
        for (int i = 0; i < amounts.length; i++) {
            Checks.probability("probabilities", i, probabilities[i]);
            total += requireAmount(i, amounts[i], total);
        }
        return new ValuePortfolio(amounts.clone(), probabilities.clone(), new double[0]);
    }

    private static long requireAmount(int index, long amount, long total) {
        if (amount < 0) {
            throw new IllegalArgumentException(
                    "amounts[" + index + "] must not be negative: amounts[" + index + "] = " + amount);
        }
        if (amount > GREATEST_TOTAL - total) {
            throw new IllegalArgumentException(
                    "amounts must add up to 2^53 at most: they exceed it at amounts[" + index + "] = " + amount);
        }
        return amount;
    }

    /**
     * Obtains the same opportunities with uncertain amounts: log-normal, each with the amount given as its mean.
     *
     * <p>The log-normal distribution is replaced by 32 equally probable values, the means of its 32 parts, which keeps
     * the mean exact.
     *
     * @param spreads the standard deviation of the logarithm of each amount, from zero (known) to three
     * @return the portfolio
     * @throws IllegalArgumentException where a spread is out of range or there are not as many as opportunities
     */
    public ValuePortfolio withSpreads(double... spreads) {
        Checks.sameLength("amounts", amounts.length, "spreads", spreads.length);
        for (int i = 0; i < spreads.length; i++) {
            if (!(spreads[i] >= 0 && spreads[i] <= GREATEST_SPREAD)) {
                String name = "spreads[" + i + "]";
                throw new IllegalArgumentException(name + " must be between 0 and 3: " + name + " = " + spreads[i]);
            }
        }
        boolean known = Arrays.stream(spreads).allMatch(spread -> spread == 0);
        return new ValuePortfolio(amounts, probabilities, known ? new double[0] : spreads.clone());
    }

    /**
     * Counts the opportunities.
     *
     * @return how many there are
     */
    public int size() {
        return amounts.length;
    }

    long amount(int i) {
        return amounts[i];
    }

    double probability(int i) {
        return probabilities[i];
    }

    double spread(int i) {
        return spreads.length == 0 ? 0 : spreads[i];
    }

    boolean isUncertain() {
        return spreads.length > 0;
    }

    ValuePortfolio slice(int from, int to) {
        return new ValuePortfolio(
                Arrays.copyOfRange(amounts, from, to),
                Arrays.copyOfRange(probabilities, from, to),
                spreads.length == 0 ? spreads : Arrays.copyOfRange(spreads, from, to));
    }

    /* The same amounts with other probabilities, which are not copied. */
    ValuePortfolio reweighed(double[] others) {
        return new ValuePortfolio(amounts, others, spreads);
    }

    ValuePortfolio with(int index, long amount, double probability) {
        requireAmount(index, amount, 0);
        ValuePortfolio changed = slice(0, size());
        changed.amounts[index] = amount;
        changed.probabilities[index] = Checks.probability("probabilities", index, probability);
        return changed;
    }

    @Override
    public String toString() {
        return size() + " opportunities";
    }
}
