package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a server does to those who write: cuts them off, makes them a deadlock's victim, refuses to put them in an order. */
@Tag("heavy")
class FaultsTest {

    private static final int THREADS = 8;
    private static final int CUTS = 20;
    private static final int EACH = 25;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicInteger failures = new AtomicInteger();
    private EmbeddedPostgres server;
    private String url;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedPostgres.start();
        url = server.getJdbcUrl("postgres", "postgres");
        Database.POSTGRESQL.runScript(url);
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        server.close();
    }

    /* a connection for each session, so that nobody gets one that is broken from a pool; isolated by the server, since not
     * every provider tells a connection of a data source */
    private EntityManagerFactory factory(String isolation) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setOptions("-c default_transaction_isolation=" + isolation);
        return Database.opened(Map.of("jakarta.persistence.nonJtaDataSource", source));
    }

    private <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        List<T> answers = new ArrayList<>();
        for (Future<T> answer : threads.invokeAll(calls, 100, TimeUnit.SECONDS)) {
            answers.add(answer.get());
        }
        return answers;
    }

    /* as a host does: what failed is tried again in a session of its own */
    private long writtenInTheEnd(EntityManagerFactory factory) {
        while (true) {
            try (JpaSession session = JpaSession.on(factory)) {
                return NumberedWork.write(session);
            } catch (RuntimeException failed) {
                failures.incrementAndGet();
            }
        }
    }

    private void report(String what, EntityManagerFactory factory, Collection<Long> committed) {
        assertTrue(failures.get() > 0, "nothing failed");
        try (JpaSession session = JpaSession.on(factory)) {
            NumberedWork.requireWhole(session, committed).report(what, failures.get() + " failures");
        }
    }

    @Test
    void whoeverIsCutOffLosesNothingThatWasAcknowledged() throws Exception {
        Collection<Long> committed = new ConcurrentLinkedQueue<>();
        Semaphore written = new Semaphore(0);
        try (EntityManagerFactory factory = factory("read\\ committed")) {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 1; i < THREADS; i++) {
                calls.add(() -> {
                    for (int j = 0; j < EACH; j++) {
                        committed.add(writtenInTheEnd(factory));
                        written.release();
                    }
                    return EACH;
                });
            }
            calls.add(() -> cut(written));
            atOnce(calls);
            report("dropped connections", factory, committed);
        }
    }

    private int cut(Semaphore written) throws InterruptedException, SQLException {
        int dropped = 0;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            while (dropped < CUTS && written.tryAcquire(EACH / 4, 10, TimeUnit.SECONDS)) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where backend_type = 'client backend' and pid <> pg_backend_pid() limit 3");
                dropped += 3;
            }
        }
        return dropped;
    }

    @Test
    void whoeverCannotBePutInAnOrderTriesAgain() throws Exception {
        Collection<Long> committed = new ConcurrentLinkedQueue<>();
        CyclicBarrier allHaveLooked = new CyclicBarrier(THREADS);
        try (EntityManagerFactory factory = factory("serializable")) {
            try (JpaSession session = JpaSession.on(factory)) {
                committed.add(NumberedWork.write(session));
            }
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                calls.add(() -> {
                    for (int j = 0; j < EACH / 5; j++) {
                        committed.add(afterAllHaveLooked(factory, allHaveLooked));
                    }
                    return EACH;
                });
            }
            atOnce(calls);
            assertTrue(
                    failures.get() >= THREADS - 1, () -> "of all that looked at the same, one is first: " + failures);
            report("serialization failures", factory, committed);
        }
    }

    /* who has looked before the first of them commits, cannot be put behind it */
    private long afterAllHaveLooked(EntityManagerFactory factory, CyclicBarrier allHaveLooked) {
        try (JpaSession session = JpaSession.on(factory)) {
            return NumberedWork.write(session, () -> {
                NumberedWork.look(session);
                await(allHaveLooked);
            });
        } catch (RuntimeException failed) {
            assertTrue(!(failed instanceof StoreException ours) || ours.mayRetry(), failed::toString);
            failures.incrementAndGet();
            return writtenInTheEnd(factory);
        }
    }

    @Test
    void aDeadlocksVictimStoresNothingAndTheOtherAll() throws Exception {
        TenantId tenant = new TenantId("deadlock");
        try (EntityManagerFactory factory = factory("read\\ committed");
                JpaSession reader = JpaSession.on(factory)) {
            List<Person> two = reader.write(() ->
                    reader.stores().people().saveAll(tenant, List.of(person(1, "One"), person(2, "Two"))));
            CyclicBarrier bothHoldOne = new CyclicBarrier(2);
            List<Boolean> stored = atOnce(List.of(
                    () -> renamed(factory, tenant, List.of(two.get(0), two.get(1)), "A", bothHoldOne),
                    () -> renamed(factory, tenant, List.of(two.get(1), two.get(0)), "B", bothHoldOne)));
            String winner = stored.get(0) ? "A" : "B";
            assertEquals(1, stored.stream().filter(each -> each).count());
            reader.manager().clear();
            for (Person person : two) {
                assertEquals(
                        winner,
                        reader.stores()
                                .people()
                                .find(tenant, person.id())
                                .orElseThrow()
                                .name());
            }
        }
    }

    private static Person person(long number, String name) {
        return new Person(new PersonId(new UUID(number, number)), Revision.NONE, name, null);
    }

    private static boolean renamed(
            EntityManagerFactory factory, TenantId tenant, List<Person> order, String name, CyclicBarrier bothHoldOne) {
        try (JpaSession session = JpaSession.on(factory)) {
            return session.write(() -> {
                session.stores().people().save(tenant, order.get(0).withName(name));
                await(bothHoldOne);
                session.stores().people().save(tenant, order.get(1).withName(name));
                return true;
            });
        } catch (io.crmkit.core.value.CrmException victim) {
            return false;
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
