package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A funnel's counts, and what they say.
 *
 * @param steps the counts, first step first
 * @param conversions from each step to the next; n steps give n - 1 conversions
 * @param overall from the first step to the last
 * @param definition what is divided by what
 */
public record FunnelReport(
        List<StepCount> steps, List<Conversion> conversions, Conversion overall, Definition definition) {

    /** Makes a report. */
    public FunnelReport {
        steps = List.copyOf(steps);
        conversions = List.copyOf(conversions);
        requireNonNull(overall, "overall");
        requireNonNull(definition, "definition");
    }
}
