package io.crmkit.core.insight;

import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Conversion;
import io.crmkit.core.value.DatedMoney;
import io.crmkit.core.value.ExchangeRate;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.RatePolicy;
import io.crmkit.core.value.RateRequest;
import io.crmkit.core.view.ClosePeriod;
import io.crmkit.core.view.ConvertedWaterfall;
import io.crmkit.core.view.OpportunityState;
import io.crmkit.metrics.forecast.PipelineEntry;
import io.crmkit.metrics.forecast.Waterfall;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opportunities at two instants, all in one currency; those settled at both are in neither pipeline and are not kept. */
final class ConvertedEntries {

    private final WaterfallEntries making;
    private final List<OpportunityState> before = new ArrayList<>();
    private final List<OpportunityState> after = new ArrayList<>();

    /** @param owners whose pipeline it is, or none for everybody's */
    ConvertedEntries(Set<SellerId> owners) {
        making = new WaterfallEntries(owners);
    }

    void add(Optional<OpportunityState> then, Optional<OpportunityState> later) {
        if (!WaterfallEntries.isSettled(then) || !WaterfallEntries.isSettled(later)) {
            then.ifPresent(before::add);
            later.ifPresent(after::add);
        }
    }

    ConvertedWaterfall between(
            ClosePeriod closing,
            RatePolicy policy,
            LocalDate today,
            Function<Set<RateRequest>, List<ExchangeRate>> rates) {
        List<DatedMoney> amounts = Stream.concat(before.stream(), after.stream())
                .flatMap(state -> Stream.ofNullable(dated(state)))
                .toList();
        Conversion conversion = Conversion.of(policy, amounts, today, rates);
        Waterfall waterfall = Waterfall.between(
                policy.target(),
                Set.of(WaterfallEntries.OURS),
                closing.from(),
                closing.until(),
                entries(before, policy, conversion),
                entries(after, policy, conversion));
        return new ConvertedWaterfall(policy, waterfall, conversion.rates());
    }

    private List<PipelineEntry> entries(List<OpportunityState> states, RatePolicy policy, Conversion conversion) {
        return states.stream()
                .map(state -> {
                    DatedMoney amount = dated(state);
                    BigDecimal worth = amount == null ? BigDecimal.ZERO : conversion.convert(amount);
                    return making.entry(state, worth, policy.target());
                })
                .toList();
    }

    private static @Nullable DatedMoney dated(OpportunityState state) {
        Money amount = state.amount();
        LocalDate closed = state.dates().closedOn();
        return amount == null
                ? null
                : new DatedMoney(
                        amount,
                        state.dates().openedOn(),
                        closed == null ? state.dates().expectedClose() : closed);
    }
}
