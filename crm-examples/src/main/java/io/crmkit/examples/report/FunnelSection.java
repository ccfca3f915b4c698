package io.crmkit.examples.report;

import io.crmkit.metrics.Interval;
import io.crmkit.metrics.funnel.Conversion;
import io.crmkit.metrics.funnel.Definition;
import io.crmkit.metrics.funnel.FunnelReport;
import io.crmkit.metrics.funnel.StepCount;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A funnel, and the conversions between its steps with their intervals. */
final class FunnelSection {

    private static final int STEP = 50;
    private static final int RATE = 66;

    private FunnelSection() {}

    static Html of(String id, String title, String about, FunnelReport report) {
        return new Html()
                .add("<section><h2>%s</h2><p>%s %s</p>", title, about, meaning(report.definition()))
                .add("<h3>Counts</h3>")
                .add(bars(id + "-steps", report))
                .add("<h3>Conversions, each with its 95 % interval</h3>".replace("%", "%%"))
                .add(whiskers(id + "-rates", report))
                .foldedTable("The same as a table", headings(), rows(report))
                .add("</section>");
    }

    static String meaning(Definition definition) {
        return switch (definition) {
            case PERIOD_RATIO ->
                "Each conversion is one step's count over the count of the step before it in the same"
                        + " period; units are not followed from step to step.";
            case COHORT_SO_FAR ->
                "Each opportunity counts in every step it is known to have reached; lost ones stay in"
                        + " the count, and those still open may yet get further.";
            case COHORT_STRICT ->
                "Each opportunity counts in a step once it has been at all steps before it, in order; lost ones stay in"
                        + " the count.";
            case COHORT_ANY ->
                "Each opportunity counts in a step where it has been, and goes on when it reaches any later step; lost"
                        + " ones stay in the count.";
            case COHORT_IMPUTED ->
                "Each opportunity counts in every step up to the furthest one it reached, skipped ones included; lost"
                        + " ones stay in the count.";
        };
    }

    private static List<String> headings() {
        return List.of("Conversion", "Counts", "Rate", "95 % interval", "To keep in mind");
    }

    private static List<List<String>> rows(FunnelReport report) {
        return Stream.concat(report.conversions().stream(), Stream.of(report.overall()))
                .map(conversion -> List.of(
                        name(conversion),
                        Figures.count(conversion.numerator()) + " / " + Figures.count(conversion.denominator()),
                        Figures.rate(conversion.rate()),
                        conversion.interval().map(Figures::range).orElse(""),
                        Figures.words(conversion.caveats())))
                .toList();
    }

    static String name(Conversion conversion) {
        return conversion.from() + " to " + conversion.to();
    }

    private static Html bars(String id, FunnelReport report) {
        String told = report.steps().stream()
                .map(step -> step.step() + " " + Figures.count(step.count()))
                .collect(Collectors.joining(", "));
        Chart chart = new Chart(
                id, "How many took each step", told, STEP * report.steps().size());
        long most = Math.max(
                1, report.steps().stream().mapToLong(StepCount::count).max().orElse(1));
        int y = 0;
        for (StepCount step : report.steps()) {
            chart.label(0, y + 15, "strong", step.step())
                    .labelEnding(100, y + 15, "strong", Figures.count(step.count()))
                    .bar(0, y + 22, 100, 18, "track")
                    .bar(0, y + 22, 100.0 * step.count() / most, 18, "fill");
            y += STEP;
        }
        return chart.end();
    }

    private static Html whiskers(String id, FunnelReport report) {
        List<Conversion> conversions = report.conversions();
        String told = conversions.stream()
                .map(conversion -> name(conversion) + " " + Figures.of(conversion))
                .collect(Collectors.joining(", "));
        Chart chart = new Chart(id, "Conversion from step to step", told, RATE * conversions.size() + 20);
        double most = conversions.stream()
                .flatMap(conversion -> conversion.interval().stream())
                .mapToDouble(Interval::upper)
                .reduce(1, Math::max);
        int y = 0;
        for (Conversion conversion : conversions) {
            whisker(chart, conversion, y, most);
            y += RATE;
        }
        chart.label(0, y + 12, "muted", "0 %")
                .labelAround(50, y + 12, "muted", Figures.percent(most / 2))
                .labelEnding(100, y + 12, "muted", Figures.percent(most));
        return chart.end();
    }

    private static void whisker(Chart chart, Conversion conversion, int y, double most) {
        chart.label(0, y + 15, "strong", name(conversion))
                .labelEnding(100, y + 15, "strong", Figures.rate(conversion.rate()))
                .label(
                        0,
                        y + 33,
                        "muted",
                        conversion.interval().map(i -> Figures.range(i) + " %").orElse(""))
                .labelEnding(
                        100,
                        y + 33,
                        "muted",
                        Figures.count(conversion.numerator()) + " of " + Figures.count(conversion.denominator()))
                .line(0, y + 48, 100, y + 48, "axis");
        conversion
                .interval()
                .ifPresent(interval -> chart.line(
                        100 * interval.lower() / most, y + 48, 100 * interval.upper() / most, y + 48, "whisker"));
        conversion
                .rate()
                .ifPresent(rate ->
                        chart.dot(100 * rate / most, y + 48, "dot", name(conversion) + " " + Figures.of(conversion)));
    }
}
