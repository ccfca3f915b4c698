package io.crmkit.metrics.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Interval;
import io.crmkit.metrics.Period;
import io.crmkit.metrics.ReferenceFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The funnels of two real processes: loans of the BPI Challenge 2012, and leads of Olist. */
class RealFunnelsTest {

    private static final Map<String, String> LOAN_STEPS = Map.of(
            "A_SUBMITTED", "submitted", "O_SENT", "offer sent", "O_SENT_BACK", "returned", "O_ACCEPTED", "accepted");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final double HORIZON = 90;

    @Test
    void followsTheLoansOfBpi2012() throws IOException {
        List<StepEntry> entries = new ArrayList<>();
        for (Map<String, String> row : ReferenceFile.data("bpi2012/bpi2012_events.csv.gz")) {
            String step = LOAN_STEPS.get(String.valueOf(row.get("activity")));
            if (step != null) {
                Instant at = OffsetDateTime.parse(String.valueOf(row.get("timestamp")))
                        .toInstant();
                entries.add(new StepEntry(String.valueOf(row.get("case_id")), step, at));
            }
        }
        Funnel loan = Funnel.of("submitted", "offer sent", "returned", "accepted");
        CohortReport report = CohortFunnel.of(loan, CohortDefinition.strict())
                .report(entries, Map.of(), Instant.parse("2012-04-01T00:00:00Z"));

        assertEquals(
                List.of(13_087L, 5_015L, 3_254L),
                report.steps().stream()
                        .map(step -> step.conversion().denominator())
                        .toList());
        assertEquals(2_243, report.overall().conversion().numerator());
        assertEquals(2_243, report.steps().get(2).conversion().numerator());
    }

    /** For five months, what was known on the first of the next month against what came true within 90 days. */
    @Test
    void foreseesTheLeadsOfOlistAsTheyGoNow() throws IOException {
        List<StepEntry> entries = olist();
        double error = 0;
        int covered = 0;
        for (YearMonth month = YearMonth.of(2018, 1);
                month.isBefore(YearMonth.of(2018, 6));
                month = month.plusMonths(1)) {
            Instant snapshot =
                    month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            CurvePoint point = CohortFunnel.of(Funnel.of("lead", "deal"), CohortDefinition.strict())
                    .report(entries, Map.of(), snapshot)
                    .overall()
                    .recentCurve(MONTH, snapshot)
                    .conversionAt(HORIZON)
                    .orElseThrow();
            double truth = truth(entries, month);
            Interval interval = point.interval().orElseThrow();
            error += Math.abs(point.rate() - truth) / 5;
            covered += interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
        }
        double meanError = error;
        assertTrue(meanError <= 0.015, () -> "mean absolute error: " + meanError);
        assertTrue(covered >= 4, "covered: " + covered);
    }

    private static double truth(List<StepEntry> entries, YearMonth month) {
        return CohortFunnel.of(
                        Funnel.of("lead", "deal"), CohortDefinition.strict().within((int) HORIZON))
                .enteredIn(Period.month(month, ZoneOffset.UTC))
                .report(entries, Map.of(), Instant.parse("2019-12-31T00:00:00Z"))
                .overall()
                .conversion()
                .rate()
                .orElseThrow();
    }

    private static List<StepEntry> olist() throws IOException {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("dd-MM-uuuu");
        DateTimeFormatter minute = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm");
        Map<String, Instant> leads = new HashMap<>();
        for (Map<String, String> row : ReferenceFile.data("olist_funnel/leads.csv")) {
            LocalDate contact = LocalDate.parse(String.valueOf(row.get("first_contact_date")), day);
            leads.put(
                    String.valueOf(row.get("mql_id")),
                    contact.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        List<StepEntry> entries = new ArrayList<>();
        new TreeMap<>(leads).forEach((lead, at) -> entries.add(new StepEntry(lead, "lead", at)));
        for (Map<String, String> row : ReferenceFile.data("olist_funnel/closed_deals.csv")) {
            String lead = String.valueOf(row.get("mql_id"));
            Instant won = LocalDateTime.parse(String.valueOf(row.get("won_date")), minute)
                    .toInstant(ZoneOffset.UTC);
            entries.add(new StepEntry(lead, "deal", won));
        }
        return entries;
    }
}
