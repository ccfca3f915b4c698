package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Eight writers against one reader that polls, on a database where transactions commit in another order than they began.
 * Two cursors people use instead, a time and a sequence of the database, read the same transactions beside the journal:
 * they show that there was something to miss.
 */
class JournalRaceTest {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 60;
    private static final int AT_ONCE = 50;

    private final TenantId tenant = new TenantId("tenant " + UUID.randomUUID());

    @RegisterExtension
    final Sessions sessions = new Sessions();

    private JpaSession readerBesideTheControl(Database database) {
        JpaSession reader = sessions.on(database);
        String columns = database == Database.MARIADB
                ? "id bigint auto_increment primary key, at datetime(6) not null default now(6)"
                : "id bigserial primary key, at timestamp(6) with time zone not null default now()";
        reader.write(() -> reader.manager()
                .createNativeQuery(
                        "create table if not exists race_control (tenant varchar(64) not null, " + columns + ")")
                .executeUpdate());
        return reader;
    }

    private CrmSession crm(JpaSession session) {
        return Crm.builder().stores(session.stores()).build().as(new Actor(tenant, "anna"));
    }

    private static void atOnce(List<Callable<?>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<?>> answers = new ArrayList<>();
            calls.forEach(call -> answers.add(threads.submit(call)));
            for (Future<?> answer : answers) {
                answer.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aReaderThatPollsByTheJournalMissesNothingAndByTimeOrSequenceMisses(Database database) throws Exception {
        JpaSession reader = readerBesideTheControl(database);
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<Callable<?>> calls = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            JpaSession session = sessions.on(database);
            Random random = new Random(i);
            calls.add(() -> {
                try {
                    write(session, random);
                    return session;
                } finally {
                    writing.decrementAndGet();
                }
            });
        }
        Poll poll = new Poll(reader);
        calls.add(() -> polled(poll, writing));
        atOnce(calls);
        long committed = ((Number) reader.manager()
                        .createNativeQuery("select count(*) from race_control where tenant = ?1")
                        .setParameter(1, tenant.value())
                        .getSingleResult())
                .longValue();
        assertEquals(committed, poll.journal);
        assertEquals(committed, reader.stores().journal().last(tenant));
        assertTrue(poll.times < committed, () -> "nothing to miss by time: " + committed);
        assertTrue(poll.sequences < committed, () -> "nothing to miss by sequence: " + committed);
    }

    private void write(JpaSession session, Random random) {
        SellerId seller = new SellerId(UUID.randomUUID());
        for (int i = 0; i < TRANSACTIONS; i++) {
            Runnable work = () -> {
                session.manager()
                        .createNativeQuery("insert into race_control (tenant) values (?1)")
                        .setParameter(1, tenant.value())
                        .executeUpdate();
                hold(random.nextInt(5));
                crm(session).activities().record(RecordActivity.held(ActivityType.CALL, seller, Instant.EPOCH));
            };
            if (random.nextInt(20) == 0) {
                session.rollBack(work);
            } else {
                session.write(() -> {
                    work.run();
                    return work;
                });
            }
        }
    }

    private static void hold(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** How far each of the three cursors has come, and how much it has read. */
    private static final class Poll {
        private final JpaSession reader;
        private long journal;
        private long times;
        private long sequences;
        private Cursor cursor = new Cursor(0, AT_ONCE);
        private Object time = Instant.EPOCH;
        private long timeId;
        private long sequence;

        Poll(JpaSession reader) {
            this.reader = reader;
        }
    }

    private Poll polled(Poll poll, AtomicInteger writing) {
        for (boolean more = true; more; ) {
            boolean nobodyWrites = writing.get() == 0;
            int read = readJournal(poll) + readByTime(poll) + readBySequence(poll);
            more = read > 0 || !nobodyWrites;
        }
        return poll;
    }

    private int readJournal(Poll poll) {
        List<Change> changes = poll.reader.stores().journal().after(tenant, poll.cursor);
        poll.journal += changes.size();
        if (!changes.isEmpty()) {
            poll.cursor = poll.cursor.at(changes.get(changes.size() - 1).sequence());
        }
        return changes.size();
    }

    private int readByTime(Poll poll) {
        List<?> rows = poll.reader
                .manager()
                .createNativeQuery(
                        "select at, id from race_control where tenant = ?1 and (at, id) > (?2, ?3)"
                                + " order by at, id limit " + AT_ONCE,
                        Object[].class)
                .setParameter(1, tenant.value())
                .setParameter(2, poll.time)
                .setParameter(3, poll.timeId)
                .getResultList();
        for (Object row : rows) {
            poll.time = ((Object[]) row)[0];
            poll.timeId = (Long) ((Object[]) row)[1];
        }
        poll.times += rows.size();
        return rows.size();
    }

    private int readBySequence(Poll poll) {
        List<?> rows = poll.reader
                .manager()
                .createNativeQuery(
                        "select id from race_control where tenant = ?1 and id > ?2 order by id limit " + AT_ONCE,
                        Long.class)
                .setParameter(1, tenant.value())
                .setParameter(2, poll.sequence)
                .getResultList();
        for (Object id : rows) {
            poll.sequence = (Long) id;
        }
        poll.sequences += rows.size();
        return rows.size();
    }
}
