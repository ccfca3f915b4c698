package io.crmkit.core.tck;

import static io.crmkit.core.tck.Samples.VARIANTS;
import static io.crmkit.core.tck.Samples.freshTenant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of {@link Store}, on the records of one noun. */
abstract class StoreRules<N extends Noun<I>, I extends Identifier> {

    private static final int WRITERS = 8;

    private final StoresTck adapter;
    private final Function<Stores, Store<N, I>> store;
    private final Function<UUID, I> identity;
    private final BiFunction<UUID, Integer, N> sample;
    private final BiFunction<N, Revision, N> atRevision;
    private final TenantId tenant = freshTenant();

    StoreRules(
            StoresTck adapter,
            Function<Stores, Store<N, I>> store,
            Function<UUID, I> identity,
            BiFunction<UUID, Integer, N> sample,
            BiFunction<N, Revision, N> atRevision) {
        this.adapter = adapter;
        this.store = store;
        this.identity = identity;
        this.sample = sample;
        this.atRevision = atRevision;
    }

    private <T> T committed(Function<Store<N, I>, T> work) {
        return adapter.inTransaction(true, stores -> work.apply(store.apply(stores)));
    }

    private <T> T rolledBack(Function<Store<N, I>, T> work) {
        return adapter.inTransaction(false, stores -> work.apply(store.apply(stores)));
    }

    private N fresh(int variant) {
        return sample.apply(UUID.randomUUID(), variant);
    }

    private N stored(N noun) {
        return committed(to -> to.save(tenant, noun));
    }

    private Optional<N> found(I id) {
        return committed(from -> from.find(tenant, id));
    }

    private long counted(TenantId of) {
        return committed(from -> from.count(of));
    }

    private N changed(N noun, int variant) {
        return atRevision.apply(sample.apply(noun.id().value(), variant), noun.revision());
    }

    /** Rules 1, 4 and 12. */
    @Test
    @DisplayName("finds again what was saved, equal in every field (rules 1, 4, 12)")
    void findsAgainWhatWasSaved() {
        for (int variant = 0; variant < VARIANTS; variant++) {
            N noun = fresh(variant);
            N saved = stored(noun);
            assertEquals(atRevision.apply(noun, new Revision(1)), saved);
            assertEquals(Optional.of(saved), found(noun.id()));
        }
    }

    /** Rule 2. */
    @Test
    @DisplayName("answers with nothing for what does not exist (rule 2)")
    void answersWithNothingForWhatDoesNotExist() {
        assertEquals(Optional.empty(), found(identity.apply(UUID.randomUUID())));
        assertEquals(0, counted(tenant));
        assertEquals(new Page<N>(List.of(), null), committed(from -> from.page(tenant, PageRequest.first(10))));
        assertEquals(Map.of(), committed(from -> from.idsByNaturalKey(tenant, List.of("nothing"))));
        assertEquals(Map.of(), committed(from -> from.idsByNaturalKey(tenant, List.of())));
        assertEquals(List.of(), committed(to -> to.saveAll(tenant, List.of())));
    }

    /** Rule 3. */
    @Test
    @DisplayName("shows nothing to another tenant (rule 3)")
    void showsNothingToAnotherTenant() {
        N saved = stored(fresh(1));
        TenantId other = freshTenant();
        assertEquals(Optional.empty(), committed(from -> from.find(other, saved.id())));
        assertEquals(0, counted(other));
        assertEquals(
                List.of(),
                committed(from -> from.page(other, PageRequest.first(10)).items()));
        assertEquals(Map.of(), committed(from -> from.idsByNaturalKey(other, keysOf(saved))));
    }

    /** Rules 3 and 5. */
    @Test
    @DisplayName("lets another tenant neither change nor take over a record (rules 3, 5)")
    void letsAnotherTenantNeitherChangeNorTakeOverARecord() {
        N saved = stored(fresh(1));
        TenantId other = freshTenant();
        assertThrows(StaleRevisionException.class, () -> committed(to -> to.save(other, changed(saved, 2))));
        assertThrows(
                StaleRevisionException.class,
                () -> committed(to -> to.save(other, sample.apply(saved.id().value(), 2))));
        assertEquals(Optional.of(saved), found(saved.id()));
        assertEquals(0, counted(other));
    }

    private static <N extends Noun<?>> List<String> keysOf(N noun) {
        String key = noun.naturalKey();
        return key == null ? List.of() : List.of(key);
    }

