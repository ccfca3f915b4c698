package io.crmkit.examples.report;

import io.crmkit.core.view.SalesMonth;
import io.crmkit.metrics.Amount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Orders and sales over time: what was won, month by month, each currency by itself. */
final class SalesSection {

    private static final int ROW = 44;

    private SalesSection() {}

    static Html of(List<SalesMonth> sales) {
        Html html = new Html()
                .add("<section><h2>Orders and sales over time</h2>")
                .add(
                        "<p>Opportunities won, by the month of closing. Amounts of two currencies are never added up.</p>");
        if (sales.isEmpty()) {
            return html.add("<p>Nothing has been won yet.</p></section>");
        }
        Map<String, List<SalesMonth>> byCurrency = sales.stream()
                .collect(Collectors.groupingBy(SalesSection::currency, LinkedHashMap::new, Collectors.toList()));
        int chart = 0;
        for (Map.Entry<String, List<SalesMonth>> entry : byCurrency.entrySet()) {
            html.add("<h3>%s</h3>", entry.getKey()).add(bars("sales-" + chart++, entry.getKey(), entry.getValue()));
        }
        return html.foldedTable("The same as a table", List.of("Month", "Won", "Total"), rows(sales))
                .add("</section>");
    }

    private static String currency(SalesMonth month) {
        Amount total = month.total();
        return total == null ? "Without an amount" : total.currency().getCurrencyCode();
    }

    private static String total(SalesMonth month) {
        Amount total = month.total();
        return total == null ? "no amount" : Figures.amount(total);
    }

    private static double value(SalesMonth month) {
        Amount total = month.total();
        return total == null ? month.won() : total.value().doubleValue();
    }

    private static List<List<String>> rows(List<SalesMonth> sales) {
        return sales.stream()
                .map(month -> List.of(Figures.month(month.month()), Figures.count(month.won()), total(month)))
                .toList();
    }

    private static Html bars(String id, String currency, List<SalesMonth> sales) {
        String told = sales.stream()
                .map(month -> Figures.month(month.month()) + " " + Figures.count(month.won()) + " won, " + total(month))
                .collect(Collectors.joining("; "));
        Chart chart = new Chart(id, "Won month by month, " + currency, told, ROW * sales.size());
        double most = sales.stream().mapToDouble(SalesSection::value).reduce(1e-9, Math::max);
        int y = 0;
        for (SalesMonth month : sales) {
            chart.label(0, y + 14, "strong", Figures.month(month.month()))
                    .labelAround(36, y + 14, "muted", Figures.count(month.won()) + " won")
                    .labelEnding(100, y + 14, "strong", total(month))
                    .bar(0, y + 21, 100, 12, "track")
                    .bar(0, y + 21, 100 * Math.max(0, value(month)) / most, 12, "fill");
            y += ROW;
        }
        return chart.end();
    }
}
