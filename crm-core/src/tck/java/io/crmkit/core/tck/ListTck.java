package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 8 to 11 and 18: pages, counts, natural keys, and what there is. */
abstract class ListTck<N extends Noun<I>, I extends Identifier> extends ConflictTck<N, I> {

    /* Ascending as unsigned numbers; as signed ones, the last two would stand before the first two. */
    private static final long[] HIGH = {0x0000_0000_0000_4001L, 0x7FFF_FFFF_FFFF_4FFFL, 0x8000_0000_0000_4000L, ~0L};

    ListTck(Specimens<N, I> specimens) {
        super(specimens);
    }

    /** Identities in ascending order, on either side of where signed numbers change their sign. */
    private List<I> ascendingIds() {
        List<I> ids = new ArrayList<>();
        long low = UUID.randomUUID().getLeastSignificantBits() & (Long.MAX_VALUE >> 1);
        long high = UUID.randomUUID().getMostSignificantBits() & 0x0000_FFFF_FFFF_0000L;
        for (long mark : HIGH) {
            long most = (mark & 0xFFFF_0000_0000_FFFFL) | high;
            Stream.of(low, low + 1, low | Long.MIN_VALUE)
                    .forEach(least -> ids.add(specimens.id().apply(new UUID(most, least))));
        }
        return ids;
    }

