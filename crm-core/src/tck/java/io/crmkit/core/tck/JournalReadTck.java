package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.journal.Chain;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.ChangeKind;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.journal.Seal;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.port.Journal;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 1 to 7 of {@link Journal}: what is appended by one writer, and how it is read. */
abstract class JournalReadTck extends SessionTck {

    static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456Z");

    private static final List<FieldChange> ONE_FIELD = List.of(new FieldChange("name", "Acme", "Beta"));

    static Journal journal(Session session) {
        return session.stores().journal();
    }

    static Change change(TenantId owner, UUID subject, Instant recordedAt, List<FieldChange> fields) {
        return change(owner, new Subject("company", subject), recordedAt, fields);
    }

    static Change change(TenantId owner, Subject subject, Instant recordedAt, List<FieldChange> fields) {
        return new Change(
                0,
                new Actor(owner, "anna"),
                subject,
                new Revision(1),
                ChangeKind.ADDED,
                AT,
                recordedAt,
                fields,
                Seal.NONE);
    }

    static Change change(TenantId owner) {
        return change(owner, UUID.randomUUID(), AT, ONE_FIELD);
    }

    static List<Change> changes(TenantId owner, int count) {
        return Stream.generate(() -> change(owner)).limit(count).toList();
    }

    static List<Change> append(Session session, TenantId owner, List<Change> changes) {
        return session.write(() -> journal(session).append(owner, changes));
    }

    static List<Long> sequences(List<Change> changes) {
        return changes.stream().map(Change::sequence).toList();
    }

    static List<Long> numbers(long from, long until) {
        return LongStream.range(from, until).boxed().toList();
    }

    final List<Change> all(TenantId owner) {
        return journal(there).after(owner, Cursor.START);
    }

    /** Rule 1. */
    @Test
    @DisplayName("Journal rule 1: numbers each tenant's changes from one, without a gap, in the order given")
    protected void numbersFromOne() {
        assertEquals(0, journal(there).last(tenant));
        assertEquals(numbers(1, 4), sequences(append(here, tenant, changes(tenant, 3))));
        assertEquals(numbers(1, 2), sequences(append(here, stranger, changes(stranger, 1))));
        assertEquals(numbers(4, 6), sequences(append(there, tenant, changes(tenant, 2))));
        assertEquals(List.of(), append(here, tenant, List.of()));
        assertEquals(5, journal(there).last(tenant));
        assertEquals(1, journal(there).last(stranger));
        assertEquals(numbers(1, 6), sequences(all(tenant)));
    }

    /** Rule 1. */
    @Test
    @DisplayName("Journal rule 1: appends more than is read at once, in few statements, and answers in order")
    protected void appendsMany() {
        List<Change> many = changes(tenant, 2_003);
        List<Change> appended = append(here, tenant, many);
        assertEquals(numbers(1, 2_004), sequences(appended));
        assertEquals(
                many.stream().map(Change::subject).toList(),
                appended.stream().map(Change::subject).toList());
        assertEquals(2_003, journal(there).last(tenant));
    }

    /** Rule 2. */
    @Test
    @DisplayName("Journal rule 2: chains each change to the one before, from one transaction to the next")
    protected void chainsChanges() {
        append(here, tenant, changes(tenant, 2));
        append(there, tenant, changes(tenant, 1));
        append(here, tenant, changes(tenant, 3));
        List<Change> chain = all(tenant);
        assertEquals(OptionalLong.empty(), Chain.verify(chain));
        assertEquals(OptionalLong.empty(), Chain.verify(2, chain.get(1).hash(), chain.subList(2, 6)));
    }

    /** Rule 3. */
    @Test
    @DisplayName("Journal rule 3: reads a change as it was appended, in every component")
    protected void readsAChangeAsItWasAppended() {
        List<Change> given = new ArrayList<>();
        for (ChangeKind kind : ChangeKind.values()) {
            given.add(new Change(
                    0,
                    new Actor(tenant, "Zoe\u0308 \uD83D\uDC69\u200D\uD83D\uDCBB".repeat(20)),
                    new Subject("opportunity-line-2", UUID.randomUUID()),
                    new Revision(Long.MAX_VALUE),
                    kind,
                    Instant.parse("1900-01-01T00:00:00.000001Z"),
                    Instant.parse("2200-02-28T12:00:00.999999Z"),
                    texts(),
                    Seal.NONE));
        }
        List<Change> appended = append(here, tenant, given);
        for (int i = 0; i < given.size(); i++) {
            assertEquals(given.get(i), unnumbered(appended.get(i)));
        }
        assertEquals(appended, all(tenant));
    }

    private static List<FieldChange> texts() {
        List<FieldChange> fields = new ArrayList<>();
        for (String text : List.of(
                "",
                "null",
                "\\",
                "\\\"\\n[],:{}'",
                "line\nline\r\n\ttab \u0001 \u007F \u0085 \u2028",
                "Zoe\u0308 Z\u0327 and Zo\u00EB",
                "\u05E9\u05DC\u05D5\u05DD \u682A\u5F0F \uD867\uDE3D \uD83D\uDE80",
                "x".repeat(100_000))) {
            fields.add(new FieldChange("stages[" + fields.size() + "].name", null, text));
            fields.add(new FieldChange("stages[" + fields.size() + "].name", text, null));
            fields.add(new FieldChange(text.isBlank() ? "blank" : text, text, text + "."));
        }
        return fields;
    }

    private static Change unnumbered(Change c) {
        return new Change(
                0,
                c.actor(),
                c.subject(),
                c.revision(),
                c.kind(),
                c.occurredAt(),
                c.recordedAt(),
                c.fields(),
                Seal.NONE);
    }

