package io.crmkit.examples.report;

import io.crmkit.core.exchange.DataKind;
import io.crmkit.core.exchange.FileReport;
import io.crmkit.core.exchange.Finding;
import io.crmkit.core.exchange.ImportReport;
import io.crmkit.core.exchange.RowProblem;
import io.crmkit.core.view.PipelineForecast;
import io.crmkit.core.view.PipelineForecast.ValueRange;
import io.crmkit.core.view.PipelineOutlook;
import io.crmkit.core.view.SalesMonth;
import io.crmkit.core.view.SellerFunnel;
import io.crmkit.core.view.StageMonth;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.examples.report.Report.Activities;
import io.crmkit.examples.report.Report.Negotiations;
import io.crmkit.examples.report.Report.Required;
import io.crmkit.examples.report.Report.Totals;
import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Period;
import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.backtest.CalibrationReport;
import io.crmkit.metrics.backtest.Prediction;
import io.crmkit.metrics.distribution.ActivityGoal;
import io.crmkit.metrics.distribution.RequiredActivity;
import io.crmkit.metrics.distribution.ThinningChain;
import io.crmkit.metrics.forecast.OpenValue;
import io.crmkit.metrics.forecast.WeightedPipeline;
import io.crmkit.metrics.funnel.Funnel;
import io.crmkit.metrics.team.ControlChart;
import io.crmkit.metrics.team.SellerCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reports for tests. */
final class Reports {

    static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Currency EURO = Currency.getInstance("EUR");

    private Reports() {}

    /** The article's month, with a name of one's own for everything that has one. */
    static Report named(String name) {
        return new Report(
                name,
                ROME,
                imported(name),
                new Totals(7, 3, 1, Map.of(name, 3L), 2, 5, 885),
                new Activities(Period.month(YearMonth.of(2026, 3), ROME), activities(name), required()),
                List.of(negotiations(name)),
                List.of(new SalesMonth(YearMonth.of(2026, 3), 17, euros("223960")), new SalesMonth(null, 2, null)));
    }

    static Report empty() {
        return new Report(
                "Nothing",
                ROME,
                new ImportReport(List.of(), List.of()),
                new Totals(0, 0, 0, Map.of(), 0, 0, 0),
                null,
                List.of(new Negotiations(
                        new TeamFunnel(Funnel.of("Lead", "Won").reached(0, 0), List.of()),
                        ControlChart.of(List.of()),
                        new PipelineOutlook("Sales", 0, 0, 0, Proportion.of(0, 0), List.of(), List.of(), List.of()),
                        forecast("Sales", 0, List.of(), List.of()))),
                List.of());
    }

    private static ImportReport imported(String name) {
        return new ImportReport(
                List.of(new FileReport(
                        name,
                        DataKind.OPPORTUNITIES,
                        name,
                        "UTF-8",
                        ',',
                        8,
                        7,
                        1,
                        List.of(new RowProblem(name, 3, name, name, "must be " + name)))),
                List.of(new Finding(Finding.Code.UNKNOWN_PRODUCT, name, name, 4, name, null)));
    }

    private static TeamFunnel activities(String name) {
        Funnel funnel = Funnel.of("call", "meeting", "quote", "contract");
        return new TeamFunnel(
                funnel.report(534, 267, 67, 17),
                List.of(
                        new SellerFunnel(null, name, name, funnel.report(500, 260, 60, 17)),
                        new SellerFunnel(null, "Zoe", null, funnel.report(34, 7, 7, 0))));
    }

    private static Negotiations negotiations(String name) {
        Funnel funnel = Funnel.of("Lead " + name, "Won " + name);
        return new Negotiations(
                new TeamFunnel(funnel.reached(new long[] {7, 3}, 3), List.of()),
                ControlChart.of(List.of(
                        new SellerCount(name, Proportion.of(90, 100)),
                        new SellerCount("Zoe", Proportion.of(10, 100)),
                        new SellerCount("Idle", Proportion.of(0, 0)))),
                new PipelineOutlook(
                        name,
                        3,
                        1,
                        1,
                        Proportion.of(3, 4),
                        List.of(WeightedPipeline.of(
                                EURO, List.of(new OpenValue(name, 2, euros("1000"))), Proportion.of(3, 4))),
                        List.of(new StageMonth(name, YearMonth.of(2026, 5), 2), new StageMonth(name, null, 1)),
                        List.of(new StageMonth(name, YearMonth.of(2026, 1), 3))),
                forecast(
                        name,
                        3,
                        List.of(new ValueRange(
                                2, euros("750"), euros("500"), euros("1000"), euros("600"), euros("900"))),
                        List.of(
                                new Prediction(0.2, false),
                                new Prediction(0.3, true),
                                new Prediction(0.8, true),
                                new Prediction(0.7, true))));
    }

    private static PipelineForecast forecast(
            String name, long open, List<ValueRange> values, List<Prediction> predictions) {
        return new PipelineForecast(
                name,
                LocalDate.of(2026, 3, 31),
                open,
                0,
                4,
                0.8,
                0.75 * open,
                0,
                open,
                values,
                0.1,
                CalibrationReport.of(predictions));
    }

    /** Seventeen contracts again. */
    private static List<Required> required() {
        ThinningChain known = ThinningChain.ofKnownRates(267.0 / 534, 67.0 / 267, 17.0 / 67);
        return List.of(new Required(
                0.8,
                RequiredActivity.of(known, ActivityGoal.of(17, 0.8)),
                RequiredActivity.of(known, ActivityGoal.of(17, 0.8).within(5))));
    }

    /** A team of many, over many months. */
    static Report large() {
        List<SellerCount> sellers = IntStream.range(0, 200)
                .mapToObj(i -> new SellerCount("Seller " + i, Proportion.of(i, 250)))
                .toList();
        List<SalesMonth> sales = IntStream.range(0, 60)
                .mapToObj(i -> new SalesMonth(YearMonth.of(2021, 1).plusMonths(i), i, euros("-" + i)))
                .toList();
        Report one = named("Large");
        Negotiations all = one.pipelines().get(0);
        return new Report(
                one.title(),
                ROME,
                one.imported(),
                one.totals(),
                one.activities(),
                List.of(new Negotiations(all.funnel(), ControlChart.of(sellers), all.outlook(), all.forecast())),
                sales);
    }

    static Amount euros(String value) {
        return new Amount(new BigDecimal(value), EURO);
    }
}
