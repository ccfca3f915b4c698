package io.crmkit.jpa;

import io.crmkit.core.document.DocumentAllowance;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An allowance as stored within its quote or order. */
@Embeddable
class AllowanceColumns {

    @Column(name = "reason", nullable = false, length = 200)
    String reason;

    @Column(name = "amount", nullable = false, precision = 19, scale = 4)
    BigDecimal amount;

    @Column(name = "currency", nullable = false, length = 3)
    String currency;

    @Column(name = "tax_code", nullable = false, length = 2)
    String taxCode;

    @Column(name = "tax_percent", nullable = false, precision = 5, scale = 2)
    BigDecimal taxPercent;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected AllowanceColumns() {}

    private static AllowanceColumns of(DocumentAllowance allowance) {
        AllowanceColumns columns = new AllowanceColumns();
        columns.reason = allowance.reason();
        columns.amount = allowance.amount().amount();
        columns.currency = allowance.amount().currency().getCurrencyCode();
        columns.taxCode = allowance.tax().code();
        columns.taxPercent = allowance.tax().percent();
        return columns;
    }

    private DocumentAllowance allowance() {
        return new DocumentAllowance(
                reason, new Money(amount, Currency.getInstance(currency)), new TaxCategory(taxCode, taxPercent));
    }

    /** Lets a row hold these allowances; where it holds them already, nothing is touched. */
    static void fill(List<AllowanceColumns> columns, List<DocumentAllowance> allowances) {
        if (!allowances.equals(allowances(columns))) {
            columns.clear();
            allowances.forEach(allowance -> columns.add(of(allowance)));
        }
    }

    static List<DocumentAllowance> allowances(List<AllowanceColumns> columns) {
        return columns.stream().map(AllowanceColumns::allowance).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllowanceColumns that && allowance().equals(that.allowance());
    }

    @Override
    public int hashCode() {
        return allowance().hashCode();
    }
}
