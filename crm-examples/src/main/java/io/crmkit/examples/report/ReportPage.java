package io.crmkit.examples.report;

import io.crmkit.core.view.PipelineOutlook;
import io.crmkit.examples.report.Report.Negotiations;
import io.crmkit.metrics.funnel.Conversion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The report as one page that opens from disk, without a network, in light and dark, on a phone. */
public final class ReportPage {

    private ReportPage() {}

    /**
     * Writes the page.
     *
     * @param report the report
     * @param file where to, replacing what it held
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, Path file) throws IOException {
        Files.writeString(file, html(report));
    }

    static String html(Report report) throws IOException {
        Html html = new Html()
                .add("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .add(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .add("<meta name=\"color-scheme\" content=\"light dark\"><title>%s</title>", report.title())
                .add("<style>" + style().replace("%", "%%") + "</style></head><body><main>")
                .add("<header><p class=\"kicker\">crmkit</p><h1>%s</h1></header>", report.title());
        headline(html, report);
        body(html, report);
        return html.add(
                        "<footer><p>Rates carry their 95 %% interval. Every number stands in report.json beside this page.</p>"
                                + "</footer></main></body></html>")
                .toString();
    }

    private static String style() throws IOException {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void headline(Html html, Report report) {
        html.add("<dl class=\"tiles\">");
        tiles(report).forEach(tile -> html.add("<div><dt>%s</dt><dd>%s</dd></div>", tile.name(), tile.value()));
        html.add("</dl>");
    }

    private record Tile(String name, String value) {}

    private static List<Tile> tiles(Report report) {
        Report.Totals totals = report.totals();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile("opportunities", Figures.count(totals.opportunities())));
        tiles.add(new Tile("won", Figures.count(totals.won())));
        tiles.add(new Tile("lost", Figures.count(totals.lost())));
        totals.openByStage().forEach((stage, open) -> tiles.add(new Tile("open, " + stage, Figures.count(open))));
        tiles.add(new Tile("active sellers", Figures.count(totals.activeSellers())));
        tiles.add(new Tile("companies", Figures.count(totals.companies())));
        tiles.add(new Tile("activities", Figures.count(totals.activities())));
        return tiles;
    }

    private static void body(Html html, Report report) {
        Report.@Nullable Activities activities = report.activities();
        if (activities != null) {
            html.add(FunnelSection.of(
                    "activities",
                    "Activities",
                    "Held from " + Spans.days(activities.period(), report.zone()) + ", all sellers. ",
                    activities.funnel().all()));
            html.add(RequiredSection.of(activities)).add(sellersOf(activities));
        }
        for (int i = 0; i < report.pipelines().size(); i++) {
            pipeline(html, "p" + i, report.pipelines().get(i));
        }
        html.add(SalesSection.of(report.sales())).add(FindingsSection.of(report.imported()));
    }

    private static Html sellersOf(Report.Activities activities) {
        List<String> headings = new ArrayList<>(List.of("Seller", "Team"));
        activities.funnel().all().steps().forEach(step -> headings.add(step.step()));
        activities.funnel().all().conversions().stream()
                .map(FunnelSection::name)
                .forEach(headings::add);
        List<List<String>> rows = activities.funnel().sellers().stream()
                .map(seller -> {
                    List<String> row = new ArrayList<>();
                    row.add(seller.name());
                    row.add(seller.team() == null ? "" : seller.team());
                    seller.report().steps().forEach(step -> row.add(Figures.count(step.count())));
                    seller.report().conversions().stream()
                            .map((Conversion c) -> Figures.of(c))
                            .forEach(row::add);
                    return row;
                })
                .toList();
        return new Html()
                .add("<section>")
                .foldedTable("Activities of every seller, by name", headings, rows)
                .add("</section>");
    }

    private static void pipeline(Html html, String id, Negotiations negotiations) {
        PipelineOutlook outlook = negotiations.outlook();
        html.add(FunnelSection.of(
                        id + "-funnel",
                        "Pipeline " + outlook.pipeline(),
                        "How far opportunities came.",
                        negotiations.funnel().all()))
                .add(SellersSection.of(id + "-sellers", negotiations.winRates()))
                .add(PipelineSection.of(id + "-open", outlook))
                .add(ForecastSection.of(id + "-forecast", negotiations.forecast()));
    }
}
