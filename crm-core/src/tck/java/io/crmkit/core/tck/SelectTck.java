package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 14 to 17: selections by criteria. */
abstract class SelectTck<N extends Noun<I>, I extends Identifier> extends ListTck<N, I> {

    private static final int RECORDS = 40;
    private static final int CRITERIA = 80;

    /* as text, identities are in the order of unsigned numbers */
    private static final Comparator<Noun<?>> ASCENDING =
            Comparator.comparing(noun -> noun.id().value().toString());

    private final Random random = new Random(20_261_123L);

    SelectTck(Specimens<N, I> specimens) {
        super(specimens);
    }

    private List<N> mixed(int count) {
        return new Mixtures<>(specimens, random).records(count);
    }

    private RandomCriteria<N> criteria(List<N> sample) {
        return new RandomCriteria<>(random, specimens.fields(), sample);
    }

    private static <N extends Noun<?>> List<N> meant(List<N> records, Criterion<N> criterion) {
        return records.stream().filter(criterion.compile()).sorted(ASCENDING).toList();
    }

    private List<N> selected(Criterion<N> criterion, int size) {
        List<N> all = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(size));
        while (request.isPresent()) {
            Page<N> page = store(there).select(tenant, criterion, request.get());
            all.addAll(page.items());
            request = page.next(size);
        }
        return all;
    }

    private static <N extends Noun<?>> List<? extends Identifier> ids(List<N> nouns) {
        return nouns.stream().map(Noun::id).toList();
    }

    private static Supplier<String> text(Criterion<?> criterion) {
        return criterion::toText;
    }

    /** Rule 14. */
    @Test
    @DisplayName("Store rule 14: selects for criteria at random what memory selects, in the same order")
    protected void selectsWhatMemorySelects() {
        List<N> stored = saveAll(mixed(RECORDS));
        RandomCriteria<N> criteria = criteria(stored);
        int some = 0;
        for (int i = 0; i < CRITERIA; i++) {
            Criterion<N> criterion = i % 2 == 0 ? criteria.leaf() : criteria.next(4);
            List<N> expected = meant(stored, criterion);
            List<N> found = selected(criterion, 1_000);
            assertEquals(ids(expected), ids(found), text(criterion));
            assertEquals(expected, found, text(criterion));
            List<N> others = meant(stored, criterion.not());
            assertEquals(ids(others), ids(selected(criterion.not(), 1_000)), text(criterion.not()));
            some += expected.isEmpty() || expected.size() == RECORDS ? 0 : 1;
        }
        assertFalse(some < CRITERIA / 4, "too few criteria tell records apart: " + some);
    }

    /** Rule 14. */
    @Test
    @DisplayName("Store rule 14: selects by the values a record has now, not by those it had")
    protected void selectsByTheValuesARecordHasNow() {
        List<N> stored = saveAll(mixed(20));
        List<N> changed = saveAll(stored.stream().map(this::changed).toList());
        RandomCriteria<N> criteria =
                criteria(Stream.concat(stored.stream(), changed.stream()).toList());
        for (int i = 0; i < 40; i++) {
            Criterion<N> criterion = criteria.leaf();
            assertEquals(meant(changed, criterion), selected(criterion, 1_000), text(criterion));
        }
    }

    /** Rule 14. */
    @Test
    @DisplayName("Store rule 14: lists each record of a selection once while others are added between pages")
    protected void listsEachSelectedRecordOnceWhileOthersAreAdded() {
        List<N> before = saveAll(mixed(30));
        Criterion<N> everything = specimens.fields().everything();
        Page<N> first = store(there).select(tenant, everything, PageRequest.first(10));
        List<N> added = saveAll(mixed(30));
        UUID last = first.last();
        List<N> rest = new ArrayList<>();
        Optional<PageRequest> request = first.next(7);
        while (request.isPresent()) {
            Page<N> page = store(there).select(tenant, everything, request.get());
            rest.addAll(page.items());
            request = page.next(7);
        }
        List<N> expected = Stream.concat(before.stream(), added.stream())
                .filter(noun -> noun.id().value().toString().compareTo(String.valueOf(last)) > 0)
                .sorted(ASCENDING)
                .toList();
        assertEquals(meant(before, everything).subList(0, 10), first.items());
        assertEquals(expected, rest);
    }

    /** Rule 15. */
    @Test
    @DisplayName("Store rule 15: says which page of a selection is the last, also when it is full")
    protected void saysWhichPageOfASelectionIsTheLast() {
        RandomCriteria<N> criteria = criteria(saveAll(mixed(RECORDS)));
        for (int i = 0; i < 20; i++) {
            Criterion<N> criterion = criteria.leaf();
            int size = listed(criterion).size();
            if (size > 1) {
                assertNull(last(criterion, size), text(criterion));
                assertNull(last(criterion, size + 1), text(criterion));
                assertNotNull(last(criterion, size - 1), text(criterion));
            }
        }
    }

    private @Nullable UUID last(Criterion<N> criterion, int size) {
        return store(there).select(tenant, criterion, PageRequest.first(size)).last();
    }

    private List<N> listed(Criterion<N> criterion) {
        return store(there).select(tenant, criterion, PageRequest.first(1_000)).items();
    }

    /** Rule 16. */
    @Test
    @DisplayName("Store rule 16: counts what a selection lists")
    protected void countsWhatASelectionLists() {
        RandomCriteria<N> criteria = criteria(saveAll(mixed(RECORDS)));
        assertEquals(RECORDS, store(there).count(tenant, specimens.fields().everything()));
        for (int i = 0; i < 30; i++) {
            Criterion<N> criterion = criteria.next(3);
            assertEquals(listed(criterion).size(), store(there).count(tenant, criterion), text(criterion));
        }
    }

    /** Rule 17. */
    @Test
    @DisplayName("Store rule 17: selects and counts no other tenant's record, whatever is asked for")
    protected void selectsNoOtherTenantsRecord() {
        List<N> own = saveAll(mixed(5));
        List<N> strangers = here.write(() -> store(here).saveAll(stranger, mixed(30)));
        RandomCriteria<N> criteria = criteria(strangers);
        for (int i = 0; i < 15; i++) {
            Criterion<N> criterion = criteria.next(3);
            for (Criterion<N> each : List.of(criterion, criterion.not(), criterion.or(criterion.not()))) {
                assertEquals(List.of(), without(listed(each), own), text(each));
                assertTrue(store(there).count(tenant, each) <= own.size(), text(each));
            }
        }
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        List<T> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** Rule 17. */
    @Test
    @DisplayName("Store rule 17: selects what the transaction saved, and nobody else what is not committed")
    protected void selectsWhatTheTransactionSaved() {
        List<N> before = saveAll(mixed(10));
        Criterion<N> everything = specimens.fields().everything();
        PageRequest all = PageRequest.first(100);
        here.rollBack(() -> {
            List<N> added = store(here).saveAll(tenant, mixed(10));
            List<N> changes = before.stream().limit(4).map(this::changed).toList();
            List<N> changed = store(here).saveAll(tenant, changes);
            List<N> now = Stream.of(added, changed, before.subList(4, 10))
                    .flatMap(List::stream)
                    .sorted(ASCENDING)
                    .toList();
            assertEquals(now, store(here).select(tenant, everything, all).items());
            assertEquals(20, elsewhere(() -> 10 + store(there).count(tenant, everything)));
        });
        assertEquals(before.stream().sorted(ASCENDING).toList(), listed(everything));
    }
}
