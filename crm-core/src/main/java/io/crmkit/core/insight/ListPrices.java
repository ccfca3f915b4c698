package io.crmkit.core.insight;

import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list price behind a product's name; the catalogue is read when the first price is asked for. */
final class ListPrices {

    private final Store<Product, ProductId> products;
    private final TenantId tenant;
    private @Nullable Map<String, Money> prices;

    ListPrices(Store<Product, ProductId> products, TenantId tenant) {
        this.products = products;
        this.tenant = tenant;
    }

    Optional<Money> of(@Nullable String product) {
        return product == null ? Optional.empty() : Optional.ofNullable(all().get(product));
    }

    private Map<String, Money> all() {
        Map<String, Money> known = prices;
        if (known == null) {
            known = read();
            prices = known;
        }
        return known;
    }

    private Map<String, Money> read() {
        Map<String, Money> read = new HashMap<>();
        Directory.all(products, tenant, product -> {
            Money price = product.listPrice();
            if (price != null) {
                read.put(product.name(), price);
            }
        });
        return read;
    }
}
