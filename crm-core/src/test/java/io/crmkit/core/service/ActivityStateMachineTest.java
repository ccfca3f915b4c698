package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityStateException;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.activity.Rescheduling;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.jspecify.annotations.Nullable;

/** Activities under whatever is asked of them in whatever order, against what a diary would say. */
class ActivityStateMachineTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final SellerId ANNA = new SellerId(new UUID(1, 1));
    private static final PersonId NOBODY = new PersonId(new UUID(3, 3));

    /** An entry of the diary. */
    private static final class Entry {

        private final ActivityId id;
        private ActivityState state = ActivityState.PLANNED;
        private Instant at;
        private Acceptance answer = Acceptance.NEEDS_ACTION;
        private int moves;
        private @Nullable Instant first;
        private @Nullable String outcome;
        private long revision = 1;

        private Entry(ActivityId id, Instant at) {
            this.id = id;
            this.at = at;
        }
    }

    /** A session, and what it ought to hold. */
    private static final class World {

        private final CrmSession crm = Crm.builder()
                .stores(InMemoryStores.empty())
                .clock(Clock.fixed(NOON.plus(Duration.ofDays(365)), ZoneOffset.UTC))
                .build()
                .as(new Actor(new TenantId("acme"), "anna"));
        private final PersonId eva =
                crm.people().add(new AddPerson("Eva", null)).id();
        private final List<Entry> diary = new ArrayList<>();

        private World() {
            plan(new Random(0));
        }

        private static Instant day(Random random) {
            return NOON.plus(Duration.ofDays(random.nextInt(4)));
        }

        private void plan(Random random) {
            Instant at = day(random);
            PlanActivity command = PlanActivity.of(ActivityType.MEETING, ANNA, at)
                    .with(ActivityContent.NONE.with(Participant.of(eva)));
            diary.add(new Entry(crm.activities().plan(command).id(), at));
        }

        private Entry any(Random random) {
            return diary.get(random.nextInt(diary.size()));
        }

        private static Revision seen(Entry entry, Random random) {
            return new Revision(random.nextInt(6) == 0 ? entry.revision + 1 : entry.revision);
        }

        /* only what is planned may be changed, and a revision is made by what changes something */
        private static boolean isDone(
                Entry entry, Revision seen, boolean fits, boolean changes, Supplier<Activity> command) {
            boolean allowed = entry.state == ActivityState.PLANNED && fits;
            Class<?> refusal = allowed ? null : ActivityStateException.class;
            Class<?> expected = seen.number() == entry.revision ? refusal : StaleRevisionException.class;
            assertEquals(expected, Steps.refusal(command));
            entry.revision += expected == null && changes ? 1 : 0;
            return expected == null;
        }

        private void hold(Random random) {
            Entry entry = any(random);
            Revision seen = seen(entry, random);
            Instant at = random.nextBoolean() ? null : day(random);
            HoldActivity command = new HoldActivity(entry.id, seen, at, null, "They buy.");
            if (isDone(entry, seen, true, true, () -> crm.activities().hold(command))) {
                entry.state = ActivityState.HELD;
                entry.at = at == null ? entry.at : at;
                entry.outcome = "They buy.";
            }
        }

        private void end(ActivityState end, Random random) {
            Entry entry = any(random);
            Revision seen = seen(entry, random);
            EndActivity command = new EndActivity(entry.id, seen, random.nextBoolean() ? null : "Eva was ill.");
            Activities all = crm.activities();
            boolean off = end == ActivityState.CANCELLED;
            if (isDone(entry, seen, true, true, () -> off ? all.cancel(command) : all.notHeld(command))) {
                entry.state = end;
                entry.outcome = command.reason();
            }
        }

        private void reschedule(Random random) {
            Entry entry = any(random);
            Revision seen = seen(entry, random);
            Instant at = day(random);
            boolean changes = !at.equals(entry.at);
            RescheduleActivity command = new RescheduleActivity(entry.id, seen, at);
            if (isDone(entry, seen, true, changes, () -> crm.activities().reschedule(command)) && changes) {
                entry.first = entry.first == null ? entry.at : entry.first;
                entry.at = at;
                entry.answer = Acceptance.NEEDS_ACTION;
                entry.moves++;
            }
        }

        private void answer(Random random) {
            Entry entry = any(random);
            Revision seen = seen(entry, random);
            Acceptance answer = Acceptance.values()[random.nextInt(4)];
            boolean invited = random.nextInt(4) > 0;
            AnswerActivity command = new AnswerActivity(entry.id, seen, invited ? eva : NOBODY, answer);
            if (isDone(
                    entry,
                    seen,
                    invited,
                    answer != entry.answer,
                    () -> crm.activities().answer(command))) {
                entry.answer = answer;
            }
        }

        private void requireSame(Entry entry) {
            Activity stored = crm.activities().find(entry.id).orElseThrow();
            assertEquals(
                    List.of(entry.state, entry.at, entry.revision, List.of(new Participant(eva, null, entry.answer))),
                    List.of(stored.state(), stored.at(), stored.revision().number(), stored.participants()));
            assertEquals(entry.outcome, stored.text().outcome());
            Rescheduling moved = stored.plan().rescheduling();
            assertEquals(entry.first == null ? null : new Rescheduling(entry.moves, entry.first), moved);
        }
    }

    @Provide
    ActionChainArbitrary<World> asking() {
        return ActionChain.startWith(World::new)
                .withAction(3, Steps.step("plan", World::plan))
                .withAction(1, Steps.step("hold", World::hold))
                .withAction(1, Steps.step("not held", (world, random) -> world.end(ActivityState.NOT_HELD, random)))
                .withAction(1, Steps.step("cancel", (world, random) -> world.end(ActivityState.CANCELLED, random)))
                .withAction(4, Steps.step("reschedule", World::reschedule))
                .withAction(4, Steps.step("answer", World::answer))
                .withMaxTransformations(20);
    }

    @Property(tries = 200)
    void activitiesAreWhatTheDiarySays(@ForAll("asking") ActionChain<World> chain) {
        World world = chain.run();
        world.diary.forEach(world::requireSame);
        assertEquals(world.diary.size(), world.crm.activities().count());
        long invited = 1; // Eva, before anything is planned
        assertEquals(
                invited
                        + world.diary.stream()
                                .mapToLong(entry -> entry.revision)
                                .sum(),
                world.crm.journal().last());
    }
}
