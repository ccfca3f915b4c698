package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.LineKind;
import io.crmkit.core.pipeline.Charge;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityLine;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is negotiated in an opportunity, as the contents of a quote. */
record OpportunityOffer(Call call, Opportunity opportunity, QuoteOpportunity wish) {

    /* UN/ECE Recommendation 20 */
    private static final String PIECE = "C62";
    private static final String MONTH = "MON";

    /** The quote wished for; all that is missing is said at once. */
    DraftQuote draft() {
        List<Violation> missing = missing();
        if (!missing.isEmpty()) {
            throw call.commands().refused("QuoteOpportunity", missing);
        }
        OpportunityParties parties = opportunity.parties();
        return new DraftQuote(
                new DocumentParties(
                        requireNonNull(parties.owner()), parties.company(), parties.contact(), opportunity.id()),
                wish.terms(),
                opportunity.lines().stream().map(this::line).toList(),
                List.of());
    }

    private DraftQuote.Line line(OpportunityLine line) {
        boolean monthly = line.charge() == Charge.MONTHLY;
        BigDecimal months = monthly ? BigDecimal.valueOf(requireNonNull(wish.months())) : BigDecimal.ONE;
        return new DraftQuote.Line(
                LineKind.STANDARD,
                line.product(),
                line.name(),
                line.quantity().multiply(months),
                monthly ? MONTH : PIECE,
                line.unitPrice().amount(),
                line.discount(),
                wish.tax());
    }

    private List<Violation> missing() {
        List<Violation> missing = new ArrayList<>();
        OpportunityParties parties = opportunity.parties();
        if (opportunity.lines().isEmpty()) {
            missing.add(violation("opportunity.lines", null, "crmkit.linesGiven", Map.of()));
        }
        if (parties.owner() == null) {
            missing.add(
                    violation("opportunity.owner", null, "jakarta.validation.constraints.NotNull.message", Map.of()));
        }
        if (parties.company() == null && parties.contact() == null) {
            missing.add(violation("opportunity.company", null, "crmkit.customerGiven", Map.of()));
        }
        Currency offered = wish.terms().currency();
        opportunity.lines().stream()
                .map(line -> line.unitPrice().currency())
                .filter(currency -> !currency.equals(offered))
                .findFirst()
                .ifPresent(currency -> missing.add(violation(
                        "terms.currency",
                        offered.getCurrencyCode(),
                        "crmkit.currencyOfLines",
                        Map.of("currency", currency.getCurrencyCode()))));
        if (wish.months() == null && opportunity.lines().stream().anyMatch(line -> line.charge() == Charge.MONTHLY)) {
            missing.add(violation("months", null, "crmkit.monthsGiven", Map.of()));
        }
        return missing;
    }

    private Violation violation(String field, @Nullable String value, String key, Map<String, Object> attributes) {
        return call.commands().violation(field, value, new Rule(key, attributes));
    }
}
