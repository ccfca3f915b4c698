package io.crmkit.core.bench;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A page of 50 entries among a million activities of 100,000 people, one of whom has 60,000. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TimelineBenchmark {

    private static final int PAGE = 50;

    /** The activities. */
    @State(org.openjdk.jmh.annotations.Scope.Benchmark)
    public static class Stored {
        /** How many activities. */
        @Param("1000000")
        int activities;

        /** How many people. */
        @Param("100000")
        int people;

        /** How many activities the busiest person has. */
        @Param("60000")
        int longest;

        private final TenantId tenant = new TenantId("bench");
        private final InMemoryStores stores = InMemoryStores.empty();
        private final Random random = new Random(20_261_123L);
        private final List<Scope> scopes = new ArrayList<>();
        private final List<Position> thousandthPages = new ArrayList<>();
        private int next;

        /** Stores them, and checks the pages. */
        @Setup(Level.Trial)
        public void fill() {
            for (int i = 0; i < people; i++) {
                scopes.add(Scope.of(new PersonId(new UUID(random.nextLong(), random.nextLong()))));
            }
            List<Activity> portion = new ArrayList<>();
            for (int i = 0; i < activities; i++) {
                portion.add(activity(i < longest ? 0 : 1 + random.nextInt(people - 1)));
                if (portion.size() == 10_000 || i == activities - 1) {
                    stores.activities().saveAll(tenant, portion);
                    portion.clear();
                }
            }
            check();
        }

        private Activity activity(int person) {
            return new Activity(
                    new ActivityId(new UUID(random.nextLong(), random.nextLong())),
                    Revision.NONE,
                    ActivityType.CALL,
                    new SellerId(new UUID(7, random.nextInt(100))),
                    Instant.EPOCH.plusSeconds(random.nextInt(1_000_000_000)),
                    ActivityState.HELD,
                    new ActivitySubjects(
                            null, new PersonId(scopes.get(person).subject().value()), null),
                    null);
        }

        private void check() {
            TimelineQuery query = TimelineQuery.newest(PAGE, scopes.subList(0, 1));
            TimelinePage page = stores.timeline().page(tenant, query);
            for (int number = 1; page.more(); number++) {
                Position oldest = page.oldest().orElseThrow();
                if (number >= 999) {
                    thousandthPages.add(oldest);
                }
                page = stores.timeline().page(tenant, query.olderThan(oldest));
            }
            if (thousandthPages.size() != longest / PAGE - 999) {
                throw new IllegalStateException("pages are missing: " + thousandthPages.size());
            }
        }

        private List<Entry> page(TimelineQuery query) {
            return stores.timeline().page(tenant, query).entries();
        }

        private int next(int bound) {
            next = (next + 7_919) % bound;
            return next;
        }
    }

    /** The first page of somebody's ten or so. */
    @Benchmark
    public List<Entry> firstPageOfAnybody(Stored stored) {
        int person = 1 + stored.next(stored.people - 1);
        return stored.page(TimelineQuery.newest(PAGE, stored.scopes.subList(person, person + 1)));
    }

    /** The first page of the longest. */
    @Benchmark
    public List<Entry> firstPageOfTheLongest(Stored stored) {
        return stored.page(TimelineQuery.newest(PAGE, stored.scopes.subList(0, 1)));
    }

    /** The thousandth page of the longest, or one behind it. */
    @Benchmark
    public List<Entry> thousandthPageOfTheLongest(Stored stored) {
        Position from = stored.thousandthPages.get(stored.next(stored.thousandthPages.size()));
        return stored.page(
                TimelineQuery.newest(PAGE, stored.scopes.subList(0, 1)).olderThan(from));
    }

    /** The first page over the timelines of a hundred people, as of a company. */
    @Benchmark
    public List<Entry> firstPageOfAHundredPeople(Stored stored) {
        int person = stored.next(stored.people - 100);
        return stored.page(TimelineQuery.newest(PAGE, stored.scopes.subList(person, person + 100)));
    }
}
