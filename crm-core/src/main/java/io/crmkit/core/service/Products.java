package io.crmkit.core.service;

import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.value.Revision;

/** The catalogue of what is sold. */
public final class Products extends ExtensibleRecords<Product, ProductId> {

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Products(Call call) {
        super(call, call.stores().products());
    }

    /**
     * Adds a product.
     *
     * @param command what is known of the product
     * @return the product as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     */
    public Product add(AddProduct command) {
        AddProduct add = call().commands().check(command);
        ProductId id = new ProductId(call().ids().next());
        return added(new Product(id, Revision.NONE, add.name(), add.series(), add.listPrice()));
    }
}