    /** Rule 4. */
    @Test
    @DisplayName("counts the revision up with each change (rule 4)")
    void countsTheRevisionUpWithEachChange() {
        N first = stored(fresh(1));
        N second = stored(changed(first, 2));
        N third = stored(changed(second, 0));
        assertEquals(new Revision(2), second.revision());
        assertEquals(changed(second, 0).withRevision(new Revision(3)), third);
        assertEquals(Optional.of(third), found(first.id()));
    }

    /** Rule 5. */
    @Test
    @DisplayName("refuses a save from a revision that has moved on (rule 5)")
    void refusesASaveFromARevisionThatHasMovedOn() {
        N first = stored(fresh(1));
        N second = stored(changed(first, 2));
        var stale = assertThrows(StaleRevisionException.class, () -> stored(changed(first, 3)));
        assertEquals(first.id(), stale.id());
        assertEquals(new Revision(1), stale.expected());
        assertEquals(
                first.id().getClass().getSimpleName() + " " + first.id().value()
                        + " was saved from revision 1, but is at revision 2",
                stale.getMessage());
        assertEquals(Optional.of(second), found(first.id()));
    }

    /** Rule 5. */
    @Test
    @DisplayName("refuses to store a new record twice, one by one or in bulk (rule 5)")
    void refusesToStoreANewRecordTwice() {
        N noun = fresh(1);
        N saved = stored(noun);
        assertThrows(StaleRevisionException.class, () -> stored(noun));
        assertThrows(StaleRevisionException.class, () -> committed(to -> to.saveAll(tenant, List.of(noun))));
        assertThrows(StaleRevisionException.class, () -> stored(atRevision.apply(fresh(2), new Revision(1))));
        assertEquals(Optional.of(saved), found(noun.id()));
        assertEquals(1, counted(tenant));
    }

