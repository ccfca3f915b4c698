package io.crmkit.core.service;

import io.crmkit.core.document.DocumentAllowance;
import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.LineKind;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.value.Literal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a quote, or for other contents of one that is still a draft.
 *
 * @param parties who it is between
 * @param terms what it holds under; valid until today at the earliest
 * @param lines its lines in order, at most 1,000
 * @param allowances what is taken off the whole, at most 100
 */
public record DraftQuote(
        @NotNull DocumentParties parties,
        @NotNull @FourDigitYear QuoteTerms terms,
        @NotNull @Size(max = 1_000) List<@Valid @NotNull Line> lines,
        @NotNull @Size(max = 100) List<@NotNull DocumentAllowance> allowances) {

    /**
     * One line of the quote wished for.
     *
     * @param kind whether it is part of what is offered
     * @param product the product of the catalogue, or null
     * @param description what is sold, 1 to 1,000 characters
     * @param quantity how much, above 0, at most four decimals
     * @param unit the code of the unit (UN/ECE Recommendation 20), such as {@code C62} for pieces
     * @param unitPrice the price of one unit before the discount, 0 or more, at most six decimals
     * @param discount the discount in percent, 0 to 100, at most four decimals
     * @param tax how it is taxed
     */
    public record Line(
            @NotNull LineKind kind,
            @Nullable ProductId product,
            @NotBlank @Size(max = 1_000) @PlainText String description,

            @NotNull
            @DecimalMin(value = "0", inclusive = false, message = "{crmkit.above}")
            @Digits(integer = 12, fraction = 4)
            BigDecimal quantity,

            @NotNull @Pattern(regexp = "[A-Z0-9]{1,3}", message = "{crmkit.unit}")
            String unit,

            @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 6)
            BigDecimal unitPrice,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
            BigDecimal discount,

            @NotNull TaxCategory tax) {

        /**
         * Wishes for a line that counts, in pieces and without a discount.
         *
         * @param description what is sold
         * @param quantity how many pieces
         * @param unitPrice the price of one
         * @param tax how it is taxed
         * @return the line
         */
        public static Line of(String description, String quantity, String unitPrice, TaxCategory tax) {
            return new Line(
                    LineKind.STANDARD,
                    null,
                    description,
                    Literal.decimal("quantity", quantity),
                    "C62",
                    Literal.decimal("unitPrice", unitPrice),
                    BigDecimal.ZERO,
                    tax);
        }

        private DocumentLine numbered(int number) {
            return new DocumentLine(number, kind, product, description, quantity, unit, unitPrice, discount, tax);
        }
    }

    /** The lines wished for, numbered from 1 in their order. */
    List<DocumentLine> documentLines() {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).numbered(i + 1))
                .toList();
    }
}
