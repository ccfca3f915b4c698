package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The counts of a funnel and what they say about passing from step to step.
 *
 * <p>Definition: {@code conversions} are neighbour to neighbour, {@code overall} is last over first.
 *
 * <ul>
 *   <li>Shape: n steps give n - 1 conversions, in the order of the steps, and one overall.
 *   <li>Unit: counts, and ratios in the conversions.
 *   <li>Range: see {@link Conversion}.
 *   <li>Nothing to divide by: the conversion is there, its rate is empty.
 *   <li>Errors: fewer than two steps, or numbers of steps and conversions that do not fit, are an {@link
 *       IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: "How to use a CRM to organize the activities of sellers", section 1.
 *
 * @param steps the steps with their counts, in order
 * @param conversions from each step to the next
 * @param overall from the first step to the last
 * @param definition what all these conversions divide by what
 */
public record FunnelReport(
        List<StepCount> steps, List<Conversion> conversions, Conversion overall, Definition definition) {

    /**
     * Copies the lists and checks that they fit.
     *
     * @throws IllegalArgumentException where n steps, at least two, do not come with n - 1 conversions
     */
    public FunnelReport {
        steps = List.copyOf(steps);
        conversions = List.copyOf(conversions);
        requireNonNull(overall, "overall");
        requireNonNull(definition, "definition");
        if (steps.size() < 2 || conversions.size() != steps.size() - 1) {
            throw new IllegalArgumentException("n steps, at least two, must give n - 1 conversions: steps = "
                    + steps.size() + ", conversions = " + conversions.size());
        }
    }
}
