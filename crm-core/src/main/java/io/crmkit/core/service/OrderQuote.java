package io.crmkit.core.service;

import io.crmkit.core.document.QuoteId;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The wish to order an accepted quote, whole or in part.
 *
 * @param quote the quote
 * @param request the caller's word for this request, 1 to 100 characters: asked again by the same word, the same order
 *     is answered
 * @param quantities how much of which line, by the line's number; empty for all that is offered and not ordered yet
 */
public record OrderQuote(
        @NotNull QuoteId quote,
        @NotBlank @Size(max = 100) @PlainText String request,

        @NotNull
        Map<
                        @NotNull Integer,
                        @NotNull @DecimalMin(value = "0", inclusive = false, message = "{crmkit.above}")
                        @Digits(integer = 12, fraction = 4) BigDecimal>
                quantities) {

    private static final String ALL = "all";

    /**
     * Wishes to order all that is offered.
     *
     * @param quote the quote
     * @return the command, the same request each time
     */
    public static OrderQuote all(QuoteId quote) {
        return new OrderQuote(quote, ALL, Map.of());
    }
}
