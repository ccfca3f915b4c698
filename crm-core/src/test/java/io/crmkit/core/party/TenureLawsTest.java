package io.crmkit.core.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The laws of tenures, day by day over a span that holds all of their ends. */
class TenureLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 20);
    private static final int DAYS = 20;

    @Provide
    Arbitrary<Tenure> tenures() {
        Arbitrary<Integer> ends = Arbitraries.integers().between(1, DAYS - 1).injectNull(0.2);
        return ends.flatMap(from -> ends.filter(until -> from == null || until == null || until > from)
                .map(until -> new Tenure(
                        from == null ? null : FIRST.plusDays(from), until == null ? null : FIRST.plusDays(until))));
    }

    @Provide
    Arbitrary<List<Tenure>> lists() {
        return tenures().list().ofMaxSize(6);
    }

    private static List<LocalDate> days() {
        return FIRST.datesUntil(FIRST.plusDays(DAYS + 1)).toList();
    }

    @Property
    void twoOverlapWhereTheyShareADayAndInEitherOrder(@ForAll("tenures") Tenure one, @ForAll("tenures") Tenure other) {
        boolean shared = days().stream().anyMatch(day -> one.covers(day) && other.covers(day));
        assertEquals(shared, one.overlaps(other));
        assertEquals(shared, other.overlaps(one));
    }

    @Property(tries = 100)
    void aUnionCoversTheSameDays(@ForAll("lists") List<Tenure> all) {
        List<Tenure> union = Tenure.union(all);
        for (LocalDate day : days()) {
            assertEquals(
                    all.stream().anyMatch(one -> one.covers(day)),
                    union.stream().anyMatch(one -> one.covers(day)),
                    day::toString);
        }
    }

    @Property(tries = 100)
    void aUnionsTenuresAscendWithAFreeDayBetween(@ForAll("lists") List<Tenure> all) {
        List<Tenure> union = Tenure.union(all);
        for (int i = 1; i < union.size(); i++) {
            LocalDate end = union.get(i - 1).until();
            LocalDate next = union.get(i).from();
            assertTrue(end != null && next != null && next.isAfter(end), union::toString);
        }
        assertEquals(union, Tenure.union(union));
    }

    @Test
    void theLastDayIsNoMoreOfIt() {
        Tenure march = new Tenure(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
        assertTrue(march.covers(LocalDate.of(2026, 3, 1)));
        assertTrue(march.covers(LocalDate.of(2026, 3, 31)));
        assertFalse(march.covers(LocalDate.of(2026, 4, 1)));
        assertFalse(march.overlaps(new Tenure(LocalDate.of(2026, 4, 1), null)));
        assertTrue(Tenure.ALWAYS.overlaps(march));
    }

    @Test
    void anEndThatIsNotAfterTheBeginningIsRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new Tenure(FIRST, FIRST));
        assertEquals("until must be after from: from = 2026-02-20, until = 2026-02-20", refused.getMessage());
    }
}