    /** Rule 5. */
    @Test
    @DisplayName("loses no write silently when several change one record at once (rule 5)")
    void losesNoWriteSilently() throws Exception {
        N noun = stored(fresh(0));
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            Callable<Integer> writer = () ->
                    IntStream.range(0, 5).map(round -> changesOnce(noun.id())).sum();
            List<Future<Integer>> written = writers.invokeAll(
                    IntStream.range(0, WRITERS).mapToObj(thread -> writer).toList());
            long successes = 0;
            for (Future<Integer> count : written) {
                successes += count.get();
            }
            assertEquals(
                    1 + successes, found(noun.id()).orElseThrow().revision().number());
        } finally {
            writers.shutdownNow();
        }
    }

    private int changesOnce(I id) {
        try {
            committed(to -> {
                N now = to.find(tenant, id).orElseThrow();
                return to.save(tenant, changed(now, (int) (now.revision().number() % VARIANTS)));
            });
            return 1;
        } catch (StaleRevisionException overtaken) {
            return 0;
        }
    }

    /** Rule 6. */
    @Test
    @DisplayName("keeps the revision when nothing changed (rule 6)")
    void keepsTheRevisionWhenNothingChanged() {
        N saved = stored(fresh(1));
        assertEquals(saved, stored(saved));
        assertEquals(Optional.of(saved), found(saved.id()));
    }

    /** Rule 7. */
    @Test
    @DisplayName("saves many as it saves one, in the order given (rule 7)")
    void savesManyAsItSavesOne() {
        N known = stored(fresh(1));
        List<N> nouns = new ArrayList<>(
                IntStream.range(0, 5).mapToObj(i -> fresh(i % VARIANTS)).toList());
        nouns.add(2, changed(known, 3));
        List<N> saved = committed(to -> to.saveAll(tenant, nouns));
        assertEquals(
                nouns.stream().map(Noun::id).toList(),
                saved.stream().map(Noun::id).toList());
        assertEquals(
                List.of(1L, 1L, 2L, 1L, 1L, 1L),
                saved.stream().map(noun -> noun.revision().number()).toList());
        for (N noun : saved) {
            assertEquals(Optional.of(noun), found(noun.id()));
        }
    }

    /** Rule 7. */
    @Test
    @DisplayName("stores none of many when one is refused (rule 7)")
    void storesNoneOfManyWhenOneIsRefused() {
        N first = stored(fresh(1));
        N second = stored(changed(first, 2));
        N newcomer = fresh(0);
        assertThrows(
                StaleRevisionException.class,
                () -> committed(to -> to.saveAll(tenant, List.of(newcomer, changed(first, 3)))));
        assertEquals(Optional.empty(), found(newcomer.id()));
        assertEquals(Optional.of(second), found(first.id()));
    }

    /** Rules 8 and 9. */
    @Test
    @DisplayName("lists by identity as an unsigned number, page by page, and says which page is last (rules 8, 9)")
    void listsByIdentityPageByPage() {
        long[] highs = {0x8000_0000_0000_0000L, 1, -1, 0x7fff_ffff_ffff_ffffL};
        long lows = UUID.randomUUID().getLeastSignificantBits();
        List<UUID> ascending = Stream.of(
                        new UUID(1, lows), new UUID(highs[3], lows), new UUID(highs[0], lows), new UUID(-1, lows))
                .toList();
        for (long high : highs) {
            stored(sample.apply(new UUID(high, lows), 0));
        }
        for (int size = 1; size <= 5; size++) {
            assertEquals(ascending, pagedThrough(size), "in pages of " + size);
        }
        assertNull(committed(from -> from.page(tenant, PageRequest.first(4))).last());
    }

    private List<UUID> pagedThrough(int size) {
        List<UUID> seen = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(size));
        while (request.isPresent()) {
            PageRequest next = request.get();
            Page<N> page = committed(from -> from.page(tenant, next));
            page.items().forEach(noun -> seen.add(noun.id().value()));
            request = page.next(size);
        }
        return seen;
    }

    /** Rule 8. */
    @Test
    @DisplayName("neither repeats nor skips when records are added between two pages (rule 8)")
    void neitherRepeatsNorSkipsWhenRecordsAreAdded() {
        long low = UUID.randomUUID().getLeastSignificantBits();
        for (long high = 2; high <= 8; high += 2) {
            stored(sample.apply(new UUID(high, low), 0));
        }
        Page<N> first = committed(from -> from.page(tenant, PageRequest.first(2)));
        stored(sample.apply(new UUID(1, low), 0));
        stored(sample.apply(new UUID(7, low), 0));
        Page<N> second = committed(from -> from.page(tenant, first.next(10).orElseThrow()));
        assertEquals(
                List.of(6L, 7L, 8L),
                second.items().stream()
                        .map(noun -> noun.id().value().getMostSignificantBits())
                        .toList());
    }

    /** Rule 10. */
    @Test
    @DisplayName("counts what paging would list (rule 10)")
    void countsWhatPagingWouldList() {
        IntStream.range(0, 3).forEach(i -> stored(fresh(i)));
        assertEquals(3, counted(tenant));
        assertEquals(3, pagedThrough(2).size());
    }

    /** Rule 11. */
    @Test
    @DisplayName("finds the lowest identity behind each natural key, as written (rule 11)")
    void findsTheLowestIdentityBehindEachNaturalKey() {
        long low = UUID.randomUUID().getLeastSignificantBits();
        N second = stored(sample.apply(new UUID(-1, low), 1));
        N first = stored(sample.apply(new UUID(1, low), 1));
        N other = stored(sample.apply(new UUID(2, low), 2));
        String key = required(first.naturalKey());
        String otherKey = required(other.naturalKey());
        Map<String, I> found =
                committed(from -> from.idsByNaturalKey(tenant, List.of(key, otherKey, key.toUpperCase() + "?", "?")));
        assertEquals(Map.of(key, first.id(), otherKey, other.id()), found);
        stored(changed(first, 2));
        assertEquals(Map.of(key, second.id()), committed(from -> from.idsByNaturalKey(tenant, List.of(key))));
    }

    private static String required(@Nullable String key) {
        return Objects.requireNonNull(key);
    }

    /** Rule 13. */
    @Test
    @DisplayName("shows a transaction what it wrote, and nobody what was rolled back (rule 13)")
    void showsATransactionWhatItWrote() {
        N kept = stored(fresh(1));
        N dropped = fresh(0);
        rolledBack(to -> {
            N saved = to.save(tenant, dropped);
            assertEquals(Optional.of(saved), to.find(tenant, dropped.id()));
            assertEquals(2L, to.count(tenant));
            N changed = to.save(tenant, changed(kept, 2));
            assertEquals(Optional.of(changed), to.find(tenant, kept.id()));
            assertEquals(1, to.idsByNaturalKey(tenant, keysOf(changed)).size());
            return changed;
        });
        assertEquals(Optional.empty(), found(dropped.id()));
        assertEquals(Optional.of(kept), found(kept.id()));
        assertEquals(1, counted(tenant));
        assertEquals(
                1, committed(from -> from.idsByNaturalKey(tenant, keysOf(kept))).size());
    }
}
