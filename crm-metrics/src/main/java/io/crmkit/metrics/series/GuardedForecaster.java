package io.crmkit.metrics.series;

import io.crmkit.metrics.Caveat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A method behind the checks and fallbacks that all methods share. */
record GuardedForecaster(String name, boolean seasonal, Engine engine) implements Forecaster {

    /** Below this many values the last one is all there is to go by. */
    static final int FEWEST = 8;

    /** What computes the values once the series is long enough and varies. */
    interface Engine {
        double[] values(TimeSeries series, int horizon);
    }

    @Override
    public SeriesForecast forecast(TimeSeries series, int horizon) {
        Set<Caveat> caveats = caveats(series, horizon);
        if (series.length() < FEWEST) {
            return SeriesForecast.of("naive, for a short series", SimpleMethods.naive(series, horizon), caveats);
        }
        if (series.isConstant()) {
            caveats.add(Caveat.WINDOW_SHORT);
            return SeriesForecast.of("naive, for a constant series", SimpleMethods.naive(series, horizon), caveats);
        }
        if (seasonal && isSeasonLeftOut(series)) {
            caveats.add(Caveat.WINDOW_SHORT);
            return SeriesForecast.of(name + ", without season", engine.values(series.withSeason(1), horizon), caveats);
        }
        return SeriesForecast.of(name, engine.values(series, horizon), caveats);
    }

    /** Checks the input, and raises the caveats that hold for every method. */
    static Set<Caveat> caveats(TimeSeries series, int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be positive: horizon = " + horizon);
        }
        if (series.length() == 0) {
            throw new IllegalArgumentException("series must not be empty");
        }
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (series.length() < FEWEST) {
            caveats.add(Caveat.SMALL_SAMPLE);
        }
        if (horizon > series.length() / 2) {
            caveats.add(Caveat.EXTRAPOLATED);
        }
        return caveats;
    }

    static boolean isSeasonLeftOut(TimeSeries series) {
        return series.season() > 1 && series.length() / 2 < series.season();
    }

    static double[] repeat(double value, int horizon) {
        double[] values = new double[horizon];
        Arrays.fill(values, value);
        return values;
    }

    @Override
    public String toString() {
        return name;
    }
}