    private List<I> idsByPaging(int size) {
        List<I> ids = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(size));
        while (request.isPresent()) {
            Page<N> page = store(there).page(tenant, request.get());
            page.items().forEach(noun -> ids.add(noun.id()));
            request = page.next(size);
        }
        return ids;
    }

    private void saveShuffled(List<I> ids) {
        List<N> nouns = new ArrayList<>(ids.stream().map(this::full).toList());
        Collections.shuffle(nouns);
        saveAll(nouns);
    }

    /** Rule 8. */
    @Test
    @DisplayName("Store rule 8: lists records by ascending identity, compared without sign")
    protected void listsByAscendingIdentity() {
        List<I> ids = ascendingIds();
        saveShuffled(ids);
        assertEquals(ids, idsByPaging(5));
        assertEquals(ids, idsByPaging(100));
    }

    /** Rule 8. */
    @Test
    @DisplayName("Store rule 8: lists each record once while others are added between pages")
    protected void listsEachRecordOnceWhileOthersAreAdded() {
        List<I> ids = ascendingIds();
        List<I> before = List.of(ids.get(1), ids.get(3), ids.get(6), ids.get(8), ids.get(10));
        saveShuffled(before);
        Page<N> first = store(there).page(tenant, PageRequest.first(2));
        saveShuffled(List.of(ids.get(0), ids.get(2), ids.get(7), ids.get(11)));
        Page<N> rest = store(there).page(tenant, first.next(100).orElseThrow());
        List<I> seen = Stream.concat(first.items().stream(), rest.items().stream())
                .map(Noun::id)
                .toList();
        assertEquals(List.of(1, 3, 6, 7, 8, 10, 11).stream().map(ids::get).toList(), seen);
    }

    /** Rule 8. */
    @Test
    @DisplayName("Store rule 8: lists records whole, as find answers them")
    protected void listsRecordsWhole() {
        N saved = save(full(newId()));
        N bare = save(specimens.bare().apply(newId()));
        List<N> listed = store(there).page(tenant, PageRequest.first(10)).items();
        assertEquals(
                Map.of(saved.id(), saved, bare.id(), bare),
                Map.of(listed.get(0).id(), listed.get(0), listed.get(1).id(), listed.get(1)));
    }

    /** Rule 9. */
    @Test
    @DisplayName("Store rule 9: says which page is the last, also when it is full")
    protected void saysWhichPageIsTheLast() {
        List<I> ids = ascendingIds().subList(0, 4);
        saveShuffled(ids);
        Page<N> first = store(there).page(tenant, PageRequest.first(2));
        assertEquals(ids.get(1).value(), first.last());
        assertNull(store(there)
                .page(tenant, PageRequest.first(2).after(ids.get(1)))
                .last());
        assertEquals(
                ids.get(2).value(),
                store(there).page(tenant, PageRequest.first(3)).last());
        assertNull(store(there).page(tenant, PageRequest.first(4)).last());
        assertNull(store(there).page(tenant, PageRequest.first(5)).last());
    }

    /** Rule 10. */
    @Test
    @DisplayName("Store rule 10: counts what paging lists")
    protected void countsWhatPagingLists() {
        List<I> ids = ascendingIds();
        saveShuffled(ids);
        assertEquals(12, store(there).count(tenant));
        save(changed(found(ids.get(0)).orElseThrow()));
        save(here, stranger, full(newId()));
        assertEquals(12, store(there).count(tenant));
        assertEquals(12, idsByPaging(5).size());
    }

    /** Rule 11. */
    @Test
    @DisplayName("Store rule 11: finds identities by natural keys exactly as written")
    protected void findsIdentitiesByNaturalKeys() {
        Map<String, I> expected = new HashMap<>();
        for (String key : List.of("Acme", "ACME", "acme", "Acme.", "Caf\u00e9", "Cafe\u0301", "10%", "a_b", "O'Neil")) {
            N saved = save(specimens.named(newId(), key));
            expected.put(keyOf(saved), saved.id());
        }
        List<String> asked = new ArrayList<>(List.of("aCME", "Acm_", "Acm%", "Acme ", "axb", "10"));
        assertEquals(Map.of(), store(there).idsByNaturalKey(tenant, asked));
        asked.addAll(expected.keySet());
        assertEquals(expected, store(there).idsByNaturalKey(tenant, asked));
    }

    /** Rule 11. */
    @Test
    @DisplayName("Store rule 11: finds the lowest identity among those that share a key")
    protected void findsTheLowestIdentity() {
        Assumptions.assumeTrue(
                "Acme Ltd".equals(full(newId()).naturalKey()), "the natural key is a number, which none share");
        List<I> ids = ascendingIds();
        saveShuffled(ids.subList(1, ids.size()));
        assertEquals(Map.of("Acme Ltd", ids.get(1)), store(there).idsByNaturalKey(tenant, List.of("Acme Ltd")));
        save(here, stranger, full(ids.get(0)));
        assertEquals(Map.of("Acme Ltd", ids.get(1)), store(there).idsByNaturalKey(tenant, List.of("Acme Ltd")));
    }

    /** Rule 11. */
    @Test
    @DisplayName("Store rule 11: forgets a natural key that was changed, and takes a thousand at once")
    protected void forgetsAChangedKey() {
        N saved = save(full(newId()));
        String after = keyOf(save(changed(saved)));
        List<String> asked = new ArrayList<>(List.of(keyOf(saved), after));
        Stream.iterate(0, i -> i + 1).limit(998).forEach(i -> asked.add("nobody " + i));
        assertEquals(Map.of(after, saved.id()), store(there).idsByNaturalKey(tenant, asked));
    }

    /** Rule 18. */
    @Test
    @DisplayName("Store rule 18: tells which records there are, whole or bare, each once")
    protected void tellsWhichRecordsThereAre() {
        I whole = save(full(newId())).id();
        I bare = save(specimens.bare().apply(newId())).id();
        I theirs = save(here, stranger, full(newId())).id();
        assertEquals(
                Set.of(whole, bare),
                store(there).existing(tenant, List.of(theirs, bare, newId(), whole, newId(), bare)));
        assertEquals(Set.of(), store(there).existing(tenant, List.of()));
        assertEquals(Set.of(theirs), store(there).existing(stranger, List.of(whole, theirs)));
    }

    /** Rule 18. */
    @Test
    @DisplayName("Store rule 18: tells a transaction of what it saved, and takes more than a thousand at once")
    protected void tellsATransactionOfWhatItSaved() {
        List<I> asked =
                new ArrayList<>(Stream.generate(this::newId).limit(2_500).toList());
        here.write(() -> {
            N added = store(here).save(tenant, full(newId()));
            asked.add(1_200, added.id());
            assertEquals(Set.of(added.id()), store(here).existing(tenant, asked));
            return added;
        });
    }
}
