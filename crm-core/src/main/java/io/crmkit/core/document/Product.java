package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold, as the catalogue lists it.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the product's name, 1 to 200 characters
 * @param series the family it belongs to, or null
 * @param listPrice the price before any discount, or null
 */
public record Product(
        ProductId id,
        Revision revision,
        String name,
        @Nullable String series,
        @Nullable Money listPrice) implements Noun<ProductId> {

    /**
     * Makes a product.
     *
     * @throws IllegalArgumentException if a text breaks its rule
     */
    public Product {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        Text.required("name", name, 200);
        Text.optional("series", series, 200);
    }

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Product withRevision(Revision next) {
        return new Product(id, next, name, series, listPrice);
    }
}
