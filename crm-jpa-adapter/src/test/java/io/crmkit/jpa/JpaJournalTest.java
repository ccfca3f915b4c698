package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.Journal;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal's rows and counters, beside what the contract asks of every journal. */
class JpaJournalTest {

    private static Change added(TenantId tenant) {
        return Change.between(
                        null,
                        Company.named(new CompanyId(UUID.randomUUID()), "Acme"),
                        new Actor(tenant, "anna"),
                        Instant.EPOCH)
                .orElseThrow();
    }

    private static TenantId newTenant() {
        return new TenantId("tenant " + UUID.randomUUID());
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheSchemaIsNotWhole(Database database) {
        TenantId tenant = newTenant();
        JpaSession session = JpaSession.on(database);
        session.rollBack(() -> {
            session.manager()
                    .createNativeQuery("delete from crm_journal_head where tenant = ''")
                    .executeUpdate();
            StoreException told = assertThrows(
                    StoreException.class, () -> session.stores().journal().append(tenant, List.of(added(tenant))));
            assertEquals(
                    "appending to the journal failed: crm_journal_head lacks the row of tenant '' that the schema"
                            + " inserts",
                    told.getMessage());
        });
        session.close();
    }

    @ParameterizedTest
    @EnumSource
    void letsManyWriteTheFirstChangesOfTheirTenantsAtTheSameTime(Database database) throws Exception {
        database.assumeThere();
        List<TenantId> tenants = List.of(newTenant(), newTenant(), newTenant());
        List<Callable<Long>> writers = IntStream.range(0, 12)
                .mapToObj(i -> tenants.get(i % tenants.size()))
                .map(tenant -> (Callable<Long>) () -> appendOne(database, tenant))
                .toList();
        var threads = Executors.newFixedThreadPool(writers.size());
        for (var written : threads.invokeAll(writers)) {
            written.get();
        }
        threads.shutdown();
        JpaSession session = JpaSession.on(database);
        Journal journal = session.stores().journal();
        for (TenantId tenant : tenants) {
            assertEquals(4, journal.last(tenant));
            assertEquals(4, journal.after(tenant, Cursor.START).size());
        }
        session.close();
    }

    private static long appendOne(Database database, TenantId tenant) {
        JpaSession session = JpaSession.on(database);
        try {
            return session.write(() -> session.stores()
                    .journal()
                    .append(tenant, List.of(added(tenant)))
                    .get(0)
                    .sequence());
        } finally {
            session.close();
        }
    }
}
