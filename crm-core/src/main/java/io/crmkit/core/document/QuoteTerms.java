package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a quote holds under.
 *
 * @param currency the currency of all its amounts
 * @param validUntil the last day it can be accepted on
 * @param payment the terms of payment, at most 1,000 characters, or null
 * @param delivery the terms of delivery, at most 1,000 characters, or null
 * @param note what else is said, at most 4,000 characters, or null
 */
public record QuoteTerms(
        Currency currency,
        LocalDate validUntil,
        @Nullable String payment,
        @Nullable String delivery,
        @Nullable String note) {

    /**
     * Makes terms.
     *
     * @throws IllegalArgumentException if the currency has no minor unit by ISO 4217, or a text breaks its rule
     */
    public QuoteTerms {
        if (requireNonNull(currency, "currency").getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("currency must be one that amounts are stated in: " + currency);
        }
        requireNonNull(validUntil, "validUntil");
        Text.lines("payment", payment, 1_000);
        Text.lines("delivery", delivery, 1_000);
        Text.lines("note", note, 4_000);
    }
}
