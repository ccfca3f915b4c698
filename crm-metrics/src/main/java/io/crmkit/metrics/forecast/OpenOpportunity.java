package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An opportunity that is neither won nor lost, as it stands at some moment.
 *
 * @param id its key
 * @param stage the stage it is in
 * @param days the days since it was opened, zero or more
 * @param stageDays the days since it came into its stage, zero or more
 * @param covariates further figures by name that a model may use, such as the activities so far; zero or more each
 */
public record OpenOpportunity(String id, String stage, double days, double stageDays, Map<String, Double> covariates) {

    /**
     * Checks the figures and copies them.
     *
     * @throws IllegalArgumentException where one is negative or not finite
     */
    public OpenOpportunity {
        requireNonNull(stage, "stage");
        requireFigure(requireNonNull(id, "id"), "days", days);
        requireFigure(id, "stageDays", stageDays);
        String key = id;
        covariates.forEach((name, value) -> requireFigure(key, name, value));
        covariates = Collections.unmodifiableMap(new TreeMap<>(covariates));
    }

    private static void requireFigure(String id, String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + " must be finite and not negative: opportunity = " + id + ", " + name + " = " + value);
        }
    }
}
