package io.crmkit.core.service;

import io.crmkit.core.document.DocumentAllowance;
import io.crmkit.core.document.DocumentTotals;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.document.TaxSubtotal;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the parts of a quote ask of each other, and the terms of the day. */
record QuoteRules(Commands commands, LocalDate today) {

    /** A wish whose every part fits the others; all that does not is said at once. */
    DraftQuote checked(DraftQuote command) {
        DraftQuote wish = commands.check(command, this::broken);
        List<Violation> unfit = unfit(wish);
        if (!unfit.isEmpty()) {
            throw commands.refused("DraftQuote", unfit);
        }
        return wish;
    }

    /* what is missing is for others to name */
    private List<Violation> broken(DraftQuote wish) {
        List<Violation> broken = new ArrayList<>();
        QuoteTerms terms = wish.terms();
        if (terms != null && terms.validUntil().isBefore(today)) {
            broken.add(violation("terms.validUntil", terms.validUntil(), "crmkit.notBefore", Map.of("today", today)));
        }
        if (terms != null && wish.allowances() != null) {
            broken.addAll(ofOtherCurrency(wish.allowances(), terms.currency()));
        }
        if (wish.lines() != null && length(wish.lines()) > Quote.LONGEST_TEXT) {
            broken.add(violation("lines", null, "crmkit.descriptions", Map.of("max", Quote.LONGEST_TEXT)));
        }
        return broken;
    }

    private List<Violation> ofOtherCurrency(List<? extends @Nullable DocumentAllowance> allowances, Currency currency) {
        List<Violation> broken = new ArrayList<>();
        for (int i = 0; i < allowances.size(); i++) {
            DocumentAllowance allowance = allowances.get(i);
            if (allowance != null && !allowance.amount().currency().equals(currency)) {
                broken.add(violation(
                        amount(i), allowance.amount(), "crmkit.currencyOfTerms", Map.of("currency", currency)));
            }
        }
        return broken;
    }

    private static long length(List<? extends DraftQuote.@Nullable Line> lines) {
        return lines.stream()
                .filter(Objects::nonNull)
                .map(DraftQuote.Line::description)
                .filter(Objects::nonNull)
                .mapToLong(String::length)
                .sum();
    }

    /* of what fits its form */
    private List<Violation> unfit(DraftQuote wish) {
        try {
            return tooGreat(
                    wish.allowances(), DocumentTotals.of(wish.terms().currency(), wish.documentLines(), List.of()));
        } catch (IllegalArgumentException beyond) {
            return List.of(violation("lines", null, "crmkit.sum", Map.of("digits", Money.MOST_DIGITS)));
        }
    }

    private List<Violation> tooGreat(List<DocumentAllowance> allowances, DocumentTotals lines) {
        Map<TaxCategory, BigDecimal> left = new TreeMap<>();
        for (TaxSubtotal row : lines.taxes()) {
            left.put(row.category(), row.taxable().amount());
        }
        List<Violation> broken = new ArrayList<>();
        for (int i = 0; i < allowances.size(); i++) {
            Money amount = allowances.get(i).amount();
            TaxCategory tax = allowances.get(i).tax();
            BigDecimal most = left.getOrDefault(tax, BigDecimal.ZERO);
            if (amount.amount().compareTo(most) > 0) {
                Map<String, Object> words = Map.of(
                        "code", tax.code(),
                        "percent", tax.percent().toPlainString(),
                        "left", new Money(most, amount.currency()));
                broken.add(violation(amount(i), amount, "crmkit.linesOfTax", words));
            } else {
                left.put(tax, most.subtract(amount.amount()));
            }
        }
        return broken;
    }

    private static String amount(int place) {
        return "allowances[" + place + "].amount";
    }

    private Violation violation(String field, @Nullable Object value, String key, Map<String, Object> attributes) {
        return commands.violation(field, value, new Rule(key, attributes));
    }
}
