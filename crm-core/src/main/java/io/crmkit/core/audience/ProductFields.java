package io.crmkit.core.audience;

import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Money;
import java.util.List;

/** The fields of products. */
public final class ProductFields {

    /** The identity. */
    public static final Field<Product, ProductId> ID =
            new Field<>(Product.class, "id", FieldType.ID, Codec.id(ProductId::new), Product::id);

    /** The name. */
    public static final Field<Product, String> NAME =
            new Field<>(Product.class, "name", FieldType.TEXT, Codec.same(String.class), Product::name);

    /** The series. */
    public static final Field<Product, String> SERIES =
            new Field<>(Product.class, "series", FieldType.TEXT, Codec.same(String.class), Product::series);

    /** The list price. */
    public static final Field<Product, Money> LIST_PRICE =
            new Field<>(Product.class, "listPrice", FieldType.MONEY, Codec.same(Money.class), Product::listPrice);

    /** All of them, by name. */
    public static final Fields<Product> ALL =
            new Fields<>(Product.class, List.of(ID, NAME, SERIES, LIST_PRICE), Product::custom, Product::tags);

    private ProductFields() {}
}
