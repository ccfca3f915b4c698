package io.crmkit.examples.quickstart;

import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.exchange.ImportReport;
import io.crmkit.core.insight.Insights;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.view.SellerFunnel;
import io.crmkit.core.view.StageMonth;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.examples.report.Report;
import io.crmkit.examples.report.Report.Activities;
import io.crmkit.examples.report.Report.Negotiations;
import io.crmkit.examples.report.Report.Totals;
import io.crmkit.metrics.Period;
import io.crmkit.metrics.Proportion;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the library everything the report shows. */
final class ReportMaker {

    private static final List<ActivityType> STEPS =
            List.of(ActivityType.CALL, ActivityType.MEETING, ActivityType.QUOTE, ActivityType.CONTRACT);

    private final CrmSession session;
    private final Insights insights;
    private final ZoneId zone;

    ReportMaker(CrmSession session, ZoneId zone) {
        this.session = session;
        this.insights = session.insights();
        this.zone = zone;
    }

    Report make(String title, ImportReport imported) {
        Optional<Activities> activities = insights.activityPeriod().map(this::activities);
        List<Negotiations> pipelines = session.pipelines().page(PageRequest.first(100)).items().stream()
                .map(this::negotiations)
                .toList();
        Totals totals = totals(activities, pipelines);
        return new Report(title, zone, imported, totals, activities.orElse(null), pipelines, insights.sales());
    }

    /** Whole days of the zone, so that the period reads as one does in a calendar. */
    private Activities activities(Period recorded) {
        LocalDate first = recorded.from().atZone(zone).toLocalDate();
        LocalDate last = recorded.until().minusNanos(1).atZone(zone).toLocalDate();
        Period days = Period.days(first.withDayOfMonth(1), last.plusMonths(1).withDayOfMonth(1), zone);
        TeamFunnel funnel = insights.activityFunnel(STEPS, days);
        return new Activities(days, funnel, new QuotaQuestion(funnel.all()).answers());
    }

    private Negotiations negotiations(Pipeline pipeline) {
        return new Negotiations(
                insights.opportunityFunnel(pipeline.id()),
                insights.winRates(pipeline.id()),
                insights.outlook(pipeline.id()),
                insights.forecast(pipeline.id(), null));
    }

    private Totals totals(Optional<Activities> activities, List<Negotiations> pipelines) {
        long won = pipelines.stream().mapToLong(p -> history(p).successes()).sum();
        long decided = pipelines.stream().mapToLong(p -> history(p).trials()).sum();
        Map<String, Long> openByStage = new LinkedHashMap<>();
        pipelines.stream()
                .flatMap(p -> p.outlook().byOpened().stream())
                .forEach((StageMonth cell) -> openByStage.merge(cell.stage(), cell.open(), Long::sum));
        return new Totals(
                session.opportunities().count(),
                won,
                decided - won,
                openByStage,
                activeSellers(activities, pipelines),
                session.companies().count(),
                session.activities().count());
    }

    private static Proportion history(Negotiations negotiations) {
        return negotiations.outlook().winHistory();
    }

    private static long activeSellers(Optional<Activities> activities, List<Negotiations> pipelines) {
        Stream<SellerFunnel> busy = activities.stream().flatMap(a -> a.funnel().sellers().stream());
        Stream<SellerFunnel> owning = pipelines.stream().flatMap(p -> p.funnel().sellers().stream());
        return Stream.concat(busy, owning)
                .flatMap(funnel -> Optional.ofNullable(funnel.seller()).stream())
                .distinct()
                .count();
    }
}
