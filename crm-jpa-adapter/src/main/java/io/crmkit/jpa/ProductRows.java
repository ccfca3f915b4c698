package io.crmkit.jpa;

import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Products to rows and back. */
final class ProductRows {

    static final Mapping<Product, ProductId, ProductRow> MAPPING = new Mapping<>(
            ProductRow.class,
            "name",
            List.of(),
            ProductRow::new,
            ProductRows::fill,
            ProductRows::toDomain,
            ProductId::new);

    private ProductRows() {}

    private static void fill(Product product, ProductRow row) {
        row.fill(product.custom(), product.tags());
        row.name = product.name();
        row.nameFolded = Folding.folded(row.name);
        row.series = product.series();
        row.seriesFolded = Folded.of(row.series);
        row.listPrice = MoneyColumns.of(product.listPrice());
    }

    static Product toDomain(ProductRow row) {
        return new Product(
                new ProductId(row.id),
                new Revision(row.revision),
                row.name,
                row.series,
                MoneyColumns.money(row.listPrice),
                row.custom(),
                row.tags());
    }
}
