package io.crmkit.examples.report;

import io.crmkit.metrics.team.ControlChart;
import io.crmkit.metrics.team.Limits;
import io.crmkit.metrics.team.Position;
import io.crmkit.metrics.team.SellerPosition;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Sellers beside their team: a funnel plot with control limits, and a table by name. Never a ranking. */
final class SellersSection {

    private static final double LEFT = 13;
    private static final double WIDE = 85;
    private static final int TOP = 10;
    private static final int HIGH = 280;
    private static final int POINTS = 80;

    private final ControlChart control;
    private final long most;
    private final int lowest;
    private final int highest;

    private SellersSection(ControlChart control) {
        this.control = control;
        this.most = Math.max(10, trials().max().orElse(0));
        DoubleSummaryStatistics shown = shownRates().summaryStatistics();
        this.lowest = Math.max(0, (int) Math.floor(10 * shown.getMin()));
        this.highest = Math.min(10, (int) Math.ceil(10 * shown.getMax()));
    }

    private LongStream trials() {
        return control.sellers().stream()
                .mapToLong(seller -> seller.count().proportion().trials())
                .filter(trials -> trials > 0);
    }

    /** All rates, and the outer limits of a seller in the middle, so that the plot shows what there is to see. */
    private DoubleStream shownRates() {
        long[] sorted = trials().sorted().toArray();
        Limits middle = control.limitsAt(sorted[sorted.length / 2], ControlChart.ACTION);
        return DoubleStream.concat(
                control.sellers().stream().flatMapToDouble(seller -> seller.count().proportion().rate().stream()),
                DoubleStream.of(middle.lower(), middle.upper()));
    }

    static Html of(String id, ControlChart control) {
        Html html = new Html()
                .add("<section><h2>Sellers beside the team</h2>")
                .add(
                        "<p>Won out of decided. Between the inner lines lie 95 in 100, between the outer 998 in 1,000 of the"
                                + " results of sellers exactly as good as the team. A dot outside is a reason to look, not a verdict:"
                                + " of forty equal sellers two are expected outside the inner lines. This is no ranking.</p>");
        if (control.team().trials() == 0) {
            return html.add("<p>Nothing has been decided yet, so there is nothing to compare.</p></section>");
        }
        return html.add(new SellersSection(control).plot(id))
                .foldedTable(
                        "Every seller, by name",
                        List.of("Seller", "Won / decided", "Rate", "95 % interval", "Beside the team"),
                        control.sellers().stream().map(SellersSection::row).toList())
                .add("</section>");
    }

    private static List<String> row(SellerPosition seller) {
        return List.of(
                seller.count().seller(),
                Figures.count(seller.count().proportion().successes()) + " / "
                        + Figures.count(seller.count().proportion().trials()),
                Figures.rate(seller.count().proportion().rate()),
                seller.wilson().map(Figures::range).orElse(""),
                Positions.words(seller.position()));
    }

    private Html plot(String id) {
        double team = control.team().rate().orElseThrow();
        Chart chart = new Chart(id, "Win rate and number decided, seller by seller", told(), TOP + HIGH + 46);
        for (int tenth = lowest; tenth <= highest; tenth++) {
            double rate = tenth / 10.0;
            chart.line(LEFT, down(rate), LEFT + WIDE, down(rate), "axis")
                    .labelEnding(LEFT - 1.5, down(rate) + 4, "muted", Math.round(100 * rate) + " %");
        }
        curve(chart, ControlChart.ACTION, "outer");
        curve(chart, ControlChart.WARNING, "inner");
        chart.line(LEFT, down(team), LEFT + WIDE, down(team), "team");
        control.sellers().forEach(seller -> dot(chart, seller));
        return chart.label(LEFT, TOP + HIGH + 18, "muted", "0")
                .labelEnding(LEFT + WIDE, TOP + HIGH + 18, "muted", Figures.count(most))
                .labelAround(LEFT + WIDE / 2, TOP + HIGH + 18, "muted", "decided")
                .labelAround(LEFT + WIDE / 2, TOP + HIGH + 38, "muted", legend(team))
                .end();
    }

    private static String legend(double team) {
        return "team " + Figures.percent(team) + "; dashed 95 %, dotted 99.8 %";
    }

    private String told() {
        return "The team won " + Figures.of(control.team()) + " decided. "
                + java.util.Arrays.stream(Position.values())
                        .map(position -> count(position) + " " + Positions.words(position))
                        .collect(java.util.stream.Collectors.joining(", "));
    }

    private long count(Position position) {
        return control.sellers().stream()
                .filter(seller -> seller.position() == position)
                .count();
    }

    private double down(double rate) {
        return TOP + HIGH * fromTop(rate);
    }

    /** Where a rate stands, from 0 at the top of the plot to 1 at its bottom. */
    private double fromTop(double rate) {
        return (highest / 10.0 - rate) / ((highest - lowest) / 10.0);
    }

    private void curve(Chart chart, double level, String kind) {
        curve(chart, level, kind, Limits::lower);
        curve(chart, level, kind, Limits::upper);
    }

    private void curve(Chart chart, double level, String kind, ToDoubleFunction<Limits> end) {
        StringBuilder points = new StringBuilder();
        for (int i = 1; i <= POINTS; i++) {
            long trials = Math.max(1, most * i / POINTS);
            double rate = end.applyAsDouble(control.limitsAt(trials, level));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", 1000.0 * trials / most, 1000 * fromTop(rate)));
        }
        chart.curve(LEFT, TOP, WIDE, HIGH, kind, points.toString().strip());
    }

    private void dot(Chart chart, SellerPosition seller) {
        seller.count().proportion().rate().ifPresent(rate -> {
            double x = LEFT + WIDE * seller.count().proportion().trials() / most;
            boolean outside = seller.position() != Position.WITHIN && seller.position() != Position.NOT_ENOUGH_DATA;
            chart.dot(x, down(rate), outside ? "dot outside" : "dot", told(seller));
            if (outside && x > 60) {
                chart.labelEnding(
                        x - 1.5, down(rate) - 8, "strong", seller.count().seller());
            } else if (outside) {
                chart.label(x + 1.5, down(rate) - 8, "strong", seller.count().seller());
            }
        });
    }

    private static String told(SellerPosition seller) {
        return seller.count().seller() + ": " + Figures.of(seller.count().proportion()) + ", "
                + Figures.rate(seller.count().proportion().rate()) + ", " + Positions.words(seller.position());
    }
}
