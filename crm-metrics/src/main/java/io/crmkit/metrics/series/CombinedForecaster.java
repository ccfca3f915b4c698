package io.crmkit.metrics.series;

import io.crmkit.metrics.Caveat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The mean of two methods. */
record CombinedForecaster(Forecaster one, Forecaster other) implements Forecaster {

    @Override
    public SeriesForecast forecast(TimeSeries series, int horizon) {
        SeriesForecast first = one.forecast(series, horizon);
        SeriesForecast second = other.forecast(series, horizon);
        double[] values = new double[horizon];
        Arrays.setAll(values, i -> (first.values().get(i) + second.values().get(i)) / 2);
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        caveats.addAll(first.caveats());
        caveats.addAll(second.caveats());
        return SeriesForecast.of(method(first.method(), second.method()), values, caveats);
    }

    private static String method(String first, String second) {
        return first.equals(second) ? first : "mean of " + first + " and " + second;
    }

    @Override
    public Forecaster settledOn(TimeSeries series) {
        return new CombinedForecaster(one.settledOn(series), other.settledOn(series));
    }

    @Override
    public String toString() {
        return method(one.toString(), other.toString());
    }
}
