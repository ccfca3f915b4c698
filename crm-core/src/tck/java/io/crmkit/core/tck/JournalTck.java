package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of {@link io.crmkit.core.port.Journal}; here 8 to 10, transactions and many writers. */
abstract class JournalTck extends JournalRedactTck {

    private static final int TRANSACTIONS = 20;

    /** How many writers append at the same time; see {@link StoresTck#writers}. */
    protected abstract int writers();

    /** Rule 4. */
    @Test
    @DisplayName("Journal rule 4: reads on from what is committed to what the transaction appended itself")
    protected void readsOnToWhatTheTransactionAppended() {
        append(here, tenant, changes(tenant, 4));
        List<Change> read = here.write(() -> {
            journal(here).append(tenant, changes(tenant, 4));
            return journal(here).after(tenant, new Cursor(2, 4));
        });
        assertEquals(numbers(3, 7), sequences(read));
    }

    /** Rule 8. */
    @Test
    @DisplayName("Journal rule 8: shows what a transaction appended to the calls that follow in it, and to nobody else")
    protected void showsATransactionWhatItAppended() {
        append(here, tenant, changes(tenant, 2));
        here.write(() -> {
            Change first = journal(here).append(tenant, changes(tenant, 1)).get(0);
            assertEquals(3, journal(here).last(tenant));
            assertEquals(numbers(4, 6), sequences(journal(here).append(tenant, changes(tenant, 2))));
            assertEquals(numbers(1, 6), sequences(journal(here).after(tenant, Cursor.START)));
            assertEquals(numbers(2, 6), sequences(journal(here).after(tenant, new Cursor(1, 9))));
            assertEquals(List.of(first), journal(here).after(tenant, first.subject(), Cursor.START));
            assertEquals(List.of(first), journal(here).before(tenant, first.subject(), Cursor.END));
            assertEquals(
                    numbers(3, 6), sequences(journal(here).recorded(tenant, AT, AT.plusSeconds(1), new Cursor(2, 9))));
            assertEquals(2, elsewhere(() -> journal(there).last(tenant)));
            assertEquals(numbers(1, 3), sequences(elsewhere(() -> all(tenant))));
            assertEquals(List.of(), elsewhere(() -> journal(there).after(tenant, first.subject(), Cursor.START)));
            return first;
        });
        assertEquals(numbers(1, 6), sequences(all(tenant)));
    }

    /** Rule 9. */
    @Test
    @DisplayName("Journal rule 9: shows nobody what was rolled back, and leaves no gap")
    protected void leavesNoGapWhereItRollsBack() {
        here.rollBack(() -> journal(here).append(tenant, changes(tenant, 3)));
        assertEquals(0, journal(there).last(tenant));
        append(here, tenant, changes(tenant, 1));
        here.rollBack(() -> journal(here).append(tenant, changes(tenant, 2)));
        append(there, tenant, changes(tenant, 1));
        assertEquals(numbers(1, 3), sequences(all(tenant)));
        assertEquals(2, journal(here).last(tenant));
    }

    /** Rule 9. */
    @Test
    @DisplayName("Journal rule 9: goes with the records it tells of, in one transaction")
    protected void goesWithTheRecordsItTellsOf() {
        Company company = Company.named(new CompanyId(UUID.randomUUID()), "Acme");
        here.rollBack(() -> {
            here.stores().companies().save(tenant, company);
            journal(here).append(tenant, changes(tenant, 1));
        });
        assertEquals(0, there.stores().companies().count(tenant));
        assertEquals(0, journal(there).last(tenant));
    }

    /** Rule 10. */
    @Test
    @DisplayName("Journal rule 10: lets a second transaction append only when the first has ended")
    protected void letsTransactionsAppendOneAfterTheOther() throws Exception {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Session other = another();
        Future<List<Change>> slow = alongside(() -> here.write(() -> {
            List<Change> mine = journal(here).append(tenant, changes(tenant, 1));
            appended.countDown();
            await(mayCommit);
            return mine;
        }));
        await(appended);
        Future<List<Change>> quick = alongside(() -> append(other, tenant, changes(tenant, 1)));
        assertWaits(quick);
        assertEquals(0, journal(there).last(tenant));
        mayCommit.countDown();
        assertEquals(numbers(1, 2), sequences(slow.get(60, TimeUnit.SECONDS)));
        assertEquals(numbers(2, 3), sequences(quick.get(60, TimeUnit.SECONDS)));
    }

    /** Rule 10. */
    @Test
    @DisplayName("Journal rule 10: lets a polling reader miss nothing, however many write at the same time")
    protected void letsAPollingReaderMissNothing() {
        CyclicBarrier start = new CyclicBarrier(writers() + 1);
        AtomicInteger writing = new AtomicInteger(writers());
        List<Callable<List<Long>>> calls = new ArrayList<>();
        for (int i = 0; i < writers(); i++) {
            Session session = another();
            calls.add(() -> {
                meet(start);
                try {
                    return written(session);
                } finally {
                    writing.decrementAndGet();
                }
            });
        }
        calls.add(() -> {
            meet(start);
            return polled(writing);
        });
        List<List<Long>> read = new ArrayList<>(atOnce(calls));
        List<Long> polled = read.remove(writers());
        List<Long> missed =
                new ArrayList<>(read.stream().flatMap(List::stream).sorted().toList());
        assertEquals(writers() * TRANSACTIONS, missed.size());
        missed.removeAll(polled);
        assertEquals(List.of(), missed);
        assertEquals(writers() * TRANSACTIONS, polled.size());
    }

    private List<Long> written(Session session) {
        List<Long> written = new ArrayList<>();
        for (int i = 0; i < TRANSACTIONS; i++) {
            written.addAll(sequences(append(session, tenant, changes(tenant, 1))));
        }
        return written;
    }

    private List<Long> polled(AtomicInteger writing) {
        List<Long> read = new ArrayList<>();
        Cursor cursor = new Cursor(0, 50);
        for (boolean more = true; more; ) {
            boolean nobodyWrites = writing.get() == 0;
            List<Change> changes = journal(there).after(tenant, cursor);
            read.addAll(sequences(changes));
            cursor = changes.isEmpty() ? cursor : cursor.at(read.get(read.size() - 1));
            more = !changes.isEmpty() || !nobodyWrites;
        }
        return read;
    }
}
