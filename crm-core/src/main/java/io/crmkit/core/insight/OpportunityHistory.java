package io.crmkit.core.insight;

import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.port.Facts.OpportunityFact;
import io.crmkit.core.value.Money;
import io.crmkit.metrics.forecast.OpenOpportunity;
import io.crmkit.metrics.forecast.StageVisit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The opportunities of a pipeline as days: when each was opened, when it was closed, and how.
 *
 * <p>One whose opening day was not recorded teaches nothing about ages; while it is open it is taken for one opened on
 * the day asked about.
 */
final class OpportunityHistory {

    private static final String OPEN = "open";

    private final ListPrices prices;
    private final List<Entry> entries = new ArrayList<>();

    /** One opportunity. */
    record Entry(
            String id,
            @Nullable LocalDate opened,
            @Nullable LocalDate closed,
            Outcome outcome,
            @Nullable Money value) {

        boolean isOpenOn(LocalDate day) {
            boolean begun = opened == null || !opened.isAfter(day);
            return begun && (outcome == Outcome.OPEN || (closed != null && closed.isAfter(day)));
        }

        boolean isSettledBy(LocalDate day) {
            return outcome != Outcome.OPEN && (closed == null || !closed.isAfter(day));
        }

        OpenOpportunity on(LocalDate day) {
            double days = opened == null ? 0 : ChronoUnit.DAYS.between(opened, day);
            return new OpenOpportunity(id, OPEN, days, days, Map.of());
        }
    }

    OpportunityHistory(ListPrices prices) {
        this.prices = prices;
    }

    void add(OpportunityFact fact) {
        Money amount = fact.amount();
        entries.add(new Entry(
                fact.id().value().toString(),
                fact.opened(),
                fact.closed(),
                fact.outcome(),
                amount != null ? amount : prices.of(fact.product()).orElse(null)));
    }

    List<Entry> openOn(LocalDate day) {
        return entries.stream().filter(entry -> entry.isOpenOn(day)).toList();
    }

    long settledBy(LocalDate day) {
        return entries.stream().filter(entry -> entry.isSettledBy(day)).count();
    }

    /** The first day on which an opportunity was closed: before, nothing was to be learned. */
    Optional<LocalDate> firstClosing() {
        return entries.stream()
                .flatMap(entry -> Optional.ofNullable(entry.closed()).stream())
                .min(LocalDate::compareTo);
    }

    /** The last day on which an opportunity was opened or closed. */
    Optional<LocalDate> lastDay() {
        return entries.stream()
                .flatMap(
                        entry -> Optional.ofNullable(entry.closed() == null ? entry.opened() : entry.closed()).stream())
                .max(LocalDate::compareTo);
    }

    /** The time each was open, for whoever learns from it how opportunities end. */
    List<StageVisit> visits() {
        List<StageVisit> visits = new ArrayList<>();
        for (Entry entry : entries) {
            LocalDate opened = entry.opened();
            LocalDate closed = entry.closed();
            if (opened != null && entry.outcome() == Outcome.OPEN) {
                visits.add(StageVisit.open(entry.id(), OPEN, morning(opened)));
            } else if (opened != null && closed != null) {
                visits.add(StageVisit.settled(
                        entry.id(), OPEN, morning(opened), morning(closed), outcome(entry.outcome())));
            }
        }
        return visits;
    }

    static Instant morning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static io.crmkit.metrics.funnel.Outcome outcome(Outcome outcome) {
        return outcome == Outcome.WON ? io.crmkit.metrics.funnel.Outcome.WON : io.crmkit.metrics.funnel.Outcome.LOST;
    }
}
