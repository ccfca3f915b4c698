package io.crmkit.core.service;

import io.crmkit.core.pipeline.LineTotals;
import io.crmkit.core.pipeline.OpportunityLine;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Violation;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the currency of lines asks of their prices. */
record LinePrices(Commands commands) {

    private static final String DIGITS = "jakarta.validation.constraints.Digits.message";

    /** The prices that are no amounts of the currency; what is missing is for others to name. */
    List<Violation> broken(ChangeLines wish) {
        if (wish.currency() == null || wish.lines() == null) {
            return List.of();
        }
        return IntStream.range(0, wish.lines().size())
                .boxed()
                .flatMap(place -> broken(place, wish.lines().get(place), wish.currency()))
                .toList();
    }

    private Stream<Violation> broken(int place, ChangeLines.@Nullable Line line, Currency currency) {
        BigDecimal price = line == null ? null : line.unitPrice();
        if (price == null || Money.states(price, currency)) {
            return Stream.empty();
        }
        Map<String, Object> allowed = Map.of("integer", Money.MOST_DIGITS, "fraction", Money.decimals(currency));
        return Stream.of(commands.violation("lines[%d].unitPrice".formatted(place), price, new Rule(DIGITS, allowed)));
    }

    /** The same lines, whose totals money can state. */
    List<OpportunityLine> addable(List<OpportunityLine> lines) {
        try {
            LineTotals.of(lines);
            return lines;
        } catch (IllegalArgumentException beyond) {
            throw commands.refused(
                    "ChangeLines", "lines", null, Commands.Rule.of("crmkit.sum", "digits", Money.MOST_DIGITS));
        }
    }
}
