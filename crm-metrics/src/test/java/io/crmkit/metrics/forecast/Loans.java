package io.crmkit.metrics.forecast;

import io.crmkit.metrics.ReferenceFile;
import io.crmkit.metrics.funnel.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The offers of the BPI Challenge 2012: each is sent, may come back filled in, and is accepted or not. */
final class Loans {

    private static final Set<String> LOST = Set.of("A_CANCELLED", "A_DECLINED");
    private static final Set<String> WON = Set.of("A_APPROVED", "A_REGISTERED", "A_ACTIVATED", "O_ACCEPTED");
    private static final double LONGEST_QUIET = 30;

    private final Map<String, Instant> sent = new TreeMap<>();
    private final Map<String, Instant> returned = new HashMap<>();
    private final Map<String, Instant> ended = new HashMap<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();

    private Loans() {}

    static List<StageVisit> visits() throws IOException {
        Loans loans = new Loans();
        for (Map<String, String> row : ReferenceFile.data("bpi2012/bpi2012_events.csv.gz")) {
            loans.read(
                    String.valueOf(row.get("case_id")),
                    String.valueOf(row.get("activity")),
                    OffsetDateTime.parse(String.valueOf(row.get("timestamp"))).toInstant());
        }
        List<StageVisit> visits = new ArrayList<>();
        loans.sent.forEach((loan, at) -> loans.addVisits(visits, loan, at));
        return visits;
    }

    private void read(String loan, String activity, Instant at) {
        if (activity.equals("O_SENT")) {
            sent.putIfAbsent(loan, at);
        } else if (activity.equals("O_SENT_BACK")) {
            returned.putIfAbsent(loan, at);
        } else if (LOST.contains(activity) || WON.contains(activity)) {
            ended.putIfAbsent(loan, at);
            outcomes.merge(
                    loan, WON.contains(activity) ? Outcome.WON : Outcome.LOST, (a, b) -> a == Outcome.WON ? a : b);
        }
    }

    private void addVisits(List<StageVisit> visits, String loan, Instant at) {
        Optional<Instant> end = Optional.ofNullable(ended.get(loan)).filter(moment -> !moment.isBefore(at));
        Optional<Instant> back = Optional.ofNullable(returned.get(loan))
                .filter(moment -> !moment.isBefore(at) && (end.isEmpty() || !moment.isAfter(end.get())));
        back.ifPresent(moment -> visits.add(StageVisit.moved(loan, "sent", at, moment, "returned")));
        String stage = back.isPresent() ? "returned" : "sent";
        Instant entered = back.orElse(at);
        visits.add(end.map(moment ->
                        StageVisit.settled(loan, stage, entered, moment, outcomes.getOrDefault(loan, Outcome.LOST)))
                .orElse(StageVisit.open(loan, stage, entered)));
    }

    /** The offers open on each Monday, as they stood. */
    static List<OpportunitySnapshot> snapshots() throws IOException {
        List<OpportunitySnapshot> snapshots = new ArrayList<>();
        for (Map<String, String> row : ReferenceFile.data("bpi2012/derived_weekly_open_offers.csv.gz")) {
            boolean back = "1".equals(row.get("sb"));
            double days = Math.max(0, ReferenceFile.number(row, "age"));
            double stageDays = back ? Math.max(0, ReferenceFile.number(row, "sbage")) : days;
            Map<String, Double> covariates = Map.of(
                    "calls", ReferenceFile.number(row, "n"),
                    "quiet days", Math.max(0, Math.min(LONGEST_QUIET, ReferenceFile.number(row, "since"))),
                    "amount", ReferenceFile.number(row, "amt"));
            OpenOpportunity offer = new OpenOpportunity(
                    String.valueOf(row.get("case")), back ? "returned" : "sent", days, stageDays, covariates);
            Optional<Instant> end = Optional.of(String.valueOf(row.get("end")))
                    .filter(text -> !text.isEmpty())
                    .map(Loans::instant);
            Outcome outcome = "1".equals(row.get("y")) ? Outcome.WON : Outcome.LOST;
            snapshots.add(new OpportunitySnapshot(
                    instant(String.valueOf(row.get("snap"))), offer, end.isPresent() ? outcome : Outcome.OPEN, end));
        }
        return snapshots;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    }
}