    /** Rule 3. */
    @Test
    @DisplayName("Journal rule 3: reads a change without fields, and one with a thousand, as it was appended")
    protected void readsAnyNumberOfFields() {
        List<FieldChange> thousand = IntStream.range(0, 1_000)
                .mapToObj(i -> new FieldChange("field " + i, null, "after " + i))
                .toList();
        List<Change> appended = append(
                here,
                tenant,
                List.of(
                        change(tenant, UUID.randomUUID(), AT, List.of()),
                        change(tenant, UUID.randomUUID(), AT, thousand)));
        assertEquals(appended, all(tenant));
        assertEquals(thousand, all(tenant).get(1).fields());
    }

    /** Rule 4. */
    @Test
    @DisplayName("Journal rule 4: reads on from a cursor, at most as many as its limit")
    protected void readsOnFromACursor() {
        append(here, tenant, changes(tenant, 7));
        assertEquals(numbers(1, 4), sequences(journal(there).after(tenant, new Cursor(0, 3))));
        assertEquals(numbers(4, 7), sequences(journal(there).after(tenant, new Cursor(3, 3))));
        assertEquals(numbers(7, 8), sequences(journal(there).after(tenant, new Cursor(6, 3))));
        assertEquals(List.of(), journal(there).after(tenant, new Cursor(7, 3)));
        assertEquals(List.of(), journal(there).after(tenant, Cursor.END));
    }

    /** Rule 5. */
    @Test
    @DisplayName("Journal rule 5: reads what happened to one record, forwards and backwards")
    protected void readsOneSubjectBothWays() {
        UUID one = UUID.randomUUID();
        List<Change> mixed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            mixed.add(change(tenant, one, AT, ONE_FIELD));
            mixed.add(change(tenant));
        }
        append(here, tenant, mixed);
        Subject subject = new Subject("company", one);
        assertEquals(List.of(1L, 3L, 5L, 7L, 9L), sequences(journal(there).after(tenant, subject, Cursor.START)));
        assertEquals(List.of(5L, 7L), sequences(journal(there).after(tenant, subject, new Cursor(3, 2))));
        assertEquals(List.of(9L), sequences(journal(there).after(tenant, subject, new Cursor(8, 2))));
        assertEquals(List.of(), journal(there).after(tenant, subject, new Cursor(9, 2)));
        assertEquals(List.of(9L, 7L, 5L, 3L, 1L), sequences(journal(there).before(tenant, subject, Cursor.END)));
        assertEquals(List.of(5L, 3L), sequences(journal(there).before(tenant, subject, new Cursor(7, 2))));
        assertEquals(List.of(1L), sequences(journal(there).before(tenant, subject, new Cursor(2, 2))));
        assertEquals(List.of(), journal(there).before(tenant, subject, new Cursor(1, 2)));
        assertEquals(List.of(), journal(there).before(tenant, subject, new Cursor(0, 2)));
    }

    /** Rule 6. */
    @Test
    @DisplayName("Journal rule 6: reads what was recorded in a half-open period, by sequence, wherever clocks stood")
    protected void readsWhatWasRecordedInAPeriod() {
        Instant until = AT.plusSeconds(60);
        List<Change> recorded = Stream.of(
                        AT,
                        until,
                        AT.minusNanos(1_000),
                        until.minusNanos(1_000),
                        AT.plusSeconds(1),
                        until.plusSeconds(1))
                .map(at -> change(tenant, UUID.randomUUID(), at, ONE_FIELD))
                .toList();
        append(here, tenant, recorded);
        assertEquals(List.of(1L, 4L, 5L), sequences(journal(there).recorded(tenant, AT, until, Cursor.START)));
        assertEquals(List.of(1L, 4L), sequences(journal(there).recorded(tenant, AT, until, new Cursor(0, 2))));
        assertEquals(List.of(5L), sequences(journal(there).recorded(tenant, AT, until, new Cursor(4, 2))));
        assertEquals(List.of(), journal(there).recorded(tenant, AT, AT, Cursor.START));
    }

    /** Rule 7. */
    @Test
    @DisplayName("Journal rule 7: shows another tenant's changes to no question")
    protected void showsAnotherTenantsChangesToNoQuestion() {
        UUID one = UUID.randomUUID();
        append(here, tenant, List.of(change(tenant, one, AT, ONE_FIELD)));
        Subject subject = new Subject("company", one);
        assertEquals(0, journal(there).last(stranger));
        assertEquals(List.of(), all(stranger));
        assertEquals(List.of(), journal(there).after(stranger, subject, Cursor.START));
        assertEquals(List.of(), journal(there).before(stranger, subject, Cursor.END));
        assertEquals(List.of(), journal(there).recorded(stranger, AT, AT.plusSeconds(1), Cursor.START));
    }

    /** Rule 7. */
    @Test
    @DisplayName("Journal rule 7: refuses a change of another tenant, and one that is numbered already")
    protected void refusesAChangeOfAnotherTenant() {
        List<Change> mixed = new ArrayList<>(changes(tenant, 2));
        mixed.add(change(stranger));
        assertEquals(
                "changes must be the tenant's: tenant = " + tenant + ", change of " + stranger,
                refused(mixed).getMessage());
        List<Change> appended = append(here, tenant, changes(tenant, 1));
        assertEquals(
                "changes must not be numbered before they are appended: sequence = 1",
                refused(appended).getMessage());
        assertEquals(1, journal(there).last(tenant));
        assertEquals(0, journal(there).last(stranger));
        assertEquals(
                Collections.nCopies(1, tenant),
                all(tenant).stream().map(Change::tenant).toList());
    }

    private IllegalArgumentException refused(List<Change> changes) {
        return assertThrows(IllegalArgumentException.class, () -> append(here, tenant, changes));
    }
}
