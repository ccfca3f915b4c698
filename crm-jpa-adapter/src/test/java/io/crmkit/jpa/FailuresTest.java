package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.journal.Change;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.port.StoreException.Kind;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Failures provoked in each database: each leaves the adapter as the port's own, and says whether to try again. */
class FailuresTest {

    private final TenantId tenant = new TenantId("tenant " + UUID.randomUUID());

    @RegisterExtension
    final Sessions sessions = new Sessions();

    private static void assertKind(Kind kind, String message, StoreException told) {
        assertEquals(kind, told.kind(), () -> String.valueOf(told.getCause()));
        assertEquals(message + " failed: " + kind.reason(), told.getMessage());
        assertInstanceOf(PersistenceException.class, told.getCause());
    }

    private List<Company> stored(JpaSession session, int count) {
        List<Company> companies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            companies.add(Company.named(new CompanyId(UUID.randomUUID()), "Acme"));
        }
        return session.write(() -> session.stores().companies().saveAll(tenant, companies));
    }

    private static void run(JpaSession session, String sql) {
        session.manager().createNativeQuery(sql).executeUpdate();
    }

    @ParameterizedTest
    @EnumSource
    void aDeadlocksVictimMayTryAgain(Database database) throws Exception {
        JpaSession one = sessions.on(database);
        JpaSession other = sessions.on(database);
        List<Company> both = stored(one, 2);
        CyclicBarrier eachHoldsOne = new CyclicBarrier(2);
        List<@Nullable StoreException> told = atOnce(List.of(
                () -> renamed(one, both.get(0), both.get(1), eachHoldsOne),
                () -> renamed(other, both.get(1), both.get(0), eachHoldsOne)));
        List<StoreException> victims = told.stream().filter(Objects::nonNull).toList();
        assertEquals(1, victims.size());
        assertKind(Kind.CONFLICT, "saving company", victims.get(0));
        assertTrue(victims.get(0).mayRetry());
    }

    private @Nullable StoreException renamed(JpaSession session, Company first, Company second, CyclicBarrier between) {
        try {
            session.write(() -> {
                session.stores().companies().save(tenant, first.withName("Beta"));
                meet(between);
                return session.stores().companies().save(tenant, second.withName("Beta"));
            });
            return null;
        } catch (StoreException victim) {
            return victim;
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<@Nullable StoreException> atOnce(List<Callable<@Nullable StoreException>> calls)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<@Nullable StoreException> answers = new ArrayList<>();
            for (Future<@Nullable StoreException> answer : threads.invokeAll(calls, 120, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoCannotBeSerializedMayTryAgain() {
        JpaSession one = sessions.on(Database.POSTGRESQL);
        JpaSession other = sessions.on(Database.POSTGRESQL);
        Company stored = stored(one, 1).get(0);
        StoreException told = assertThrows(
                StoreException.class,
                () -> one.write(() -> {
                    run(one, "set transaction isolation level repeatable read");
                    assertEquals(1, one.stores().companies().count(tenant));
                    other.write(() -> other.stores().companies().save(tenant, stored.withName("Beta")));
                    return one.stores().companies().save(tenant, stored.withName("Gamma"));
                }));
        assertKind(Kind.CONFLICT, "saving company", told);
    }

    @Test
    void whoDoesNotSeeTheJournalsLastChangeAppendsNothing() {
        JpaSession one = sessions.on(Database.MARIADB);
        JpaSession other = sessions.on(Database.MARIADB);
        append(other);
        StoreException told = assertThrows(
                StoreException.class,
                () -> one.write(() -> {
                    isolate(one, Connection.TRANSACTION_REPEATABLE_READ);
                    try {
                        assertEquals(1, one.stores().journal().last(tenant));
                        append(other);
                        return one.stores().journal().append(tenant, List.of(added()));
                    } finally {
                        isolate(one, Connection.TRANSACTION_READ_COMMITTED);
                    }
                }));
        assertEquals(
                "appending to the journal failed: another transaction has appended since this one began to read",
                told.getMessage());
        assertTrue(told.mayRetry());
        assertEquals(2, other.stores().journal().last(tenant));
    }

    private void append(JpaSession session) {
        session.write(() -> session.stores().journal().append(tenant, List.of(added())));
    }

    private static void isolate(JpaSession session, int isolation) {
        session.manager().unwrap(Session.class).doWork(connection -> connection.setTransactionIsolation(isolation));
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitsTooLongMayTryAgain(Database database) {
        JpaSession holder = sessions.on(database);
        JpaSession waiter = sessions.on(database);
        Company stored = stored(holder, 1).get(0);
        StoreException told = assertThrows(
                StoreException.class,
                () -> holder.write(() -> {
                    holder.stores().companies().save(tenant, stored.withName("Beta"));
                    return waiter.write(() -> {
                        run(waiter, impatience(database));
                        try {
                            return waiter.stores().companies().save(tenant, stored.withName("Gamma"));
                        } finally {
                            patience(database).ifPresent(sql -> run(waiter, sql));
                        }
                    });
                }));
        assertKind(Kind.BUSY, "saving company", told);
        assertTrue(told.mayRetry());
    }

    private static String impatience(Database database) {
        return switch (database) {
            case H2 -> "set lock_timeout 50";
            case POSTGRESQL -> "set local lock_timeout = 50";
            case MARIADB -> "set session innodb_lock_wait_timeout = 1";
        };
    }

    /* where it was not of the transaction alone */
    private static Optional<String> patience(Database database) {
        return switch (database) {
            case H2 -> Optional.of("set lock_timeout 20000");
            case POSTGRESQL -> Optional.empty();
            case MARIADB -> Optional.of("set session innodb_lock_wait_timeout = 50");
        };
    }

    @Test
    void whoLostTheConnectionToPostgresqlMayTryAgain() {
        JpaSession lost = sessions.on(Database.POSTGRESQL);
        JpaSession other = sessions.on(Database.POSTGRESQL);
        lost.manager().getTransaction().begin();
        Object process = lost.manager()
                .createNativeQuery("select pg_backend_pid()", Integer.class)
                .getSingleResult();
        other.manager()
                .createNativeQuery("select pg_terminate_backend(" + process + ", 10000)")
                .getSingleResult();
        assertLost(lost);
    }

    @Test
    void whoLostTheConnectionToMariadbMayTryAgain() {
        JpaSession lost = sessions.on(Database.MARIADB);
        JpaSession other = sessions.on(Database.MARIADB);
        lost.manager().getTransaction().begin();
        Object connection = lost.manager()
                .createNativeQuery("select connection_id()", Long.class)
                .getSingleResult();
        other.write(() -> {
            run(other, "kill connection " + connection);
            return connection;
        });
        assertLost(lost);
    }

    @Test
    void whoLostTheConnectionToH2MayTryAgain() {
        JpaSession lost = sessions.on(Database.H2);
        lost.manager().getTransaction().begin();
        lost.manager()
                .unwrap(Session.class)
                .doWork(connection ->
                        connection.unwrap(org.h2.jdbc.JdbcConnection.class).close());
        assertLost(lost);
    }

    private void assertLost(JpaSession lost) {
        StoreException told = assertThrows(
                StoreException.class, () -> lost.stores().companies().count(tenant));
        assertKind(Kind.UNREACHABLE, "counting company", told);
        assertTrue(told.mayRetry());
        StoreException save = assertThrows(
                StoreException.class,
                () -> lost.stores().companies().save(tenant, Company.named(new CompanyId(UUID.randomUUID()), "Acme")));
        assertEquals(Kind.UNREACHABLE, save.kind());
        try {
            lost.manager().getTransaction().rollback();
        } catch (PersistenceException alsoLost) {
            assertFalse(lost.manager().getTransaction().isActive());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsTakenStaysTaken(Database database) {
        JpaSession session = sessions.on(database);
        StoreException told = assertThrows(
                StoreException.class,
                () -> session.write(() -> {
                    session.stores().journal().append(tenant, List.of(added()));
                    session.manager()
                            .createNativeQuery("update crm_journal_head set sequence_number = 0 where tenant = '"
                                    + tenant.value() + "'")
                            .executeUpdate();
                    return session.stores().journal().append(tenant, List.of(added()));
                }));
        assertKind(Kind.DUPLICATE, "appending to the journal", told);
        assertFalse(told.mayRetry());
    }

    private Change added() {
        Company company = Company.named(new CompanyId(UUID.randomUUID()), "Acme");
        return Change.between(null, company, new Actor(tenant, "anna"), Instant.EPOCH)
                .orElseThrow();
    }

    @Test
    void aProvidersExceptionOfNoKindFails() {
        RuntimeException told =
                Failures.of("saving", new PersistenceException("x", new SQLException("no such table", "42S02")));
        assertEquals("saving failed: PersistenceException", told.getMessage());
        assertEquals(Kind.FAILED, ((StoreException) told).kind());
    }

    @Test
    void whatTheLibraryThrowsItselfStaysWhatItIs() {
        IllegalArgumentException own = new IllegalArgumentException("nouns must not hold an identity twice");
        assertSame(own, Failures.of("saving", own));
    }

    @Test
    void readsMariadbsNumbersWhereItsStatesSayNothing() {
        assertEquals(Kind.BUSY, kind("HY000", 1205));
        assertEquals(Kind.CONFLICT, kind("40001", 1213));
        assertEquals(Kind.CONFLICT, kind("HY000", 1020));
        assertEquals(Kind.DUPLICATE, kind("23000", 1062));
        assertEquals(Kind.UNREACHABLE, kind("08000", 0));
    }

    private static Kind kind(String state, int code) {
        PersistenceException thrown = new PersistenceException(new SQLException("told", state, code));
        return ((StoreException) Failures.of("saving", thrown)).kind();
    }
}
