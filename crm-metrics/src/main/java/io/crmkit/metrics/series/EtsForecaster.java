package io.crmkit.metrics.series;

import java.util.Optional;

/** Exponential smoothing behind the fallbacks that all methods share. */
record EtsForecaster(Optional<EtsModel> model, Optional<Ets> before) implements Forecaster {

    static EtsForecaster automatic() {
        return new EtsForecaster(Optional.empty(), Optional.empty());
    }

    static EtsForecaster of(EtsModel model) {
        return new EtsForecaster(Optional.of(model), Optional.empty());
    }

    @Override
    public SeriesForecast forecast(TimeSeries series, int horizon) {
        boolean seasonal = model.isEmpty() || model.get().hasSeason();
        boolean tooLong = model.isEmpty() && series.season() > Ets.LONGEST_SEASON;
        TimeSeries kept = tooLong ? series.withSeason(1) : series;
        String name = tooLong ? this + ", without season" : toString();
        return new GuardedForecaster(
                        name, seasonal, (given, steps) -> fit(given).forecast(steps))
                .forecast(kept, horizon);
    }

    @Override
    public Forecaster settledOn(TimeSeries series) {
        if (series.length() < GuardedForecaster.FEWEST || series.isConstant()) {
            return this;
        }
        boolean tooLong = model.isEmpty() && series.season() > Ets.LONGEST_SEASON;
        TimeSeries kept = tooLong || GuardedForecaster.isSeasonLeftOut(series) ? series.withSeason(1) : series;
        return new EtsForecaster(model, Optional.of(fit(kept)));
    }

    private Ets fit(TimeSeries series) {
        if (before.isPresent()) {
            return before.get().refit(series);
        }
        if (model.isEmpty()) {
            return Ets.fit(series);
        }
        return Ets.fit(series, series.season() > 1 ? model.get() : model.get().withoutSeason());
    }

    @Override
    public String toString() {
        return model.map(form -> "ETS(" + form + ")").orElse("ETS");
    }
}
