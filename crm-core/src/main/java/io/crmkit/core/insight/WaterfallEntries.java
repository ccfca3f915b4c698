package io.crmkit.core.insight;

import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Money;
import io.crmkit.core.view.ClosePeriod;
import io.crmkit.core.view.OpportunityState;
import io.crmkit.metrics.Amount;
import io.crmkit.metrics.forecast.PipelineEntry;
import io.crmkit.metrics.forecast.Waterfall;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opportunities at two instants, currency by currency; those settled at both are in neither pipeline and are not kept. */
final class WaterfallEntries {

    static final String OURS = "ours";
    private static final String OTHERS = "others";

    private final Set<SellerId> owners;
    private final Map<String, List<PipelineEntry>> before = new TreeMap<>();
    private final Map<String, List<PipelineEntry>> after = new TreeMap<>();

    /** @param owners whose pipeline it is, or none for everybody's */
    WaterfallEntries(Set<SellerId> owners) {
        this.owners = Set.copyOf(owners);
    }

    void add(Optional<OpportunityState> then, Optional<OpportunityState> later) {
        if (!isSettled(then) || !isSettled(later)) {
            // what has no amount at one instant is worth nothing in the currency it has at the other
            List<String> currencies = Stream.concat(then.stream(), later.stream())
                    .flatMap(state -> Optional.ofNullable(state.amount()).stream())
                    .map(amount -> amount.currency().getCurrencyCode())
                    .distinct()
                    .toList();
            currencies.forEach(code -> {
                then.ifPresent(state -> add(before, code, state));
                later.ifPresent(state -> add(after, code, state));
            });
        }
    }

    static boolean isSettled(Optional<OpportunityState> state) {
        return state.isPresent() && !state.get().isOpen();
    }

    private void add(Map<String, List<PipelineEntry>> to, String code, OpportunityState state) {
        Money amount = state.amount();
        if (amount == null || amount.currency().getCurrencyCode().equals(code)) {
            to.computeIfAbsent(code, none -> new ArrayList<>()).add(entry(code, state));
        }
    }

    private PipelineEntry entry(String code, OpportunityState state) {
        Money amount = state.amount();
        return entry(state, amount == null ? BigDecimal.ZERO : amount.amount(), Currency.getInstance(code));
    }

    PipelineEntry entry(OpportunityState state, BigDecimal worth, Currency currency) {
        return new PipelineEntry(
                state.id().toString(),
                isOurs(state) ? OURS : OTHERS,
                new Amount(worth.max(BigDecimal.ZERO), currency),
                day(state),
                outcome(state.standing().outcome()));
    }

    private boolean isOurs(OpportunityState state) {
        SellerId owner = state.owner();
        return owners.isEmpty() || (owner != null && owners.contains(owner));
    }

    private static LocalDate day(OpportunityState state) {
        LocalDate closed = state.dates().closedOn();
        LocalDate expected = state.dates().expectedClose();
        LocalDate day = closed == null ? expected : closed;
        return day == null ? LocalDate.MAX : day;
    }

    private static io.crmkit.metrics.funnel.Outcome outcome(Outcome outcome) {
        return switch (outcome) {
            case OPEN -> io.crmkit.metrics.funnel.Outcome.OPEN;
            case WON -> io.crmkit.metrics.funnel.Outcome.WON;
            case LOST -> io.crmkit.metrics.funnel.Outcome.LOST;
        };
    }

    List<Waterfall> between(ClosePeriod closing) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(code -> Waterfall.between(
                        Currency.getInstance(code),
                        Set.of(OURS),
                        closing.from(),
                        closing.until(),
                        before.getOrDefault(code, List.of()),
                        after.getOrDefault(code, List.of())))
                .toList();
    }
}
