package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.metrics.Amount;

/**
 * What is forecast in one category and currency.
 *
 * @param category the category
 * @param single what stands in the category itself
 * @param cumulative that and what is surer, as {@link io.crmkit.metrics.forecast.ForecastRollUp#cumulative} says
 */
public record CategorySum(ForecastCategory category, Amount single, Amount cumulative) {

    /** Makes a sum. */
    public CategorySum {
        requireNonNull(category, "category");
        requireNonNull(single, "single");
        requireNonNull(cumulative, "cumulative");
    }
}
