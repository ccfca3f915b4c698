package io.crmkit.examples.report;

import io.crmkit.core.view.PipelineOutlook;
import io.crmkit.core.view.StageMonth;
import io.crmkit.metrics.forecast.WeightedPipeline;
import io.crmkit.metrics.forecast.WeightedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is open, by month and stage, and what it is worth. */
final class PipelineSection {

    private static final int ROW = 40;
    private static final int SHADES = 6;

    private PipelineSection() {}

    static Html of(String id, PipelineOutlook outlook) {
        Html html = new Html().add("<section><h2>Open pipeline</h2>");
        if (outlook.open() == 0) {
            return html.add("<p>Nothing is open.</p></section>");
        }
        boolean planned = outlook.byExpectedClose().stream().anyMatch(cell -> cell.month() != null);
        List<StageMonth> cells = planned ? outlook.byExpectedClose() : outlook.byOpened();
        html.add(
                "<p>%s opportunities are open. %s</p>",
                Figures.count(outlook.open()),
                planned
                        ? "They stand by the month in which a decision is expected."
                        : "The export says of none when a decision is expected, so they stand by the month they were opened.");
        html.add(bars(id, cells)).foldedTable("The same as a table", List.of("Month", "Stage", "Open"), rows(cells));
        outlook.byCurrency().forEach(pipeline -> html.add(value(pipeline)));
        return html.add(valuation(outlook)).add("</section>");
    }

    private static Html valuation(PipelineOutlook outlook) {
        return new Html()
                .add(
                        "<p class=\"note\">%s have no amount and are valued at their product's list price; %s have neither and"
                                + " count for nothing here. The weight is the share won of what was decided, %s (%s); the range takes the"
                                + " ends of that rate's interval alone, so what comes may well lie outside.</p>",
                        Figures.count(outlook.atListPrice()),
                        Figures.count(outlook.unvalued()),
                        Figures.of(outlook.winHistory()),
                        Figures.rateAndRange(
                                outlook.winHistory().rate(),
                                outlook.winHistory().wilson()));
    }

    private static Html value(WeightedPipeline pipeline) {
        List<WeightedValue> values = new ArrayList<>(pipeline.groups());
        values.add(pipeline.total());
        return new Html()
                .table(
                        "Value in " + pipeline.total().value().currency(),
                        List.of("Stage", "Open", "Value", "Weighted", "Range"),
                        values.stream().map(PipelineSection::row).toList());
    }

    private static List<String> row(WeightedValue value) {
        return List.of(
                value.group(),
                Figures.count(value.opportunities()),
                Figures.amount(value.value()),
                value.weighted().map(Figures::amount).orElse(Figures.NONE),
                value.low()
                        .flatMap(low -> value.high().map(high -> Figures.amount(low) + " to " + Figures.amount(high)))
                        .orElse(""));
    }

    private static List<List<String>> rows(List<StageMonth> cells) {
        return cells.stream()
                .map(cell -> List.of(Figures.month(cell.month()), cell.stage(), Figures.count(cell.open())))
                .toList();
    }

    private static Html bars(String id, List<StageMonth> cells) {
        List<String> stages = cells.stream().map(StageMonth::stage).distinct().toList();
        Map<String, Map<String, Long>> months = new TreeMap<>();
        cells.forEach(cell -> months.computeIfAbsent(Figures.month(cell.month()), month -> new LinkedHashMap<>())
                .merge(cell.stage(), cell.open(), Long::sum));
        String told = months.entrySet().stream()
                .map(month -> month.getKey() + " " + Figures.count(sum(month.getValue())))
                .collect(Collectors.joining(", "));
        Chart chart = new Chart(id, "Open opportunities by month and stage", told, ROW * months.size());
        long most =
                months.values().stream().mapToLong(PipelineSection::sum).max().orElse(1);
        int y = 0;
        for (Map.Entry<String, Map<String, Long>> month : months.entrySet()) {
            month(chart, month.getKey(), month.getValue(), stages, y, most);
            y += ROW;
        }
        return new Html().add(legend(stages)).add(chart.end());
    }

    private static void month(
            Chart chart, String month, Map<String, Long> byStage, List<String> stages, int y, long most) {
        chart.label(0, y + 14, "strong", month).labelEnding(100, y + 14, "strong", Figures.count(sum(byStage)));
        double x = 0;
        for (int i = 0; i < stages.size(); i++) {
            double width = 100.0 * byStage.getOrDefault(stages.get(i), 0L) / most;
            if (width > 0) {
                chart.bar(x, y + 20, width, 12, "shade" + i % SHADES);
            }
            x += width;
        }
    }

    private static Html legend(List<String> stages) {
        Html html = new Html().add("<ul class=\"legend\">");
        for (int i = 0; i < stages.size(); i++) {
            html.add("<li><span class=\"key bg" + i % SHADES + "\"></span>%s</li>", stages.get(i));
        }
        return html.add("</ul>");
    }

    private static long sum(Map<String, Long> byStage) {
        return byStage.values().stream().mapToLong(Long::longValue).sum();
    }
}
