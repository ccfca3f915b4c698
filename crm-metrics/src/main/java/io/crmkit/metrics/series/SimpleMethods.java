package io.crmkit.metrics.series;

import java.util.Arrays;

/** The methods that repeat what was. */
final class SimpleMethods {

    private SimpleMethods() {}

    static double[] naive(TimeSeries series, int horizon) {
        return GuardedForecaster.repeat(series.value(series.length() - 1), horizon);
    }

    static double[] seasonalNaive(TimeSeries series, int horizon) {
        double[] values = new double[horizon];
        int from = series.length() - series.season();
        Arrays.setAll(values, i -> series.value(from + i % series.season()));
        return values;
    }

    static double[] drift(TimeSeries series, int horizon) {
        int last = series.length() - 1;
        double slope = (series.value(last) - series.value(0)) / last;
        double[] values = new double[horizon];
        Arrays.setAll(values, i -> series.value(last) + (i + 1) * slope);
        return values;
    }
}
