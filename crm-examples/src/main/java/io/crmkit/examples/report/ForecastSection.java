package io.crmkit.examples.report;

import io.crmkit.core.view.PipelineForecast;
import io.crmkit.core.view.PipelineForecast.ValueRange;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.backtest.ReliabilityBin;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What the open pipeline will come to, and how forecasts like this one did before. */
final class ForecastSection {

    private static final int HEIGHT = 300;
    private static final double LEFT = 8;
    private static final double WIDTH = 90;
    private static final double TOP = 10;
    private static final double TALL = 250;

    private ForecastSection() {}

    static Html of(String id, PipelineForecast forecast) {
        Html html = new Html().add("<section><h2>Forecast</h2>");
        if (forecast.open() == 0) {
            return html.add("<p>Nothing is open.</p></section>");
        }
        html.add(
                        "<p>Of the %s open on %s, %s are expected to be won: %s to %s with a probability of %s.</p>",
                        Figures.count(forecast.open()),
                        forecast.asOf(),
                        String.format(Locale.ROOT, "%,.0f", forecast.expectedWins()),
                        Figures.count(forecast.leastWins()),
                        Figures.count(forecast.mostWins()),
                        percent(forecast.level()))
                .table(
                        "What they will be worth",
                        List.of("Currency", "Open", "Expected", "Range", "Range if they had nothing in common"),
                        forecast.values().stream().map(ForecastSection::row).toList());
        return html.add(note(forecast)).add(calibration(id, forecast)).add("</section>");
    }

    private static List<String> row(ValueRange range) {
        return List.of(
                range.expected().currency().getCurrencyCode(),
                Figures.count(range.opportunities()),
                Figures.amount(range.expected()),
                Figures.amount(range.least()) + " to " + Figures.amount(range.most()),
                Figures.amount(range.leastIfIndependent()) + " to " + Figures.amount(range.mostIfIndependent()));
    }

    private static Html note(PipelineForecast forecast) {
        return new Html()
                .add(
                        "<p class=\"note\">Win probabilities go by the age of an opportunity, learned from %s settled ones and from"
                                + " those still open. %s without a value are in the count alone. What all opportunities have in common,"
                                + " learned from how far forecasts of past months missed, widens the ranges.</p>",
                        Figures.count(forecast.settled()), Figures.count(forecast.unvalued()));
    }

    private static Html calibration(String id, PipelineForecast forecast) {
        List<ReliabilityBin> bins = forecast.calibration().bins();
        Html html = new Html().add("<h3>How such forecasts did before</h3>");
        if (bins.isEmpty()) {
            return html.add("<p>There is no past month yet of which it is known what was won in 90 days.</p>");
        }
        return html.add(
                        "<p>On the first of each past month it was forecast what is won within 90 days, from what was known then."
                                + " Each dot is a group of opportunities of like probability: across what was forecast, up what came"
                                + " true, with its 95 %% interval. On the line both agree. Forecast over came true: %s.</p>",
                        number(forecast.calibration().ratio()))
                .add(picture(id, bins))
                .foldedTable(
                        "The same as a table",
                        List.of("Forecast", "Came true", "Rate", "95 % interval"),
                        bins.stream().map(ForecastSection::row).toList());
    }

    private static List<String> row(ReliabilityBin bin) {
        return List.of(
                Figures.percent(bin.meanProbability()),
                Figures.of(bin.observed()),
                Figures.rate(bin.observed().rate()),
                bin.observed().wilson().map(Figures::range).orElse(""));
    }

    private static Html picture(String id, List<ReliabilityBin> bins) {
        Chart chart = new Chart(
                id + "-calibration",
                "Forecast and observed shares of wins",
                bins.size() + " groups of opportunities",
                HEIGHT);
        chart.line(LEFT, TOP + TALL, LEFT + WIDTH, TOP, "axis")
                .line(LEFT, TOP + TALL, LEFT + WIDTH, TOP + TALL, "axis")
                .line(LEFT, TOP, LEFT, TOP + TALL, "axis");
        for (double share : new double[] {0, 0.5, 1}) {
            chart.labelAround(across(share), TOP + TALL + 20, "muted", percent(share));
            chart.labelEnding(LEFT - 1, up(share) + 4, "muted", percent(share));
        }
        bins.forEach(bin -> dot(chart, bin));
        return new Html().add(chart.end());
    }

    private static void dot(Chart chart, ReliabilityBin bin) {
        double x = across(bin.meanProbability());
        bin.observed()
                .wilson()
                .ifPresent((Interval range) -> chart.line(x, up(range.lower()), x, up(range.upper()), "whisker"));
        chart.dot(
                x,
                up(bin.observed().rate().orElse(0)),
                "dot",
                Figures.percent(bin.meanProbability()) + " forecast, " + Figures.of(bin.observed()) + " came true");
    }

    private static double across(double share) {
        return LEFT + share * WIDTH;
    }

    private static double up(double share) {
        return TOP + TALL * (1 - share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "nothing came true" : String.format(Locale.ROOT, "%.2f", value.getAsDouble());
    }
}
