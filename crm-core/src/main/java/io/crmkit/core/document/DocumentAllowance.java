package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Money;
import io.crmkit.core.value.Text;

/**
 * An amount taken off a whole document, such as a discount agreed upon at the end.
 *
 * <p>Source: EN 16931-1:2017, group BG-20: amount BT-92, reason BT-97, tax category BT-95.
 *
 * @param reason why, 1 to 200 characters
 * @param amount how much before tax, above 0, in the document's currency
 * @param tax the tax category it lowers, one that a line of the document has
 */
public record DocumentAllowance(String reason, Money amount, TaxCategory tax) {

    /**
     * Makes an allowance.
     *
     * @throws IllegalArgumentException if the reason breaks its rule or the amount is not above 0
     */
    public DocumentAllowance {
        Text.required("allowance reason", reason, 200);
        requireNonNull(tax, "tax");
        if (requireNonNull(amount, "amount").amount().signum() <= 0) {
            throw new IllegalArgumentException("allowance amount must be above 0: " + amount);
        }
    }
}
