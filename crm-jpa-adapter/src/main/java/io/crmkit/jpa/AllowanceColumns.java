package io.crmkit.jpa;

import io.crmkit.core.document.DocumentAllowance;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The columns of the allowances of quotes and orders. */
@MappedSuperclass
abstract class AllowanceColumns extends PartRow {

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

    final void fill(DocumentAllowance allowance) {
        reason = allowance.reason();
        amount = allowance.amount().amount();
        currency = allowance.amount().currency().getCurrencyCode();
        taxCode = allowance.tax().code();
        taxPercent = allowance.tax().percent();
    }

    private DocumentAllowance allowance() {
        return new DocumentAllowance(
                reason, new Money(amount, Currency.getInstance(currency)), new TaxCategory(taxCode, taxPercent));
    }

    /** Lets a row hold these allowances; where it holds them already, nothing is touched. */
    static <C extends AllowanceColumns> void fill(
            List<C> rows, List<DocumentAllowance> allowances, Supplier<C> newRow) {
        replace(
                rows,
                allowances.stream()
                        .map(allowance -> {
                            C row = newRow.get();
                            row.fill(allowance);
                            return row;
                        })
                        .toList());
    }

    static List<DocumentAllowance> allowances(List<? extends AllowanceColumns> rows) {
        return rows.stream().map(AllowanceColumns::allowance).toList();
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
