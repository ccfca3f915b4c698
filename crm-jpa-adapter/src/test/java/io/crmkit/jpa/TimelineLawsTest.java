package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.Stores;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.TimelineLaws;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timelines are the same in memory, on H2 and on PostgreSQL, and read in order from an index. */
class TimelineLawsTest {

    @RegisterExtension
    final Sessions sessions = new Sessions();

    private record Memory(Stores stores) implements Session {

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            return stores.transactions().write(work);
        }

        @Override
        public void rollBack(Runnable work) {
            throw new UnsupportedOperationException();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void memoryH2AndPostgresqlAnswerAsTheOracleDoes(long seed) {
        TimelineLaws laws = new TimelineLaws(
                seed,
                List.of(
                        new Memory(InMemoryStores.empty()),
                        sessions.on(Database.H2),
                        sessions.on(Database.POSTGRESQL)));
        laws.everyPageIsTheOracles(20);
        laws.pagesToTheEndAreTheWhole(2);
    }

    private static List<Activity> minutely(PersonId person, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(minute -> new Activity(
                        new ActivityId(UUID.randomUUID()),
                        Revision.NONE,
                        ActivityType.CALL,
                        new SellerId(UUID.randomUUID()),
                        Instant.EPOCH.plusSeconds(60L * minute),
                        ActivityState.HELD,
                        new ActivitySubjects(null, person, null),
                        null))
                .toList();
    }

    private static long[] read(EntityManager manager, String index) {
        manager.createNativeQuery("select cast(pg_stat_force_next_flush() as text)")
                .getSingleResult();
        manager.createNativeQuery("select 1").getSingleResult();
        Object[] found = (Object[])
                manager.createNativeQuery("""
                        select i.idx_scan, i.idx_tup_read, t.seq_scan, t.seq_tup_read
                        from pg_stat_user_indexes i join pg_stat_user_tables t on t.relid = i.relid
                        where i.indexrelname = :index""").setParameter("index", index).getSingleResult();
        return Arrays.stream(found)
                .mapToLong(each -> ((Number) each).longValue())
                .toArray();
    }

    @Test
    void postgresqlReadsNoMoreOfItsIndexThanThePageHoldsHoweverDeepItLies() {
        TenantId tenant = new TenantId("tenant " + UUID.randomUUID());
        PersonId person = new PersonId(UUID.randomUUID());
        // by one connection, which tells of its own reading when it is asked to
        Map<String, ?> alone = Map.of(
                "jakarta.persistence.jdbc.url",
                Database.POSTGRESQL.url(Provider.HIBERNATE),
                "hibernate.connection.pool_size",
                "1");
        try (EntityManagerFactory factory = Database.opened(alone);
                JpaSession session = JpaSession.on(factory)) {
            readsNoMoreThanThePageHolds(session, tenant, person);
        }
    }

    private static void readsNoMoreThanThePageHolds(JpaSession session, TenantId tenant, PersonId person) {
        for (int from = 0; from < 5_000; from += 1_000) {
            List<Activity> thousand = minutely(person, from, 1_000);
            session.write(() -> session.stores().activities().saveAll(tenant, thousand));
            session.write(() ->
                    session.stores().activities().saveAll(tenant, minutely(new PersonId(UUID.randomUUID()), 0, 1_000)));
        }
        session.write(() ->
                session.manager().createNativeQuery("analyze crm_activity").executeUpdate());
        for (int minute : new int[] {4_999, 3_000, 600}) {
            Position position =
                    new Position(Instant.EPOCH.plusSeconds(60L * minute), Source.ACTIVITIES, new UUID(0, 1));
            TimelineQuery query =
                    TimelineQuery.newest(50, List.of(Scope.of(person))).olderThan(position);
            session.stores().timeline().page(tenant, query);
            long[] before = read(session.manager(), "crm_activity_of_person_at");
            assertEquals(
                    50,
                    session.stores().timeline().page(tenant, query).entries().size());
            long[] after = read(session.manager(), "crm_activity_of_person_at");
            assertEquals(1, after[0] - before[0]);
            assertTrue(after[1] - before[1] <= 60, () -> "entries read: " + (after[1] - before[1]));
            assertEquals(before[3], after[3]);
        }
    }
}
