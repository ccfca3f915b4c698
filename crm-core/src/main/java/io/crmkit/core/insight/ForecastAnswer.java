package io.crmkit.core.insight;

import io.crmkit.core.insight.OpportunityHistory.Entry;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.value.Money;
import io.crmkit.core.view.PipelineForecast;
import io.crmkit.core.view.PipelineForecast.ValueRange;
import io.crmkit.metrics.Amount;
import io.crmkit.metrics.backtest.CalibrationReport;
import io.crmkit.metrics.backtest.Prediction;
import io.crmkit.metrics.distribution.CountDistribution;
import io.crmkit.metrics.distribution.PredictiveInterval;
import io.crmkit.metrics.distribution.ValueDistribution;
import io.crmkit.metrics.distribution.ValuePortfolio;
import io.crmkit.metrics.forecast.Dispersion;
import io.crmkit.metrics.forecast.LandmarkModel;
import io.crmkit.metrics.forecast.PipelineCount;
import io.crmkit.metrics.forecast.StageVisit;
import io.crmkit.metrics.forecast.WinProbabilityModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Forecasts what is open from how opportunities have ended by age, and tries itself on past months first. */
final class ForecastAnswer {

    private static final double LEVEL = 0.8;
    private static final int DAYS_TO_LEARN = 60;
    private static final int HORIZON = 90;
    /** The logistic distribution is about as wide as a normal one of this deviation. */
    private static final double LOGIT_PER_PROBIT = 1.702;

    private final OpportunityHistory history;
    private final LocalDate asOf;
    private final List<StageVisit> visits;
    private final List<Prediction> predictions = new ArrayList<>();
    private final List<Dispersion.PastForecast> past = new ArrayList<>();

    ForecastAnswer(OpportunityHistory history, LocalDate asOf) {
        this.history = history;
        this.asOf = asOf;
        visits = history.visits();
        history.firstClosing().ifPresent(this::tryPastMonths);
    }

    private void tryPastMonths(LocalDate first) {
        LocalDate origin = first.plusDays(DAYS_TO_LEARN).plusMonths(1).withDayOfMonth(1);
        for (; !origin.plusDays(HORIZON).isAfter(asOf); origin = origin.plusMonths(1)) {
            tryOn(origin);
        }
    }

    /** Whether each was won within the horizon is known by now of all that were open then. */
    private void tryOn(LocalDate origin) {
        LandmarkModel model = modelAsOf(origin);
        LocalDate end = origin.plusDays(HORIZON);
        double expected = 0;
        double variance = 0;
        long won = 0;
        for (Entry entry : history.openOn(origin)) {
            if (entry.opened() != null) {
                double probability = model.winWithin(entry.on(origin), HORIZON);
                boolean win = isWon(entry) && entry.isSettledBy(end);
                predictions.add(new Prediction(probability, win));
                expected += probability;
                variance += probability * (1 - probability);
                won += win ? 1 : 0;
            }
        }
        past.add(new Dispersion.PastForecast(expected, variance, won));
    }

    private static boolean isWon(Entry entry) {
        return entry.outcome() == Outcome.WON;
    }

    /** What was known on the evening of a day. */
    private LandmarkModel modelAsOf(LocalDate day) {
        return LandmarkModel.fit(visits, OpportunityHistory.morning(day.plusDays(1)));
    }

    PipelineForecast of(String pipeline) {
        WinProbabilityModel model = modelAsOf(asOf);
        Dispersion dispersion = Dispersion.learn(past);
        List<Entry> open = history.openOn(asOf);
        CountDistribution wins = PipelineCount.wins(
                model, open.stream().map(entry -> entry.on(asOf)).toList(), dispersion);
        PredictiveInterval range = wins.interval(LEVEL);
        return new PipelineForecast(
                pipeline,
                asOf,
                open.size(),
                open.stream().filter(entry -> entry.value() == null).count(),
                history.settledBy(asOf),
                LEVEL,
                wins.mean(),
                range.lower(),
                range.upper(),
                values(open, model, dispersion),
                dispersion.deviation(),
                CalibrationReport.of(predictions));
    }

    private List<ValueRange> values(List<Entry> open, WinProbabilityModel model, Dispersion dispersion) {
        Map<String, List<Entry>> byCurrency = new TreeMap<>();
        for (Entry entry : open) {
            Money value = entry.value();
            if (value != null) {
                byCurrency
                        .computeIfAbsent(value.currency().getCurrencyCode(), code -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<ValueRange> ranges = new ArrayList<>();
        byCurrency.forEach((code, entries) -> ranges.add(new MinorUnits(Currency.getInstance(code))
                .range(entries, portfolio(code, entries, model), dispersion)));
        return ranges;
    }

    private ValuePortfolio portfolio(String code, List<Entry> entries, WinProbabilityModel model) {
        MinorUnits units = new MinorUnits(Currency.getInstance(code));
        return ValuePortfolio.of(
                entries.stream().mapToLong(units::of).toArray(),
                entries.stream()
                        .mapToDouble(entry -> model.probability(entry.on(asOf)))
                        .toArray());
    }

    /** Money of one currency as whole numbers of its smallest unit. */
    private record MinorUnits(Currency currency) {

        /* less than nothing counts as nothing: an import may bring it, and one opportunity must not stop a forecast */
        long of(Entry entry) {
            Money value = entry.value();
            return value == null
                    ? 0
                    : value.amount()
                            .max(BigDecimal.ZERO)
                            .movePointRight(digits())
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact();
        }

        private int digits() {
            return Money.decimals(currency);
        }

        private Amount amount(long units) {
            return new Amount(BigDecimal.valueOf(units, digits()), currency);
        }

        ValueRange range(List<Entry> entries, ValuePortfolio portfolio, Dispersion dispersion) {
            ValueDistribution alone = ValueDistribution.of(portfolio);
            double shift = dispersion.deviation() / LOGIT_PER_PROBIT;
            ValueDistribution together = shift == 0
                    ? alone
                    : ValueDistribution.withCommonShock(portfolio, shift * shift / (1 + shift * shift));
            PredictiveInterval range = together.interval(LEVEL);
            PredictiveInterval narrow = alone.interval(LEVEL);
            return new ValueRange(
                    entries.size(),
                    amount(Math.round(alone.mean())),
                    amount(range.lower()),
                    amount(range.upper()),
                    amount(narrow.lower()),
                    amount(narrow.upper()));
        }
    }
}
