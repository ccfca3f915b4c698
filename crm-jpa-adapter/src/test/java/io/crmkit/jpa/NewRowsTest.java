package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.ActivityContent;
import io.crmkit.core.service.RecordActivities;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Very many new rows at once, in the host's transaction. */
class NewRowsTest {

    private static final SellerId ANNA = new SellerId(new UUID(1, 1));
    private static final SellerId BEN = new SellerId(new UUID(1, 2));
    private static final int MANY = 2 * NewRows.BATCH + 300;

    private final TenantId tenant = new TenantId("tenant " + UUID.randomUUID());

    @RegisterExtension
    final Sessions sessions = new Sessions();

    private CrmSession crm(JpaSession session) {
        return Crm.builder().stores(session.stores()).build().as(new Actor(tenant, "anna"));
    }

    private static RecordActivities calls() {
        return new RecordActivities(IntStream.range(0, MANY)
                .mapToObj(i -> {
                    RecordActivity call =
                            RecordActivity.held(ActivityType.CALL, ANNA, Instant.ofEpochSecond(1_700_000_000L + i));
                    return i % 7 == 0 ? call.with(ActivityContent.NONE.with(Participant.of(BEN))) : call;
                })
                .toList());
    }

    private static List<Activity> stored(CrmSession crm) {
        List<Activity> stored = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent()) {
            Page<Activity> page = crm.activities().page(request.get());
            stored.addAll(page.items());
            request = page.next(PageRequest.LARGEST);
        }
        return stored;
    }

    @ParameterizedTest
    @EnumSource
    void recordsThousandsWithWhoTakesPartAndAJournalThatHolds(Database database) {
        JpaSession session = sessions.on(database);
        List<Activity> recorded = session.write(() -> crm(session).activities().record(calls()));
        CrmSession other = crm(sessions.on(database));
        assertEquals(recorded, stored(other));
        assertEquals(MANY, other.journal().last());
        assertTrue(other.journal().firstBroken().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void rollsThousandsBackWithTheHostsTransaction(Database database) {
        JpaSession session = sessions.on(database);
        session.rollBack(() -> {
            crm(session).activities().record(calls());
            assertEquals(MANY, crm(session).activities().count());
        });
        assertEquals(0, crm(sessions.on(database)).activities().count());
        assertEquals(0, crm(session).journal().last());
    }

    @ParameterizedTest
    @EnumSource
    void seesInOneTransactionWhatWasSavedEitherWay(Database database) {
        JpaSession session = sessions.on(database);
        session.write(() -> {
            Activity alone =
                    crm(session).activities().record(RecordActivity.held(ActivityType.CALL, ANNA, Instant.EPOCH));
            List<Activity> many = crm(session).activities().record(calls());
            assertEquals(Optional.of(alone), crm(session).activities().find(alone.id()));
            assertEquals(
                    Optional.of(many.get(MANY - 1)),
                    crm(session).activities().find(many.get(MANY - 1).id()));
            return many;
        });
        assertEquals(MANY + 1, crm(session).journal().last());
    }

    private static List<Activity> bare(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Activity(
                        new ActivityId(UUID.randomUUID()),
                        Revision.NONE,
                        ActivityType.CALL,
                        ANNA,
                        Instant.EPOCH,
                        ActivityState.HELD,
                        ActivitySubjects.NONE,
                        null))
                .toList();
    }

    /* what the check before cannot see: an identity that somebody else is about to commit */
    @ParameterizedTest
    @EnumSource
    void refusesAnIdentityThatIsTakenMeanwhileAndStoresNone(Database database) throws Exception {
        JpaSession first = sessions.on(database);
        JpaSession second = sessions.on(database);
        List<Activity> many = bare(NewRows.MANY);
        first.manager().getTransaction().begin();
        first.stores().activities().save(tenant, many.get(7));
        Thread late = new Thread(() -> assertThrows(
                StaleRevisionException.class,
                () -> second.write(() -> second.stores().activities().saveAll(tenant, many))));
        List<Throwable> failures = new ArrayList<>();
        late.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        late.start();
        while (late.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        first.manager().getTransaction().commit();
        late.join(60_000);
        assertEquals(List.of(), failures);
        assertEquals(1, first.stores().activities().count(tenant));
    }

    private static long insertedByTheProvider(String url, String besides) throws SQLException {
        Database.H2.runScript(url);
        Database.run(url, besides);
        try (EntityManagerFactory factory = Database.opened(Map.of("jakarta.persistence.jdbc.url", url));
                JpaSession session = JpaSession.on(factory)) {
            List<Activity> many = bare(NewRows.MANY);
            session.write(() -> session.stores().activities().saveAll(new TenantId("any"), many));
            assertEquals(NewRows.MANY, session.stores().activities().count(new TenantId("any")));
            return factory.unwrap(SessionFactory.class).getStatistics().getEntityInsertCount();
        }
    }

    @Test
    void leavesAllToTheProviderWhereTablesOfTheLibraryAreThereTwice() throws SQLException {
        String url = "jdbc:h2:mem:new-rows-%s;DB_CLOSE_DELAY=-1";
        assertEquals(0, insertedByTheProvider(url.formatted("once"), "create table other (id int)"));
        assertEquals(
                NewRows.MANY,
                insertedByTheProvider(url.formatted("prefix"), "create table sales_journal_head (id int)"));
        assertEquals(
                NewRows.MANY,
                insertedByTheProvider(
                        url.formatted("schema"), "create schema sales; create table sales.crm_journal_head (id int)"));
    }
}
