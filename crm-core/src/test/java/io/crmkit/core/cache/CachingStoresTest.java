package io.crmkit.core.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.port.PassingStores;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Transactions;
import io.crmkit.core.service.DefineActivityType;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CachingStoresTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final int READERS = 8;
    private static final int COMMITS = 400;

    private final InMemoryStores beneath = InMemoryStores.empty();
    private final AtomicLong nanos = new AtomicLong();
    private final CachingStores stores = ticking(CacheOptions.defaults());
    private final TeamId id = new TeamId(UUID.randomUUID());

    private CachingStores ticking(CacheOptions options) {
        return new CachingStores(beneath, Caches.madeBy(RecordCache::new, options, nanos::get));
    }

    private Team team(long revision, String name) {
        return new Team(id, new Revision(revision), name, null);
    }

    private CacheStatistics teams() {
        return stores.statistics().getOrDefault("team", new CacheStatistics(-1, -1, -1, -1, -1));
    }

    private static String name(Optional<Team> team) {
        return team.map(Team::name).orElse("none");
    }

    @Test
    void aRecordIsAskedOfTheStoresOnceUntilItChanges() {
        stores.teams().save(ACME, team(0, "North"));
        for (int i = 0; i < 10; i++) {
            assertEquals("North", name(stores.teams().find(ACME, id)));
        }
        assertEquals(new CacheStatistics(9, 1, 0, 0, 1), teams());
        assertEquals(0.9, teams().hitRate());
        stores.teams().save(ACME, team(1, "South"));
        assertEquals("South", name(stores.teams().find(ACME, id)));
        assertEquals(new CacheStatistics(9, 2, 0, 0, 1), teams());
    }

    @Test
    void whatATypeMeansIsKeptForItsTenantAlone() {
        CrmSession acme = Crm.builder().stores(stores).build().as(new Actor(ACME, "anna"));
        CrmSession other = Crm.builder().stores(stores).build().as(new Actor(new TenantId("other"), "olga"));
        var defined = acme.activityTypes()
                .define(DefineActivityType.named(ActivityType.CALL, "Cold call", ActivityKind.CALL));
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.of(defined), acme.activityTypes().of(ActivityType.CALL));
        }
        assertEquals(new CacheStatistics(2, 1, 0, 0, 1), stores.statistics().get("activityType"));
        assertEquals(Optional.empty(), other.activityTypes().of(ActivityType.CALL));
        assertEquals(Optional.empty(), other.activityTypes().find(defined.id()));
        var anew = acme.activityTypes()
                .redefine(DefineActivityType.named(ActivityType.CALL, "Call", ActivityKind.CALL), defined.revision());
        assertEquals(Optional.of(anew), acme.activityTypes().of(ActivityType.CALL));
    }

    @Test
    void manyAreAnsweredFromMemoryAndTheStoresTogether() {
        TeamId other = new TeamId(UUID.randomUUID());
        stores.teams().save(ACME, team(0, "North"));
        stores.teams().save(ACME, new Team(other, Revision.NONE, "East", null));
        stores.teams().find(ACME, id);
        Map<TeamId, Team> both = stores.teams().findAll(ACME, List.of(id, other, id));
        assertEquals(List.of("North", "East"), List.of(name(both, id), name(both, other)));
        assertEquals(both, stores.teams().findAll(ACME, List.of(id, other)));
        assertEquals(4, teams().hits());
        assertEquals(2, teams().misses());
    }

    private static String name(Map<TeamId, Team> teams, TeamId id) {
        return name(Optional.ofNullable(teams.get(id)));
    }

    @Test
    void aTransactionSeesItsOwnSavesAndOthersTheCommittedOnes() {
        stores.teams().save(ACME, team(0, "North"));
        stores.teams().find(ACME, id);
        stores.transactions().write(() -> {
            stores.teams().save(ACME, team(1, "South"));
            assertEquals("South", name(stores.teams().find(ACME, id)));
            assertEquals("North", elsewhere(() -> name(stores.teams().find(ACME, id))));
            assertEquals("North", elsewhere(() -> name(stores.teams().findAll(ACME, List.of(id)), id)));
            return "done";
        });
        assertEquals("South", name(stores.teams().find(ACME, id)));
        assertEquals(3, teams().bypasses());
    }

    @Test
    void whatWasRolledBackWasNeverKept() {
        stores.teams().save(ACME, team(0, "North"));
        assertThrows(
                IllegalStateException.class,
                () -> stores.transactions().write(() -> {
                    stores.teams().save(ACME, team(1, "South"));
                    stores.teams().find(ACME, id);
                    throw new IllegalStateException("broken");
                }));
        assertEquals("North", name(stores.teams().find(ACME, id)));
        nanos.addAndGet(Duration.ofHours(2).toNanos());
        assertEquals("North", name(stores.teams().find(ACME, id)));
        assertEquals("North", name(stores.teams().find(ACME, id)));
        assertEquals(1, teams().hits());
    }

    @Test
    void aRefusedSaveLeavesTheMarkOfTheSaveBeforeIt() {
        stores.teams().save(ACME, team(0, "North"));
        assertThrows(
                IllegalStateException.class,
                () -> stores.transactions().write(() -> {
                    stores.teams().save(ACME, team(1, "South"));
                    assertThrows(
                            StaleRevisionException.class, () -> stores.teams().save(ACME, team(1, "West")));
                    assertEquals("South", name(stores.teams().find(ACME, id)));
                    throw new IllegalStateException("broken");
                }));
        assertEquals("North", name(stores.teams().find(ACME, id)));
    }

    @Test
    void aChangeOfAnotherProcessIsSeenWhenTheExpiryHasPassedOrASaveWasRefused() {
        stores.teams().save(ACME, team(0, "North"));
        stores.teams().find(ACME, id);
        beneath.teams().save(ACME, team(1, "South"));
        assertEquals("North", name(stores.teams().find(ACME, id)));
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        assertEquals("South", name(stores.teams().find(ACME, id)));
        beneath.teams().save(ACME, team(2, "East"));
        assertThrows(StaleRevisionException.class, () -> stores.teams().save(ACME, team(2, "West")));
        assertEquals("East", name(stores.teams().find(ACME, id)));
        assertEquals("East", name(stores.teams().find(ACME, id)));
        assertEquals(1, teams().held());
    }

    @Test
    void noMoreRecordsAreKeptThanAskedFor() {
        CachingStores small = ticking(new CacheOptions(10, Duration.ofMinutes(1), Duration.ofMinutes(1)));
        for (int i = 0; i < 100; i++) {
            TeamId one = new TeamId(UUID.randomUUID());
            small.teams().save(ACME, new Team(one, Revision.NONE, "Team " + i, null));
            small.teams().find(ACME, one);
        }
        CacheStatistics kept = small.statistics().getOrDefault("team", teams());
        assertTrue(kept.held() <= 10, kept::toString);
        assertEquals(90, kept.evictions());
    }

    @Test
    void aReaderThatWasSlowDoesNotBringBackTheRecordOfBeforeTheCommit() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        CachingStores slow = stores.sharedWith(new SlowToRead(beneath, reading, committed));
        stores.teams().save(ACME, team(0, "North"));
        var reader = CompletableFuture.supplyAsync(() -> name(slow.teams().find(ACME, id)));
        assertTrue(reading.await(60, TimeUnit.SECONDS));
        stores.teams().save(ACME, team(1, "South"));
        committed.countDown();
        assertEquals("North", reader.get(60, TimeUnit.SECONDS));
        assertEquals("South", name(stores.teams().find(ACME, id)));
    }

    /** Stores whose teams answer with what was there when they were asked, but late. */
    private static final class SlowToRead extends PassingStores {
        private final CountDownLatch reading;
        private final CountDownLatch committed;

        SlowToRead(Stores beneath, CountDownLatch reading, CountDownLatch committed) {
            super(beneath);
            this.reading = reading;
            this.committed = committed;
        }

        @Override
        @SuppressWarnings("unchecked") // a proxy of the store it passes calls on to
        public io.crmkit.core.port.Store<Team, TeamId> teams() {
            var sound = super.teams();
            return (io.crmkit.core.port.Store<Team, TeamId>) java.lang.reflect.Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {io.crmkit.core.port.Store.class},
                    (proxy, method, args) -> {
                        Object answer = method.invoke(sound, args);
                        reading.countDown();
                        committed.await(60, TimeUnit.SECONDS);
                        return answer;
                    });
        }
    }

    @Test
    void noReaderSeesAnOlderRecordAfterItHasSeenANewerOnesCommit() throws Exception {
        stores.teams().save(ACME, team(0, "0"));
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicLong committed = new AtomicLong(1);
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        List<Future<Long>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            boolean fromBeneath = i % 2 == 0;
            readers.add(threads.submit(() -> reads(writing, committed, fromBeneath)));
        }
        for (long revision = 1; revision <= COMMITS; revision++) {
            Team next = team(revision, "" + revision);
            committed.set(stores.transactions()
                    .write(() -> stores.teams().save(ACME, next))
                    .revision()
                    .number());
        }
        writing.set(false);
        for (Future<Long> reader : readers) {
            assertEquals(COMMITS + 1, reader.get(60, TimeUnit.SECONDS));
        }
        threads.shutdown();
    }

    /* What is known to be committed comes from the writer or, as seen by others, from the stores beneath. */
    private long reads(AtomicBoolean writing, AtomicLong committed, boolean fromBeneath) {
        long newest = 0;
        boolean last;
        do {
            last = !writing.get();
            long known = fromBeneath ? revision(beneath) : committed.get();
            long read = revision(stores);
            assertTrue(read >= Math.max(known, newest), "read " + read + " after " + newest + ", known " + known);
            newest = read;
        } while (!last);
        return newest;
    }

    private long revision(Stores asked) {
        return asked.teams().find(ACME, id).orElseThrow().revision().number();
    }

    private static <T> T elsewhere(Supplier<T> read) {
        return CompletableFuture.supplyAsync(read).join();
    }

    @Test
    void storesThatDoNotLearnOfCommitsAreRefused() {
        Stores deaf = new PassingStores(beneath) {
            @Override
            public Transactions transactions() {
                return new Deaf(beneath.transactions());
            }
        };
        assertEquals(
                "a cache needs stores that learn of commits, and these do not: give them a commit hook, such as"
                        + " JpaStores.joining(entityManager, hook)",
                assertThrows(IllegalStateException.class, () -> CachingStores.over(deaf, CacheOptions.defaults()))
                        .getMessage());
    }

    private record Deaf(Transactions sound) implements Transactions {

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            return sound.write(work);
        }

        @Override
        public void afterCommit(Runnable work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean announcesCommits() {
            return false;
        }
    }

    @Test
    void optionsSayWhichOfThemIsWrong() {
        Duration minute = Duration.ofMinutes(1);
        assertEquals("records must be positive: records = 0", refused(0, minute, minute));
        assertEquals("expiry must be positive: expiry = PT0S", refused(1, Duration.ZERO, minute));
        assertEquals(
                "longestTransaction must be positive: longestTransaction = PT-1M",
                refused(1, minute, minute.negated()));
        assertEquals(1.0, new CacheStatistics(0, 0, 0, 0, 0).hitRate());
    }

    private static @Nullable String refused(long records, Duration expiry, Duration longest) {
        return assertThrows(IllegalArgumentException.class, () -> new CacheOptions(records, expiry, longest))
                .getMessage();
    }
}
