package io.crmkit.jpa;

import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.document.TaxCategory;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line as stored within its quote or order; compared by what it is a line of. */
@Embeddable
class LineColumns {

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

    private static LineColumns of(DocumentLine line) {
        LineColumns columns = new LineColumns();
        columns.number = line.number();
        columns.kind = Codes.LINE_KIND.of(line.kind());
        columns.product = Ids.value(line.product());
        columns.description = line.description();
        columns.quantity = line.quantity();
        columns.unit = line.unit();
        columns.unitPrice = line.unitPrice();
        columns.discount = line.discount();
        columns.taxCode = line.tax().code();
        columns.taxPercent = line.tax().percent();
        return columns;
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
    static void fill(List<LineColumns> columns, List<DocumentLine> lines) {
        if (!lines.equals(lines(columns))) {
            columns.clear();
            lines.forEach(line -> columns.add(of(line)));
        }
    }

    static List<DocumentLine> lines(List<LineColumns> columns) {
        return columns.stream().map(LineColumns::line).toList();
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
