package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Store;
import io.crmkit.core.tck.Specimens.Values;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 1 to 4 and 6: finding and saving one record, by one writer. */
abstract class SaveTck<N extends Noun<I>, I extends Identifier> extends SessionTck {

    protected final Specimens<N, I> specimens;

    SaveTck(Specimens<N, I> specimens) {
        this.specimens = specimens;
    }

    final Store<N, I> store(Session session) {
        return specimens.store().apply(session.stores());
    }

    final I newId() {
        return specimens.newId();
    }

    final N full(I id) {
        return specimens.full().apply(id, Values.FIRST);
    }

    final N changed(N noun) {
        return at(specimens.full().apply(noun.id(), Values.SECOND), noun.revision());
    }

    @SuppressWarnings("unchecked") // a noun at another revision is the same noun
    final N at(N noun, Revision revision) {
        return (N) noun.withRevision(revision);
    }

    final N save(N noun) {
        return save(here, tenant, noun);
    }

    final N save(Session session, TenantId owner, N noun) {
        return session.write(() -> store(session).save(owner, noun));
    }

    final List<N> saveAll(List<N> nouns) {
        return here.write(() -> store(here).saveAll(tenant, nouns));
    }

    final Optional<N> found(I id) {
        return store(there).find(tenant, id);
    }

    final StaleRevisionException refused(TenantId owner, N noun) {
        return assertThrows(StaleRevisionException.class, () -> save(here, owner, noun));
    }

    final String keyOf(N noun) {
        return Objects.requireNonNull(noun.naturalKey(), "full specimens have a natural key");
    }

    static String message(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }

    /** Rule 1. */
    @Test
    @DisplayName("Store rule 1: finds a full record as it was saved")
    protected void findsAFullRecordAsItWasSaved() {
        N noun = full(newId());
        N saved = save(noun);
        assertEquals(at(noun, saved.revision()), saved);
        assertEquals(Optional.of(saved), found(noun.id()));
    }

    /** Rule 1. */
    @Test
    @DisplayName("Store rule 1: finds a record with nothing optional set as it was saved")
    protected void findsABareRecordAsItWasSaved() {
        N noun = specimens.bare().apply(newId());
        N saved = save(noun);
        assertEquals(at(noun, saved.revision()), saved);
        assertEquals(Optional.of(saved), found(noun.id()));
    }

    /** Rule 1. */
    @Test
    @DisplayName("Store rule 1: finds many records at once as they were saved, each once")
    protected void findsManyRecordsAtOnce() {
        List<N> saved = saveAll(List.of(full(newId()), specimens.bare().apply(newId()), full(newId())));
        List<I> asked = List.of(
                saved.get(2).id(), newId(), saved.get(1).id(), saved.get(2).id());
        assertEquals(
                Map.of(saved.get(1).id(), saved.get(1), saved.get(2).id(), saved.get(2)),
                store(there).findAll(tenant, asked));
        assertEquals(Map.of(), store(there).findAll(tenant, List.of()));
        assertEquals(Map.of(), store(there).findAll(tenant, List.of(newId())));
    }

    /** Rule 2. */
    @Test
    @DisplayName("Store rule 2: answers emptily where nothing is")
    protected void answersEmptilyWhereNothingIs() {
        assertEquals(Optional.empty(), found(newId()));
        assertEquals(new Page<>(List.<N>of(), null), store(there).page(tenant, PageRequest.first(10)));
        assertEquals(0, store(there).count(tenant));
        assertEquals(Map.of(), store(there).idsByNaturalKey(tenant, List.of("Acme Ltd")));
        assertEquals(Map.of(), store(there).idsByNaturalKey(tenant, List.of()));
    }

    /** Rule 3. */
    @Test
    @DisplayName("Store rule 3: shows another tenant's record to no question")
    protected void showsAnotherTenantsRecordToNoQuestion() {
        N saved = save(full(newId()));
        assertEquals(Optional.of(saved), store(there).find(tenant, saved.id()));
        assertEquals(Optional.empty(), store(there).find(stranger, saved.id()));
        assertEquals(Map.of(), store(there).findAll(stranger, List.of(saved.id())));
        assertEquals(
                List.of(), store(there).page(stranger, PageRequest.first(10)).items());
        assertEquals(0, store(there).count(stranger));
        assertEquals(Map.of(), store(there).idsByNaturalKey(stranger, List.of("Acme Ltd")));
    }

    /** Rule 3. */
    @Test
    @DisplayName("Store rule 3: refuses a change to another tenant's record as to one that does not exist")
    protected void refusesAChangeToAnotherTenantsRecord() {
        N saved = save(full(newId()));
        N missing = at(full(newId()), saved.revision());
        String expected = message(refused(stranger, missing))
                .replace(missing.id().value().toString(), saved.id().value().toString());
        assertEquals(expected, message(refused(stranger, changed(saved))));
        StaleRevisionException together = assertThrows(
                StaleRevisionException.class,
                () -> here.write(() -> store(here).saveAll(stranger, List.of(changed(saved)))));
        assertEquals(expected, message(together));
        assertEquals(Optional.of(saved), found(saved.id()));
    }

    /** Rule 4. */
    @Test
    @DisplayName("Store rule 4: counts revisions from one")
    protected void countsRevisionsFromOne() {
        N first = save(full(newId()));
        assertEquals(1, first.revision().number());
        N change = changed(first);
        N second = save(change);
        assertEquals(at(change, new Revision(2)), second);
        N third = save(at(full(first.id()), second.revision()));
        assertEquals(3, third.revision().number());
        assertEquals(Optional.of(third), found(first.id()));
    }

    /** Rule 4. */
    @Test
    @DisplayName("Store rule 4: keeps a change to each field alone")
    protected void keepsAChangeToEachFieldAlone() {
        N saved = save(full(newId()));
        saved = keepsEach(saved, Variations.of(saved, changed(saved)));
        keepsEach(saved, Variations.of(saved, at(specimens.bare().apply(saved.id()), saved.revision())));
        N bare = save(specimens.bare().apply(newId()));
        keepsEach(bare, Variations.of(bare, at(full(bare.id()), bare.revision())));
    }

    private N keepsEach(N stored, List<N> variations) {
        assertFalse(variations.isEmpty());
        N last = stored;
        for (N variation : variations) {
            last = keeps(at(variation, last.revision()));
            last = keeps(at(stored, last.revision()));
        }
        return last;
    }

    private N keeps(N change) {
        N next = at(change, change.revision().next());
        assertEquals(next, save(change));
        assertEquals(Optional.of(next), found(change.id()));
        return next;
    }

    /** Rule 6. */
    @Test
    @DisplayName("Store rule 6: keeps the revision where nothing changed")
    protected void keepsTheRevisionWhereNothingChanged() {
        for (N noun : List.of(full(newId()), specimens.bare().apply(newId()))) {
            N saved = save(noun);
            assertEquals(saved, save(saved));
            assertEquals(List.of(saved), saveAll(List.of(saved)));
            assertEquals(Optional.of(saved), found(saved.id()));
            N changed = save(changed(saved));
            assertEquals(changed, save(there, tenant, changed));
            assertTrue(changed.revision().number() == 2, "two changes: " + changed);
        }
    }
}
