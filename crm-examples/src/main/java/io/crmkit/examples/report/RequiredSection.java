package io.crmkit.examples.report;

import io.crmkit.examples.report.Report.Required;
import io.crmkit.metrics.distribution.RequiredActivity;
import io.crmkit.metrics.funnel.FunnelReport;
import java.util.List;

/** What it takes to reach as much again. */
final class RequiredSection {

    private RequiredSection() {}

    static Html of(Report.Activities activities) {
        FunnelReport funnel = activities.funnel().all();
        if (activities.required().isEmpty()) {
            return new Html();
        }
        String first = Figures.plural(funnel.overall().from());
        return new Html()
                .add(
                        "<section><h2>What the next quota takes</h2><p>To reach %s %s again. %s %s brought them this time: as many"
                                + " would bring them again no more often than a coin falls heads. This is throughput arithmetic, not"
                                + " cause: it supposes that further %s go on as these did.</p>",
                        Figures.count(funnel.overall().numerator()),
                        Figures.plural(funnel.overall().to()),
                        Figures.count(funnel.overall().denominator()),
                        first,
                        first)
                .table(
                        "Needed " + first,
                        List.of("To be sure", "At these rates", "With the doubt of their counts"),
                        activities.required().stream().map(RequiredSection::row).toList())
                .add("</section>");
    }

    private static List<String> row(Required required) {
        return List.of(
                Figures.percent(required.probability()),
                words(required.atTheseRates()),
                words(required.withTheirDoubt()));
    }

    private static String words(RequiredActivity required) {
        return required instanceof RequiredActivity.Attainable found
                ? Figures.count(found.activities())
                : "not attainable: " + ((RequiredActivity.Unattainable) required).reason();
    }
}
