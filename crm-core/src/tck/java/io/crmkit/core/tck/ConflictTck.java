package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 5 and 7: many writers, and many records. */
abstract class ConflictTck<N extends Noun<I>, I extends Identifier> extends SaveTck<N, I> {

    ConflictTck(Specimens<N, I> specimens) {
        super(specimens);
    }

    /** How many writers contend for one record; see {@link StoresTck#writers}. */
    protected abstract int writers();

    /** Rule 5. */
    @Test
    @DisplayName("Store rule 5: refuses a save from a revision that has passed, and says which is stored")
    protected void refusesASaveFromARevisionThatHasPassed() {
        N first = save(full(newId()));
        N second = save(there, tenant, changed(first));
        StaleRevisionException refused = refused(tenant, at(full(first.id()), first.revision()));
        assertEquals(message(first, 1, "is at revision 2"), refused.getMessage());
        assertEquals(Optional.of(second), found(first.id()));
    }

    /** Rule 5. */
    @Test
    @DisplayName("Store rule 5: refuses a save from a revision still to come")
    protected void refusesASaveFromARevisionStillToCome() {
        N first = save(full(newId()));
        StaleRevisionException refused = refused(tenant, at(changed(first), new Revision(2)));
        assertEquals(message(first, 2, "is at revision 1"), refused.getMessage());
        assertEquals(Optional.of(first), found(first.id()));
    }

    /** Rule 5. */
    @Test
    @DisplayName("Store rule 5: refuses the first save of what is already stored")
    protected void refusesTheFirstSaveOfWhatIsAlreadyStored() {
        N first = save(full(newId()));
        assertEquals(
                message(first, 0, "is at revision 1"),
                refused(tenant, full(first.id())).getMessage());
        assertEquals(
                message(first, 0, "has changed since"),
                refused(stranger, full(first.id())).getMessage());
        assertEquals(Optional.of(first), found(first.id()));
        assertEquals(Optional.empty(), store(there).find(stranger, first.id()));
    }

    /** Rule 5. */
    @Test
    @DisplayName("Store rule 5: refuses a change to what was never stored")
    protected void refusesAChangeToWhatWasNeverStored() {
        N noun = at(full(newId()), new Revision(1));
        assertEquals(
                message(noun, 1, "has changed since"), refused(tenant, noun).getMessage());
        assertEquals(Optional.empty(), found(noun.id()));
    }

    /** Rule 5. */
    @Test
    @DisplayName("Store rule 5: lets one of many writers win and tells the others, so that no write is lost")
    protected void letsOneOfManyWritersWin() {
        N first = save(full(newId()));
        List<Boolean> won = contend(
                session -> changed(store(session).find(tenant, first.id()).orElseThrow()));
        assertEquals(1, Collections.frequency(won, true));
        assertEquals(2, found(first.id()).orElseThrow().revision().number());
    }

    /** Rule 5. */
    @Test
    @DisplayName("Store rule 5: lets one of many first saves win and tells the others")
    protected void letsOneOfManyFirstSavesWin() {
        I id = newId();
        assertEquals(1, Collections.frequency(contend(session -> full(id)), true));
        assertEquals(1, found(id).orElseThrow().revision().number());
    }

    /* All writers have read before the first of them writes: exactly one may win. */
    private List<Boolean> contend(Function<Session, N> read) {
        CyclicBarrier allHaveRead = new CyclicBarrier(writers());
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < writers(); i++) {
            Session session = another();
            writers.add(() -> {
                N mine = read.apply(session);
                meet(allHaveRead);
                return wins(session, mine);
            });
        }
        return atOnce(writers);
    }

    private boolean wins(Session session, N mine) {
        try {
            save(session, tenant, mine);
            return true;
        } catch (StaleRevisionException refused) {
            return false;
        }
    }

    private static String message(Noun<?> noun, int from, String found) {
        return "%s %s was saved from revision %d, but %s"
                .formatted(noun.id().getClass().getSimpleName(), noun.id().value(), from, found);
    }

    /** Rule 7. */
    @Test
    @DisplayName("Store rule 7: saves new, changed and unchanged records together and answers in order")
    protected void savesAllAndAnswersInOrder() {
        N changing = save(full(newId()));
        N unchanged = save(full(newId()));
        List<N> nouns = List.of(full(newId()), unchanged, full(newId()), changed(changing), full(newId()));
        List<N> expected = List.of(
                at(nouns.get(0), new Revision(1)),
                unchanged,
                at(nouns.get(2), new Revision(1)),
                at(nouns.get(3), new Revision(2)),
                at(nouns.get(4), new Revision(1)));
        assertEquals(expected, saveAll(nouns));
        expected.forEach(noun -> assertEquals(Optional.of(noun), found(noun.id())));
    }

    /** Rule 7. */
    @Test
    @DisplayName("Store rule 7: saves none, and saves more than a page holds")
    protected void savesNoneAndMany() {
        assertEquals(List.of(), saveAll(List.of()));
        List<N> many = IntStream.range(0, 1_003).mapToObj(i -> full(newId())).toList();
        assertEquals(many.stream().map(noun -> at(noun, new Revision(1))).toList(), saveAll(many));
        assertEquals(
                Optional.of(at(many.get(1_002), new Revision(1))),
                found(many.get(1_002).id()));
    }

    /** Rule 7. */
    @Test
    @DisplayName("Store rule 7: stores none when one is refused")
    protected void storesNoneWhenOneIsRefused() {
        N stored = save(full(newId()));
        N stale = full(stored.id());
        List<N> nouns = List.of(full(newId()), stale, full(newId()));
        StaleRevisionException refused = assertThrows(StaleRevisionException.class, () -> saveAll(nouns));
        assertEquals(message(stored, 0, "is at revision 1"), refused.getMessage());
        assertEquals(Optional.empty(), found(nouns.get(0).id()));
        assertEquals(Optional.empty(), found(nouns.get(2).id()));
        assertEquals(Optional.of(stored), found(stored.id()));
    }
}
