package io.crmkit.jpa;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A product as stored. */
@Entity
@Table(name = "crm_product")
class ProductRow extends OpenRow {

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "name_folded", nullable = false, length = 200)
    String nameFolded;

    @Column(name = "series", length = 200)
    @Nullable
    String series;

    @Column(name = "series_folded", length = 200)
    @Nullable
    String seriesFolded;

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "list_price", precision = 19, scale = 4))
    @AttributeOverride(name = "currency", column = @Column(name = "currency", length = 3))
    @Nullable
    MoneyColumns listPrice;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected ProductRow() {}
}
