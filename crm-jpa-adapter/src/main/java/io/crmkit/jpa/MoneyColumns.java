package io.crmkit.jpa;

import io.crmkit.core.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Money in two columns, which are null together. */
@Embeddable
class MoneyColumns {

    @Column(name = "amount", precision = 19, scale = 4)
    @Nullable
    BigDecimal amount;

    @Column(name = "currency", length = 3)
    @Nullable
    String currency;

    protected MoneyColumns() {}

    static @Nullable MoneyColumns of(@Nullable Money money) {
        if (money == null) {
            return null;
        }
        MoneyColumns columns = new MoneyColumns();
        columns.amount = money.amount();
        columns.currency = money.currency().getCurrencyCode();
        return columns;
    }

    static @Nullable Money money(@Nullable MoneyColumns columns) {
        return columns == null ? null : money(columns.amount, columns.currency);
    }

    static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Money(amount, Currency.getInstance(currency));
    }
}
