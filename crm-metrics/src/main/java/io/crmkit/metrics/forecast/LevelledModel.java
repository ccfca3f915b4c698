package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;

/**
 * The order of one model at the level of another: who is likelier by the first, how many in all by the second.
 *
 * <p>Definition: the logit of the first model is shifted by the same amount for all, so that over the given
 * opportunities the probabilities sum to what the second model expects. A model with further figures, fitted to old
 * outcomes, so takes the level that is counted now with those still open.
 *
 * <ul>
 *   <li>Shape: a probability for each opportunity.
 *   <li>Unit: ratio.
 *   <li>Range: zero to one; zero and one stay what they are.
 *   <li>Nothing to divide by: without opportunities the first model stays as it is.
 *   <li>Errors: none of its own.
 * </ul>
 *
 * <p>Source: calibration in the large; Cox, D. R. (1958), Two further applications of a model for binary regression,
 * Biometrika 45, 562–565.
 */
public final class LevelledModel implements WinProbabilityModel {

    private static final double WIDEST = 20;
    private static final int HALVINGS = 60;

    private final WinProbabilityModel order;
    private final double shift;

    private LevelledModel(WinProbabilityModel order, double shift) {
        this.order = order;
        this.shift = shift;
    }

    /**
     * Joins two models.
     *
     * @param order the model that says who is likelier
     * @param level the model that says how many in all
     * @param open the opportunities over which the sums are to agree
     * @return the joint model
     */
    public static LevelledModel of(
            WinProbabilityModel order, WinProbabilityModel level, Collection<OpenOpportunity> open) {
        requireNonNull(order, "order");
        List<OpenOpportunity> all = List.copyOf(open);
        double wanted = all.stream().mapToDouble(level::probability).sum();
        double low = -WIDEST;
        double high = WIDEST;
        for (int i = 0; i < HALVINGS && !all.isEmpty(); i++) {
            double middle = (low + high) / 2;
            LevelledModel tried = new LevelledModel(order, middle);
            boolean tooHigh = all.stream().mapToDouble(tried::probability).sum() > wanted;
            low = tooHigh ? low : middle;
            high = tooHigh ? middle : high;
        }
        return new LevelledModel(order, (low + high) / 2);
    }

    @Override
    public double probability(OpenOpportunity opportunity) {
        return shifted(order.probability(opportunity), shift);
    }

    /* The probability whose logit is greater by the shift; zero and one stay. */
    static double shifted(double probability, double shift) {
        return probability / (probability + (1 - probability) * Math.exp(-shift));
    }

    /**
     * Answers by how much the logit is shifted.
     *
     * @return the shift; above zero where more is won now than the first model says
     */
    public double shift() {
        return shift;
    }
}
