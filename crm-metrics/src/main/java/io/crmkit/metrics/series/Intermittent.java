package io.crmkit.metrics.series;

import io.crmkit.metrics.Caveat;
import java.util.Set;

/** The methods for demand that is zero at most steps. */
record Intermittent(String name, Mean mean) implements Forecaster {

    /** The mean demand per step, from demand that is not negative and holds at least one that is positive. */
    interface Mean {
        double of(TimeSeries demand);
    }

    static Intermittent croston(double alpha) {
        requireWeight("alpha", alpha);
        return new Intermittent("Croston", demand -> crostonMean(demand, alpha));
    }

    static Intermittent sba(double alpha) {
        requireWeight("alpha", alpha);
        return new Intermittent("SBA", demand -> (1 - alpha / 2) * crostonMean(demand, alpha));
    }

    static Intermittent tsb(double alpha, double beta) {
        requireWeight("alpha", alpha);
        requireWeight("beta", beta);
        return new Intermittent("TSB", demand -> tsbMean(demand, alpha, beta));
    }

    private static void requireWeight(String name, double weight) {
        if (!(weight > 0 && weight < 1)) {
            throw new IllegalArgumentException(name + " must be strictly between 0 and 1: " + name + " = " + weight);
        }
    }

    @Override
    public SeriesForecast forecast(TimeSeries series, int horizon) {
        Set<Caveat> caveats = GuardedForecaster.caveats(series, horizon);
        double level = firstDemand(series) < 0 ? 0 : mean.of(series);
        return SeriesForecast.of(name, GuardedForecaster.repeat(level, horizon), caveats);
    }

    /** Finds the first step with a demand, or minus one. */
    private static int firstDemand(TimeSeries demand) {
        int first = -1;
        for (int t = demand.length() - 1; t >= 0; t--) {
            if (demand.value(t) < 0) {
                throw new IllegalArgumentException(
                        "demand must not be negative: values[" + t + "] = " + demand.value(t));
            }
            first = demand.value(t) > 0 ? t : first;
        }
        return first;
    }

    private static double crostonMean(TimeSeries demand, double alpha) {
        int last = firstDemand(demand);
        double size = demand.value(last);
        double interval = last + 1;
        for (int t = last + 1; t < demand.length(); t++) {
            if (demand.value(t) > 0) {
                size += alpha * (demand.value(t) - size);
                interval += alpha * (t - last - interval);
                last = t;
            }
        }
        return size / interval;
    }

    private static double tsbMean(TimeSeries demand, double alpha, double beta) {
        int first = firstDemand(demand);
        double size = demand.value(first);
        double probability = 1.0 / (first + 1);
        for (double value : demand.values()) {
            probability += beta * ((value > 0 ? 1 : 0) - probability);
            size += value > 0 ? alpha * (value - size) : 0;
        }
        return size * probability;
    }

    @Override
    public String toString() {
        return name;
    }
}
