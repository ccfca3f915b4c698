package io.crmkit.jpa;

import io.crmkit.core.document.ProductId;
import io.crmkit.core.pipeline.OpportunityLine;
import io.crmkit.core.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line as stored within the opportunity. */
@Entity
@Table(name = "crm_opportunity_line")
class OpportunityLineRow extends PartRow {

    @Column(name = "product_id")
    @Nullable
    UUID product;

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "quantity", nullable = false, precision = 16, scale = 4)
    BigDecimal quantity;

    @Column(name = "unit_price", nullable = false, precision = 19, scale = 4)
    BigDecimal unitPrice;

    @Column(name = "currency", nullable = false, length = 3)
    String currency;

    @Column(name = "discount", nullable = false, precision = 7, scale = 4)
    BigDecimal discount;

    @Column(name = "charge", nullable = false, length = 8)
    String charge;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected OpportunityLineRow() {}

    private static OpportunityLineRow of(OpportunityLine line) {
        OpportunityLineRow row = new OpportunityLineRow();
        row.product = Ids.value(line.product());
        row.name = line.name();
        row.quantity = line.quantity();
        row.unitPrice = line.unitPrice().amount();
        row.currency = line.unitPrice().currency().getCurrencyCode();
        row.discount = line.discount();
        row.charge = Codes.CHARGE.of(line.charge());
        return row;
    }

    private OpportunityLine line() {
        return new OpportunityLine(
                Ids.of(product, ProductId::new),
                name,
                quantity,
                new Money(unitPrice, Currency.getInstance(currency)),
                discount,
                Codes.CHARGE.constant(charge));
    }

    /** Lets a row hold these lines; where it holds them already, nothing is touched. */
    static void fill(List<OpportunityLineRow> rows, List<OpportunityLine> lines) {
        replace(rows, lines.stream().map(OpportunityLineRow::of).toList());
    }

    static List<OpportunityLine> lines(List<OpportunityLineRow> rows) {
        return rows.stream().map(OpportunityLineRow::line).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpportunityLineRow that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }
}
