package io.crmkit.jpa;

import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How one noun is kept in rows.
 *
 * @param entity the row class, and the name in queries
 * @param naturalKey the attribute that holds the natural key
 * @param fetch the collections a row needs besides its own columns
 * @param needsThem whether a row needs them
 * @param newRow makes an empty row
 * @param fill puts a noun's fields into a row, save identity, tenant and revision
 * @param toDomain makes the noun
 * @param id makes the identifier
 */
record Mapping<N extends Noun<I>, I extends Identifier, R extends Row>(
        Class<R> entity,
        String naturalKey,
        List<String> fetch,
        Predicate<R> needsThem,
        Supplier<R> newRow,
        BiConsumer<N, R> fill,
        Function<R, N> toDomain,
        Function<UUID, I> id) {

    Mapping(
            Class<R> entity,
            String naturalKey,
            List<String> fetch,
            Supplier<R> newRow,
            BiConsumer<N, R> fill,
            Function<R, N> toDomain,
            Function<UUID, I> id) {
        this(entity, naturalKey, fetch, row -> !fetch.isEmpty(), newRow, fill, toDomain, id);
    }

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

    /** One query for each collection a row needs, or one for rows that need none. */
    List<String> wholeQueries(String text) {
        Stream<String> joins =
                fetch.isEmpty() ? Stream.of("") : fetch.stream().map(collection -> " left join fetch r." + collection);
        return joins.map(join -> query(text).replace("{fetch}", join)).toList();
    }

    String noun() {
        return entity.getSimpleName().replace("Row", "").toLowerCase(Locale.ROOT);
    }
}
