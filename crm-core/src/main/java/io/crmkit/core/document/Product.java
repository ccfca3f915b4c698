package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold, as the catalogue lists it.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the product's name, 1 to 200 characters
 * @param series the family it belongs to, or null
 * @param listPrice the price before any discount, or null
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Product(
        ProductId id,
        Revision revision,
        String name,
        @Nullable String series,
        @Nullable Money listPrice,
        CustomFields custom,
        Set<String> tags)
        implements Noun<ProductId>, Extensible<Product> {

    /**
     * Makes a product.
     *
     * @throws IllegalArgumentException if a text breaks its rule
     */
    public Product {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(custom, "custom");
        tags = Text.tags("tags", tags);
        Text.required("name", name, 200);
        Text.optional("series", series, 200);
    }

    /**
     * Makes a product without custom fields and tags.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param name the product's name, 1 to 200 characters
     * @param series the family it belongs to, or null
     * @param listPrice the price before any discount, or null
     * @throws IllegalArgumentException if a field breaks its rule
     */
    public Product(ProductId id, Revision revision, String name, @Nullable String series, @Nullable Money listPrice) {
        this(id, revision, name, series, listPrice, CustomFields.NONE, Set.of());
    }

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Product withRevision(Revision next) {
        return new Product(id, next, name, series, listPrice, custom, tags);
    }

    @Override
    public Product withCustom(CustomFields other) {
        return new Product(id, revision, name, series, listPrice, other, tags);
    }

    @Override
    public Product withTags(Set<String> other) {
        return new Product(id, revision, name, series, listPrice, custom, other);
    }
}
