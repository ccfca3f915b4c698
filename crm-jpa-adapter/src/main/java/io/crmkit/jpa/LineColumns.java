package io.crmkit.jpa;

import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.document.TaxCategory;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The columns of the lines of quotes and orders. */
@MappedSuperclass
abstract class LineColumns extends PartRow {

    @Column(name = "number", nullable = false)
    int number;

    @Column(name = "kind", nullable = false, length = 12)
    String kind;

    @Column(name = "product_id")
    @Nullable
    UUID product;

    @Column(name = "description", nullable = false, length = 1_000)
    String description;

    @Column(name = "quantity", nullable = false, precision = 16, scale = 4)
    BigDecimal quantity;

    @Column(name = "unit", nullable = false, length = 3)
    String unit;

    @Column(name = "unit_price", nullable = false, precision = 18, scale = 6)
    BigDecimal unitPrice;

    @Column(name = "discount", nullable = false, precision = 7, scale = 4)
    BigDecimal discount;

    @Column(name = "tax_code", nullable = false, length = 2)
    String taxCode;

    @Column(name = "tax_percent", nullable = false, precision = 5, scale = 2)
    BigDecimal taxPercent;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected LineColumns() {}

    final void fill(DocumentLine line) {
        number = line.number();
        kind = Codes.LINE_KIND.of(line.kind());
        product = Ids.value(line.product());
        description = line.description();
        quantity = line.quantity();
        unit = line.unit();
        unitPrice = line.unitPrice();
        discount = line.discount();
        taxCode = line.tax().code();
        taxPercent = line.tax().percent();
    }

    private DocumentLine line() {
        return new DocumentLine(
                number,
                Codes.LINE_KIND.constant(kind),
                Ids.of(product, ProductId::new),
                description,
                quantity,
                unit,
                unitPrice,
                discount,
                new TaxCategory(taxCode, taxPercent));
    }

    /** Lets a row hold these lines; where it holds them already, nothing is touched. */
    static <C extends LineColumns> void fill(List<C> rows, List<DocumentLine> lines, Supplier<C> newRow) {
        replace(
                rows,
                lines.stream()
                        .map(line -> {
                            C row = newRow.get();
                            row.fill(line);
                            return row;
                        })
                        .toList());
    }

    static List<DocumentLine> lines(List<? extends LineColumns> rows) {
        return rows.stream().map(LineColumns::line).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LineColumns that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }
}
