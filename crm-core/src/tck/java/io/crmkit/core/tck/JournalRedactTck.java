package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.journal.Chain;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 11 to 14 of {@link io.crmkit.core.port.Journal}: erasing texts. */
abstract class JournalRedactTck extends JournalReadTck {

    private static final List<FieldChange> SAID = List.of(
            new FieldChange("name", "Ann Lee", "Ann Roe"),
            new FieldChange("nameOfSpouse", null, "Tom"),
            new FieldChange("tags[friend of Tom]", null, "friend of Tom"),
            new FieldChange("tags[x].y", "x].y", null),
            new FieldChange("dates.openedOn", null, "2026-01-01"),
            new FieldChange("email", "ann@example.com", null));

    private static final List<FieldChange> LEFT =
            List.of(FieldChange.erased("name"), SAID.get(1), FieldChange.erased("tags"), SAID.get(4), SAID.get(5));

    private static final List<String> NAMED = List.of("tags", "name", "phone");

    private final Subject ann = new Subject("person", UUID.randomUUID());
    private final Subject tom = new Subject("person", UUID.randomUUID());

    private static Change said(TenantId owner, Subject subject) {
        return change(owner, subject, AT, SAID);
    }

    private static List<Change> said(TenantId owner, Subject subject, int count) {
        return Stream.generate(() -> said(owner, subject)).limit(count).toList();
    }

    private static long redact(Session session, TenantId owner, List<Subject> subjects, List<String> fields) {
        return session.write(() -> journal(session).redact(owner, subjects, fields));
    }

    private List<Change> of(Subject subject) {
        return journal(there).after(tenant, subject, Cursor.START);
    }

    /** Rule 11. */
    @Test
    @DisplayName("Journal rule 11: erases the fields named and all within them, and keeps their names")
    protected void erasesTheFieldsNamed() {
        Change before = append(here, tenant, List.of(said(tenant, ann))).get(0);
        assertFalse(before.isErased());
        assertEquals(1, redact(here, tenant, List.of(ann), NAMED));
        Change after = of(ann).get(0);
        assertTrue(after.isErased());
        assertEquals(LEFT, after.fields());
        assertEquals("", after.seal().salt());
        assertNotEquals("", after.seal().digest());
        assertEquals(before.erased(NAMED).orElseThrow(), after);
        assertEquals(List.of(after), journal(there).before(tenant, ann, Cursor.END));
        assertEquals(List.of(after), all(tenant));
        assertEquals(List.of(after), journal(there).recorded(tenant, AT, AT.plusSeconds(1), Cursor.START));
    }

    /** Rule 11. */
    @Test
    @DisplayName("Journal rule 11: erases from many changes of many subjects, and counts them")
    protected void erasesFromMany() {
        List<Subject> many = Stream.generate(() -> new Subject("person", UUID.randomUUID()))
                .limit(1_203)
                .toList();
        append(here, tenant, many.stream().map(subject -> said(tenant, subject)).toList());
        append(here, tenant, said(tenant, ann, 1_101));
        List<Subject> twice = new ArrayList<>(many);
        twice.addAll(many);
        twice.add(ann);
        assertEquals(2_304, redact(here, tenant, twice, NAMED));
        List<Change> read = new ArrayList<>();
        for (long at = 0; at < 2_304; at = read.size()) {
            read.addAll(journal(there).after(tenant, Cursor.START.at(at)));
        }
        assertEquals(
                2_304,
                read.stream().filter(change -> change.fields().equals(LEFT)).count());
        assertEquals(OptionalLong.empty(), Chain.verify(read));
    }

    /** Rule 11. */
    @Test
    @DisplayName("Journal rule 11: alters nothing where nothing is left to erase")
    protected void altersNothingWhereNothingIsLeft() {
        append(here, tenant, said(tenant, ann, 2));
        assertEquals(0, redact(here, tenant, List.of(ann), List.of("phone", "open")));
        assertEquals(0, redact(here, tenant, List.of(ann), List.of()));
        assertEquals(0, redact(here, tenant, List.of(), NAMED));
        assertEquals(0, redact(here, tenant, List.of(tom), NAMED));
        assertEquals(0, redact(here, stranger, List.of(tom), NAMED));
        assertFalse(all(tenant).get(0).isErased());
        assertEquals(2, redact(here, tenant, List.of(ann), NAMED));
        List<Change> erased = all(tenant);
        assertEquals(0, redact(there, tenant, List.of(ann), NAMED));
        assertEquals(erased, all(tenant));
    }

