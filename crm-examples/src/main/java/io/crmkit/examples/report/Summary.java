package io.crmkit.examples.report;

import io.crmkit.core.exchange.FileReport;
import io.crmkit.core.exchange.Finding;
import io.crmkit.core.exchange.ImportReport;
import io.crmkit.core.view.PipelineOutlook;
import io.crmkit.core.view.SalesMonth;
import io.crmkit.examples.report.Report.Negotiations;
import io.crmkit.metrics.Amount;
import io.crmkit.metrics.forecast.WeightedPipeline;
import io.crmkit.metrics.forecast.WeightedValue;
import io.crmkit.metrics.funnel.Conversion;
import io.crmkit.metrics.funnel.FunnelReport;
import io.crmkit.metrics.funnel.StepCount;
import io.crmkit.metrics.team.ControlChart;
import io.crmkit.metrics.team.Position;
import io.crmkit.metrics.team.SellerPosition;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report as text for a terminal, 100 columns wide. */
public final class Summary {

    private static final int WIDTH = 100;
    private static final int SHOWN = 10;

    private final StringBuilder text = new StringBuilder();

    private Summary() {}

    /**
     * Words the report.
     *
     * @param report the report
     * @return lines of at most 100 characters
     */
    public static String of(Report report) {
        Summary summary = new Summary();
        summary.line("%s", report.title());
        summary.imported(report.imported());
        Report.Activities activities = report.activities();
        if (activities != null) {
            summary.funnel(
                    "Activities from " + Spans.days(activities.period(), report.zone()),
                    activities.funnel().all());
        }
        report.pipelines().forEach(summary::pipeline);
        summary.sales(report.sales());
        return summary.text.toString();
    }

    private void line(String form, Object... values) {
        String line = String.format(Locale.ROOT, form, values).stripTrailing();
        text.append(line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...")
                .append('\n');
    }

    private void imported(ImportReport report) {
        line("");
        line("Rows: %,d read, %,d taken, %,d refused", report.read(), report.taken(), report.refused());
        for (FileReport file : report.files()) {
            line(
                    "  %-24s %,9d read %,9d taken %,7d refused   %s",
                    file.file(), file.read(), file.taken(), file.refused(), file.mapping());
        }
        report.files().stream()
                .flatMap(file -> file.problems().stream())
                .limit(SHOWN)
                .forEach(problem -> wrapped("  refused:", problem.toString()));
        report.findings().stream().limit(SHOWN).map(Finding::message).forEach(found -> wrapped("  found:", found));
        rest(report.findings().size(), "findings");
    }

    private void wrapped(String label, String message) {
        StringBuilder line = new StringBuilder(label);
        for (String word : message.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                line("%s", line);
                line = new StringBuilder(" ".repeat(label.length()));
            }
            line.append(' ').append(word);
        }
        line("%s", line);
    }

    private void rest(long all, String what) {
        if (all > SHOWN) {
            line("  and %,d more %s in the report", all - SHOWN, what);
        }
    }

    private void funnel(String title, FunnelReport report) {
        line("");
        line("%s", title);
        for (int i = 0; i < report.steps().size(); i++) {
            StepCount step = report.steps().get(i);
            Conversion conversion = i == 0 ? null : report.conversions().get(i - 1);
            line(
                    "  %-24s %,9d   %-26s %s",
                    Figures.plural(step.step()),
                    step.count(),
                    conversion == null ? "" : Figures.of(conversion),
                    conversion == null ? "of the step before, 95 % interval" : Figures.words(conversion.caveats()));
        }
        line("  %-24s %9s   %s", "first to last", "", Figures.of(report.overall()));
    }

    private void pipeline(Negotiations negotiations) {
        funnel(
                "Pipeline " + negotiations.outlook().pipeline(),
                negotiations.funnel().all());
        sellers(negotiations.winRates());
        outlook(negotiations.outlook());
    }

    private void sellers(ControlChart chart) {
        line("");
        line(
                "Sellers beside the team: won %s decided, %s",
                Figures.of(chart.team()),
                Figures.rateAndRange(chart.team().rate(), chart.team().wilson()));
        line("  of sellers exactly as good as the team, one in twenty is outside the 95 %% limits by chance");
        for (Position position : Position.values()) {
            List<SellerPosition> here = chart.sellers().stream()
                    .filter(seller -> seller.position() == position)
                    .toList();
            if (!here.isEmpty()) {
                line("  %,4d %s%s", here.size(), Positions.words(position), names(position, here));
            }
        }
    }

    private static String names(Position position, List<SellerPosition> here) {
        if (position == Position.WITHIN || position == Position.NOT_ENOUGH_DATA) {
            return "";
        }
        return here.stream().map(seller -> seller.count().seller()).collect(Collectors.joining(", ", ": ", ""));
    }

    private void outlook(PipelineOutlook outlook) {
        line("");
        line(
                "Open: %,d opportunities, %,d of them valued at list price, %,d without a value",
                outlook.open(), outlook.atListPrice(), outlook.unvalued());
        for (WeightedPipeline pipeline : outlook.byCurrency()) {
            pipeline.groups().forEach(this::value);
            value(pipeline.total());
        }
    }

    private void value(WeightedValue value) {
        line(
                "  %-24s %,9d   %22s   %s",
                value.group(),
                value.opportunities(),
                Figures.amount(value.value()),
                value.weighted()
                        .map(weighted -> "weighted " + Figures.amount(weighted))
                        .orElse(Figures.NONE));
    }

    private void sales(List<SalesMonth> sales) {
        line("");
        line("Won, month by month");
        sales.stream().limit(36).forEach(month -> {
            Amount total = month.total();
            line(
                    "  %-24s %,9d   %22s",
                    Figures.month(month.month()), month.won(), total == null ? "no amount" : Figures.amount(total));
        });
    }
}
