package io.crmkit.core.bench;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Activities recorded a second, each with its change in the journal and its place on two timelines. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms6g", "-Xmx6g", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class RecordingBenchmark {

    private static final int TOGETHER = 100;

    /** Stores that hold the people at the start of each iteration, and nothing else. */
    @State(Scope.Benchmark)
    public static class Empty {
        private final Actor actor = new Actor(new TenantId("bench"), "anna");
        private final SellerId seller = new SellerId(new UUID(7, 7));
        private final List<Person> people = IntStream.range(0, 100_000)
                .mapToObj(i -> new Person(new PersonId(new UUID(1, i)), Revision.NONE, "Eva Huber", null))
                .toList();
        private InMemoryStores stores = InMemoryStores.empty();
        private CrmSession session = Crm.builder().stores(stores).build().as(actor);
        private long recorded;

        /** Begins anew. */
        @Setup(Level.Iteration)
        public void open() {
            stores = InMemoryStores.empty();
            stores.people().saveAll(actor.tenant(), people);
            session = Crm.builder().stores(stores).build().as(actor);
            recorded = 0;
        }

        /** Checks that all were recorded, and written down. */
        @TearDown(Level.Iteration)
        public void check() {
            long stored = stores.activities().count(actor.tenant());
            long writtenDown = stores.journal().last(actor.tenant());
            if (stored != recorded || writtenDown != recorded) {
                throw new IllegalStateException(
                        "recorded " + recorded + ", stored " + stored + ", written down " + writtenDown);
            }
        }

        private ActivitySubjects subjects() {
            recorded++;
            return new ActivitySubjects(null, new PersonId(new UUID(1, recorded % people.size())), null);
        }

        private RecordActivity command() {
            return new RecordActivity(
                    ActivityType.CALL,
                    seller,
                    Instant.ofEpochSecond(1_700_000_000L + recorded),
                    ActivityState.HELD,
                    subjects());
        }
    }

    /** One command, in a transaction of its own. */
    @Benchmark
    public Activity oneByOne(Empty empty) {
        return empty.session.activities().record(empty.command());
    }

    /** Commands run together. */
    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public List<Activity> together(Empty empty) {
        return empty.session.together(within -> {
            List<Activity> recorded = new ArrayList<>(TOGETHER);
            for (int i = 0; i < TOGETHER; i++) {
                recorded.add(within.activities().record(empty.command()));
            }
            return recorded;
        });
    }
}
