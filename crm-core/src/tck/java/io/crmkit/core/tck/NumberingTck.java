package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of {@link io.crmkit.core.port.Numbering}. */
abstract class NumberingTck extends SessionTck {

    private static final int EACH = 8;

    /** How many writers draw at the same time; see {@link StoresTck#writers}. */
    protected abstract int writers();

    private static String drawn(Session session, TenantId owner, String series, int year) {
        return session.stores().numbering().next(owner, series, year).toString();
    }

    private String draw(String series, int year) {
        return here.write(() -> drawn(here, tenant, series, year));
    }

    /** Rule 1. */
    @Test
    @DisplayName("Numbering rule 1: counts from one, within a transaction and from one to the next")
    protected void countsFromOne() {
        assertEquals("Q-2026-00001", draw("Q", 2026));
        assertEquals(
                List.of("Q-2026-00002", "Q-2026-00003"),
                here.write(() -> List.of(drawn(here, tenant, "Q", 2026), drawn(here, tenant, "Q", 2026))));
        assertEquals("Q-2026-00004", there.write(() -> drawn(there, tenant, "Q", 2026)));
    }

    /** Rule 2. */
    @Test
    @DisplayName("Numbering rule 2: gives each number once, however many draw at the same time")
    protected void givesEachNumberOnce() {
        assertEquals(writers() * EACH, Set.copyOf(drawnByMany()).size());
    }

    /** Rule 3. */
    @Test
    @DisplayName("Numbering rule 3: leaves no gap, however many draw at the same time and roll back in between")
    protected void leavesNoGapUnderManyWriters() {
        assertEquals("Q-2026-%05d".formatted(writers() * EACH), Collections.max(drawnByMany()));
    }

    private List<String> drawnByMany() {
        CyclicBarrier together = new CyclicBarrier(writers());
        List<Callable<List<String>>> calls = new ArrayList<>();
        for (int i = 0; i < writers(); i++) {
            Session session = another();
            calls.add(() -> {
                meet(together);
                return drawSeveral(session);
            });
        }
        return atOnce(calls).stream().flatMap(List::stream).toList();
    }

    private List<String> drawSeveral(Session session) {
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            session.rollBack(() -> drawn(session, tenant, "Q", 2026));
            mine.add(session.write(() -> drawn(session, tenant, "Q", 2026)));
        }
        return mine;
    }

    /** Rule 3. */
    @Test
    @DisplayName("Numbering rule 3: draws again what was rolled back")
    protected void drawsAgainWhatWasRolledBack() {
        here.rollBack(() -> drawn(here, tenant, "Q", 2026));
        assertEquals("Q-2026-00001", draw("Q", 2026));
        here.rollBack(() -> drawn(here, tenant, "Q", 2026));
        assertEquals("Q-2026-00002", draw("Q", 2026));
    }

    /** Rule 4. */
    @Test
    @DisplayName("Numbering rule 4: counts tenants, series and years apart")
    protected void countsApart() {
        assertEquals("Q-2026-00001", draw("Q", 2026));
        assertEquals("Q-2027-00001", draw("Q", 2027));
        assertEquals("QX-2026-00001", draw("QX", 2026));
        assertEquals("Q-2026-00001", here.write(() -> drawn(here, stranger, "Q", 2026)));
        assertEquals("Q-2026-00002", draw("Q", 2026));
    }

    /** Bad input. */
    @Test
    @DisplayName("Numbering: refuses a series that is no word and a year that is none")
    protected void refusesWhatIsNoSeries() {
        assertEquals(
                "series must be 1 to 10 upper-case letters: 'q-1'",
                assertThrows(IllegalArgumentException.class, () -> draw("q-1", 2026))
                        .getMessage());
        assertEquals(
                "year must be 1900 to 9999: 26",
                assertThrows(IllegalArgumentException.class, () -> draw("Q", 26))
                        .getMessage());
    }
}
