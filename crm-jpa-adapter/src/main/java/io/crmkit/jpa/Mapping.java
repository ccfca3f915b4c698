package io.crmkit.jpa;

import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How one noun is kept in rows.
 *
 * @param entity the row class, and the name in queries
 * @param naturalKey the attribute that holds the natural key
 * @param parts the lists a row holds besides its own columns
 * @param newRow makes an empty row
 * @param fill puts a noun's fields into a row, save identity, tenant and revision
 * @param toDomain makes the noun
 * @param id makes the identifier
 */
record Mapping<N extends Noun<I>, I extends Identifier, R extends Row>(
        Class<R> entity,
        String naturalKey,
        List<Parts<R, ?>> parts,
        Supplier<R> newRow,
        BiConsumer<N, R> fill,
        Function<R, N> toDomain,
        Function<UUID, I> id) {

    R toRow(String tenant, N noun) {
        R row = newRow.get();
        row.id = noun.id().value();
        row.tenant = tenant;
        row.revision = Math.max(1, noun.revision().number());
        fill.accept(noun, row);
        return row;
    }

    /** Fills the names into a query that is written for all nouns. */
    String query(String text) {
        return text.replace("{entity}", entity.getSimpleName()).replace("{key}", naturalKey);
    }

    String noun() {
        return entity.getSimpleName().replace("Row", "").toLowerCase(Locale.ROOT);
    }
}
