package io.crmkit.jpa;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One custom field of a record, in the column of its kind, so that criteria can ask for it; never read for itself. */
@Entity
@Table(name = "crm_custom_value")
@IdClass(CustomValueRow.Key.class)
class CustomValueRow {

    @Id
    @Column(name = "owner_id", nullable = false)
    UUID owner;

    @Id
    @Column(name = "name", nullable = false, length = 50)
    String name;

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant;

    @Column(name = "kind", nullable = false, length = 10)
    String kind;

    @Column(name = "text_value", length = 1_000)
    @Nullable
    String text;

    @Column(name = "text_folded", length = 1_000)
    @Nullable
    String textFolded;

    @Column(name = "number_value", precision = 21, scale = 6)
    @Nullable
    BigDecimal number;

    @Column(name = "currency", length = 3)
    @Nullable
    String currency;

    @Column(name = "date_value")
    @Nullable
    LocalDate date;

    @Column(name = "instant_value")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant instant;

    @Column(name = "boolean_value")
    @Nullable
    Boolean yesOrNo;

    @Column(name = "id_value")
    @Nullable
    UUID identity;

    @SuppressWarnings("NullAway.Init") // filled below or by the provider
    protected CustomValueRow() {}

    /** The identity: a record has one value by each name. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        UUID owner;
        String name;

        @SuppressWarnings("NullAway.Init") // filled by the provider
        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.owner.equals(owner) && key.name.equals(name);
        }

        @Override
        public int hashCode() {
            return 31 * owner.hashCode() + name.hashCode();
        }
    }

    static <T> CustomValueRow of(Row owner, CustomFields fields, FieldKey<T> key) {
        CustomValueRow row = new CustomValueRow();
        row.owner = owner.id;
        row.tenant = owner.tenant;
        row.name = key.name();
        row.kind = key.type().word();
        row.fill(fields.get(key));
        return row;
    }

    private void fill(@Nullable Object value) {
        if (value instanceof String words) {
            text = words;
            textFolded = Folding.folded(words);
        } else if (value instanceof BigDecimal exact) {
            number = exact;
        } else if (value instanceof Money money) {
            number = money.amount();
            currency = money.currency().getCurrencyCode();
        } else if (value instanceof LocalDate day) {
            date = day;
        } else if (value instanceof Instant at) {
            instant = at;
        } else if (value instanceof Boolean yes) {
            yesOrNo = yes;
        } else {
            identity = (UUID) value;
        }
    }
}