    /** Rule 12. */
    @Test
    @DisplayName("Journal rule 12: leaves other subjects, other tenants and other fields as they were")
    protected void leavesEverythingElseAsItWas() {
        append(here, tenant, List.of(said(tenant, tom), said(tenant, ann), said(tenant, tom)));
        append(here, stranger, List.of(said(stranger, ann)));
        List<Change> toms = of(tom);
        List<Change> strangers = all(stranger);
        redact(here, tenant, List.of(ann), List.of("email"));
        assertEquals(toms, of(tom));
        assertEquals(strangers, all(stranger));
        List<FieldChange> left = new ArrayList<>(SAID);
        left.set(5, FieldChange.erased("email"));
        assertEquals(left, of(ann).get(0).fields());
    }

    /** Rule 12. */
    @Test
    @DisplayName("Journal rule 12: leaves the chain as it was, also for what is appended after")
    protected void leavesTheChainAsItWas() {
        append(here, tenant, List.of(said(tenant, tom), said(tenant, ann)));
        List<String> hashes = all(tenant).stream().map(Change::hash).toList();
        redact(here, tenant, List.of(ann), List.of("name"));
        append(there, tenant, List.of(said(tenant, tom), said(tenant, ann)));
        redact(here, tenant, List.of(ann), List.of("email"));
        List<Change> chain = all(tenant);
        assertEquals(hashes, chain.stream().map(Change::hash).limit(2).toList());
        assertEquals(OptionalLong.empty(), Chain.verify(chain));
    }

    /** Rule 13. */
    @Test
    @DisplayName("Journal rule 13: shows what a transaction erased to it alone, and to all when it commits")
    protected void erasesWithinTheTransaction() {
        append(here, tenant, said(tenant, ann, 1));
        here.write(() -> {
            journal(here).append(tenant, said(tenant, ann, 1));
            assertEquals(2, journal(here).redact(tenant, List.of(ann), NAMED));
            assertEquals(0, journal(here).redact(tenant, List.of(ann), NAMED));
            List<Change> mine = journal(here).after(tenant, Cursor.START);
            assertEquals(List.of(LEFT, LEFT), mine.stream().map(Change::fields).toList());
            assertEquals(mine, journal(here).after(tenant, ann, Cursor.START));
            assertEquals(SAID, elsewhere(() -> of(ann)).get(0).fields());
            return mine;
        });
        assertEquals(
                List.of(LEFT, LEFT), all(tenant).stream().map(Change::fields).toList());
        assertEquals(OptionalLong.empty(), Chain.verify(all(tenant)));
    }

    /** Rule 13. */
    @Test
    @DisplayName("Journal rule 13: leaves every text where it was when the transaction is rolled back")
    protected void erasesNothingWhereItIsRolledBack() {
        List<Change> appended = append(here, tenant, said(tenant, ann, 3));
        here.rollBack(() -> assertEquals(3, journal(here).redact(tenant, List.of(ann), NAMED)));
        assertEquals(appended, all(tenant));
        assertThrows(
                IllegalStateException.class,
                () -> here.write(() -> {
                    journal(here).redact(tenant, List.of(ann), NAMED);
                    throw new IllegalStateException("the host's work failed");
                }));
        assertEquals(appended, all(tenant));
    }

    /** Rule 14. */
    @Test
    @DisplayName("Journal rule 14: erases what both name, when two erase from the same change at the same time")
    protected void erasesWhatBothName() throws Exception {
        append(here, tenant, said(tenant, ann, 1));
        CountDownLatch erased = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Session other = another();
        Future<Long> slow = alongside(() -> here.write(() -> {
            long mine = journal(here).redact(tenant, List.of(ann), List.of("name"));
            erased.countDown();
            await(mayCommit);
            return mine;
        }));
        await(erased);
        Future<Long> quick = alongside(() -> redact(other, tenant, List.of(ann), List.of("email")));
        assertWaits(quick);
        mayCommit.countDown();
        assertEquals(1, slow.get(60, TimeUnit.SECONDS));
        assertEquals(1, quick.get(60, TimeUnit.SECONDS));
        List<FieldChange> left = new ArrayList<>(SAID);
        left.set(0, FieldChange.erased("name"));
        left.set(5, FieldChange.erased("email"));
        assertEquals(left, of(ann).get(0).fields());
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
