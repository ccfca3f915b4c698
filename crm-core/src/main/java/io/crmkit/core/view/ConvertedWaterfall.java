package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.ExchangeRate;
import io.crmkit.core.value.RatePolicy;
import io.crmkit.metrics.forecast.Waterfall;
import java.util.List;

/**
 * What came and went between two instants in several currencies, brought into one.
 *
 * @param policy by which rates
 * @param waterfall what came and went, in the policy's target; amounts are not rounded
 * @param rates the rates used, each once, by currency and day
 */
public record ConvertedWaterfall(RatePolicy policy, Waterfall waterfall, List<ExchangeRate> rates) {

    /** Makes a waterfall. */
    public ConvertedWaterfall {
        requireNonNull(policy, "policy");
        requireNonNull(waterfall, "waterfall");
        rates = List.copyOf(rates);
    }
}
