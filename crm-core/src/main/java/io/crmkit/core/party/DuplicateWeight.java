package io.crmkit.core.party;

/**
 * What one kind of evidence is worth.
 *
 * <p>Definition: with m the proportion of true duplicates whose values agree, and u that of other pairs, agreement is worth
 * log2(m/u) and disagreement log2((1-m)/(1-u)). Where values are alike and not equal, the worth lies between the two, in
 * proportion to how far the likeness is above the least that counts.
 * <ul>
 *   <li>Unit: bits; one bit doubles the odds
 *   <li>Range: agreement from 0, disagreement up to 0
 * </ul>
 *
 * <p>Source: I. Fellegi and A. Sunter, "A Theory for Record Linkage", JASA 64 (1969) 1183-1210; W. Winkler (1990) for
 * values that agree in part.
 *
 * @param agreement for equal values, 0 to 100
 * @param disagreement for values whose likeness is not more than the least, -100 to 0
 * @param leastLikeness the likeness above which values begin to agree, 0 to less than 1
 */
public record DuplicateWeight(double agreement, double disagreement, double leastLikeness) {

    private static final double MOST = 100;

    /**
     * Makes a weight.
     *
     * @throws IllegalArgumentException if a number is outside its range
     */
    public DuplicateWeight {
        require("agreement", agreement, 0, MOST, agreement >= 0 && agreement <= MOST);
        require("disagreement", disagreement, -MOST, 0, disagreement >= -MOST && disagreement <= 0);
        if (!(leastLikeness >= 0 && leastLikeness < 1)) {
            throw new IllegalArgumentException(
                    "leastLikeness must be 0 to less than 1: leastLikeness = " + leastLikeness);
        }
    }

    private static void require(String name, double value, double low, double high, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s must be %.0f to %.0f bits: %s = %s".formatted(name, low, high, name, value));
        }
    }

    /**
     * Computes what a likeness is worth.
     *
     * @param likeness 0 to 1
     * @return the worth in bits
     */
    public double of(double likeness) {
        double above = Math.max(0, likeness - leastLikeness) / (1 - leastLikeness);
        return disagreement + above * (agreement - disagreement);
    }
}
