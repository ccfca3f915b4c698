package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.tck.Specimens.Values;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of {@link io.crmkit.core.port.Store} for one noun; here 12, 13 and some of 7, the others in the classes above. */
abstract class StoreTck<N extends Noun<I>, I extends Identifier> extends SelectTck<N, I> {

    private static final List<String> TEXTS = List.of(
            "Acme \uD83D\uDE80\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u200F!",
            "Zoe\u0308 Z\u0327 and Zo\u00EB",
            "\u682A\u5F0F\u4F1A\u793E \uD867\uDE3D \u2603",
            "O'Neil \"& Sons\" <b> \\ % _ ; --",
            "\u1E9E \u0130 \u0131 \uFB01",
            "x".repeat(99) + "y",
            "\uD83D\uDE80".repeat(50));

    private static final int MANY = 60;

    private static final List<Money> MONEY = List.of(
            Money.of("12.30", "EUR"),
            Money.of("-0.01", "EUR"),
            Money.of("0", "EUR"),
            Money.of("1200", "JPY"),
            Money.of("0.001", "KWD"),
            Money.of("999999999999999.999", "KWD"),
            Money.of("-999999999999999", "JPY"));

    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("2026-03-29T01:30:00.000001Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("1900-01-01T00:00:00.5Z"),
            Instant.parse("2200-02-28T12:00:00Z"));

    StoreTck(Specimens<N, I> specimens) {
        super(specimens);
    }

    private void keeps(Stream<Values> values) {
        List<N> nouns =
                values.map(each -> specimens.full().apply(newId(), each)).toList();
        saveAll(nouns).forEach(saved -> assertEquals(Optional.of(saved), found(saved.id())));
        nouns.forEach(noun -> {
            N found = found(noun.id()).orElseThrow();
            assertEquals(at(noun, found.revision()), found);
        });
    }

    /** Rule 12. */
    @Test
    @DisplayName("Store rule 12: keeps every character of a text")
    protected void keepsEveryCharacter() {
        keeps(TEXTS.stream().map(Values.FIRST::withText));
    }

    /** Rule 12. */
    @Test
    @DisplayName("Store rule 12: keeps instants to the microsecond")
    protected void keepsInstants() {
        keeps(INSTANTS.stream().map(Values.FIRST::withAt));
    }

    /** Rule 12. */
    @Test
    @DisplayName("Store rule 12: keeps amounts of money and their currencies")
    protected void keepsMoney() {
        keeps(MONEY.stream().map(Values.FIRST::withMoney));
    }

    /** Rule 13. */
    @Test
    @DisplayName("Store rule 13: shows what a transaction saved to the calls that follow in it")
    protected void showsATransactionItsOwnWrites() {
        N before = save(full(newId()));
        N changed = here.write(() -> {
            N added = store(here).save(tenant, full(newId()));
            N next = store(here).save(tenant, changed(before));
            assertEquals(Optional.of(added), store(here).find(tenant, added.id()));
            assertEquals(Optional.of(next), store(here).find(tenant, next.id()));
            assertEquals(Map.of(next.id(), next), store(here).findAll(tenant, List.of(next.id())));
            assertEquals(2, store(here).count(tenant));
            assertEquals(
                    2, store(here).page(tenant, PageRequest.first(2)).items().size());
            assertEquals(
                    Map.of(keyOf(added), added.id(), keyOf(next), next.id()),
                    store(here).idsByNaturalKey(tenant, List.of(keyOf(added), keyOf(next))));
            return store(here).save(tenant, at(full(before.id()), next.revision()));
        });
        assertEquals(3, changed.revision().number());
        assertEquals(Optional.of(changed), found(before.id()));
    }

    /** Rule 13. */
    @Test
    @DisplayName("Store rule 13: shows nobody what was rolled back")
    protected void showsNobodyWhatWasRolledBack() {
        N before = save(full(newId()));
        N added = specimens.named(newId(), "Gone");
        N changed = changed(before);
        here.rollBack(() -> {
            N next = store(here).save(tenant, changed);
            store(here).saveAll(tenant, List.of(added));
            assertEquals(Optional.of(next), store(here).find(tenant, before.id()));
        });
        List<String> keys = List.of(keyOf(before), keyOf(changed), keyOf(added));
        for (Session session : List.of(here, there)) {
            assertEquals(Optional.of(before), store(session).find(tenant, before.id()));
            assertEquals(Optional.empty(), store(session).find(tenant, added.id()));
            assertEquals(
                    List.of(before),
                    store(session).page(tenant, PageRequest.first(5)).items());
            assertEquals(1, store(session).count(tenant));
            assertEquals(Map.of(keyOf(before), before.id()), store(session).idsByNaturalKey(tenant, keys));
        }
        assertEquals(2, save(changed(before)).revision().number());
    }

    /** Rule 13. */
    @Test
    @DisplayName("Store rule 13: shows nobody else what is not committed yet")
    protected void showsNobodyElseWhatIsNotCommitted() {
        N before = save(full(newId()));
        here.write(() -> {
            N added = store(here).save(tenant, specimens.named(newId(), "Early"));
            N changed = store(here).save(tenant, changed(before));
            assertEquals(Optional.of(changed), store(here).find(tenant, before.id()));
            assertEquals(Optional.of(before), elsewhere(() -> store(there).find(tenant, before.id())));
            assertEquals(
                    List.of(before),
                    elsewhere(() ->
                            store(there).page(tenant, PageRequest.first(5)).items()));
            assertEquals(1, elsewhere(() -> store(there).count(tenant)));
            assertEquals(Optional.empty(), elsewhere(() -> store(there).find(tenant, added.id())));
            assertEquals(
                    Map.of(keyOf(before), before.id()),
                    elsewhere(() -> store(there)
                            .idsByNaturalKey(tenant, List.of(keyOf(before), keyOf(changed), keyOf(added)))));
            return changed;
        });
        assertEquals(2, elsewhere(() -> store(there).count(tenant)));
    }

    private List<N> manyNew() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> i % 3 == 0 ? specimens.bare().apply(newId()) : full(newId()))
                .toList();
    }

    /** Rule 7. */
    @Test
    @DisplayName("Store rule 7: stores many new records at once as one by one")
    protected void storesManyNewRecordsAtOnceAsOneByOne() {
        List<N> nouns = manyNew();
        List<N> saved = saveAll(nouns);
        List<N> expected =
                nouns.stream().map(noun -> at(noun, Revision.NONE.next())).toList();
        assertEquals(expected, saved);
        expected.forEach(noun -> assertEquals(Optional.of(noun), found(noun.id())));
    }

    /** Rule 7. */
    @Test
    @DisplayName("Store rule 7: stores none of many new records where one identity is taken")
    protected void storesNoneOfManyNewRecordsWhereOneIdentityIsTaken() {
        N taken = save(full(newId()));
        List<N> nouns = new ArrayList<>(manyNew());
        nouns.set(MANY - 1, full(taken.id()));
        assertThrows(StaleRevisionException.class, () -> saveAll(nouns));
        assertEquals(1, store(there).count(tenant));
        assertEquals(Optional.of(taken), found(taken.id()));
    }
}
