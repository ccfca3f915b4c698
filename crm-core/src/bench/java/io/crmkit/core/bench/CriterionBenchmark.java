package io.crmkit.core.bench;

import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Five criteria over a million contacts: compiled, written by hand, and as streams with chained predicates. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CriterionBenchmark {

    /** The contacts, and one question asked in three ways. */
    @State(Scope.Benchmark)
    public static class Contacts {
        /** How many contacts. */
        @Param("1000000")
        int contacts;

        private final SellerId owner = new SellerId(new UUID(7, 1));
        private final List<Person> people = new ArrayList<>();
        private final Predicate<Person> compiled = PersonFields.STATE
                .is(PartyState.ACTIVE)
                .and(PersonFields.OWNER.is(owner))
                .and(PersonFields.STAGE.in(List.of(SalesStage.PROSPECT, SalesStage.CUSTOMER)))
                .and(PersonFields.SOURCE.is("fair"))
                .and(PersonFields.ALL.tagged("vip"))
                .compile();
        private final Predicate<Person> state = person -> person.relationship().state() == PartyState.ACTIVE;
        private final Predicate<Person> chained = state.and(
                        person -> owner.equals(person.relationship().owner()))
                .and(person -> person.relationship().stage() == SalesStage.PROSPECT
                        || person.relationship().stage() == SalesStage.CUSTOMER)
                .and(person -> "fair".equals(person.relationship().source()))
                .and(person -> person.tags().contains("vip"));

        /** Makes them, and checks that the three ways agree. */
        @Setup(Level.Trial)
        public void fill() {
            Random random = new Random(20_261_123L);
            for (int i = 0; i < contacts; i++) {
                people.add(person(random, i));
            }
            long byHand = byHand();
            if (byHand == 0 || byHand != compiled() || byHand != streams()) {
                throw new IllegalStateException("answers differ: " + byHand + ", " + compiled() + ", " + streams());
            }
        }

        private Person person(Random random, int number) {
            return new Person(
                    new PersonId(new UUID(number, 7)),
                    Revision.NONE,
                    "Person " + number,
                    List.of(),
                    new Relationship(
                            new SellerId(new UUID(7, random.nextInt(2))),
                            SalesStage.values()[random.nextInt(4)],
                            random.nextBoolean() ? "fair" : "call",
                            random.nextInt(10) == 0 ? PartyState.ARCHIVED : PartyState.ACTIVE),
                    null,
                    CustomFields.NONE,
                    random.nextBoolean() ? Set.of("vip", "north") : Set.of("south"));
        }

        private long compiled() {
            long found = 0;
            for (Person person : people) {
                if (compiled.test(person)) {
                    found++;
                }
            }
            return found;
        }

        private long byHand() {
            long found = 0;
            for (Person person : people) {
                Relationship relationship = person.relationship();
                if (relationship.state() == PartyState.ACTIVE
                        && owner.equals(relationship.owner())
                        && (relationship.stage() == SalesStage.PROSPECT || relationship.stage() == SalesStage.CUSTOMER)
                        && "fair".equals(relationship.source())
                        && person.tags().contains("vip")) {
                    found++;
                }
            }
            return found;
        }

        private long streams() {
            return people.stream().filter(chained).count();
        }
    }

    /** The compiled criterion, in a loop. */
    @Benchmark
    public long criterion(Contacts contacts) {
        return contacts.compiled();
    }

    /** A loop somebody wrote for this one question. */
    @Benchmark
    public long handWritten(Contacts contacts) {
        return contacts.byHand();
    }

    /** A stream with five predicates chained by and. */
    @Benchmark
    public long streams(Contacts contacts) {
        return contacts.streams();
    }
}
