package io.crmkit.core.service;

import io.crmkit.core.document.ProductId;
import io.crmkit.core.pipeline.Charge;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLine;
import io.crmkit.core.value.Literal;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to say what is negotiated: all of it, as it is to be. The amounts stay what the seller said.
 *
 * @param opportunity the opportunity
 * @param from the revision the caller has seen
 * @param currency the currency of all prices
 * @param lines what is negotiated, at most 200 lines; none takes all away
 */
public record ChangeLines(
        @NotNull OpportunityId opportunity,
        @NotNull Revision from,
        @NotNull Currency currency,
        @NotNull @Size(max = Opportunity.MOST_LINES) List<@Valid @NotNull Line> lines) {

    /**
     * One line of what is negotiated.
     *
     * @param product the product of the catalogue, or null
     * @param name what it is, 1 to 200 characters
     * @param quantity how much of it, above 0, at most 12 digits and four decimals
     * @param unitPrice the price of one before the discount, 0 or more, at most 15 digits and as many decimals as the
     *     currency has
     * @param discount the discount in percent, 0 to 100, at most four decimals
     * @param charge how often it is charged
     */
    public record Line(
            @Nullable ProductId product,
            @NotBlank @Size(max = 200) @PlainText String name,

            @NotNull
            @DecimalMin(value = "0", inclusive = false, message = "{crmkit.above}")
            @Digits(integer = 12, fraction = 4)
            BigDecimal quantity,

            @NotNull @DecimalMin("0") BigDecimal unitPrice,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
            BigDecimal discount,

            @NotNull Charge charge) {

        /**
         * Wishes for a line without a product and a discount.
         *
         * @param name what it is
         * @param quantity how much of it
         * @param unitPrice the price of one
         * @param charge how often it is charged
         * @return the line
         */
        public static Line of(String name, String quantity, String unitPrice, Charge charge) {
            return new Line(
                    null,
                    name,
                    Literal.decimal("quantity", quantity),
                    Literal.decimal("unitPrice", unitPrice),
                    BigDecimal.ZERO,
                    charge);
        }

        private OpportunityLine in(Currency currency) {
            return new OpportunityLine(product, name, quantity, new Money(unitPrice, currency), discount, charge);
        }
    }

    /** The lines wished for, in their order. */
    List<OpportunityLine> opportunityLines() {
        return lines.stream().map(line -> line.in(currency)).toList();
    }
}
