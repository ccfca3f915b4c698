package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outlook;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.jspecify.annotations.Nullable;

/** Opportunities in two pipelines, against counters on two boards: first, second, won, lost. */
class OpportunityStateMachineTest {

    private static final int WON = 2;
    private static final int LOST = 3;

    /** A counter on a board. */
    private static final class Counter {

        private final OpportunityId id;
        private int board;
        private int column;
        private int furthest;
        private @Nullable SellerId owner;
        private @Nullable Integer byHand;
        private long revision = 1;

        private Counter(OpportunityId id, int board) {
            this.id = id;
            this.board = board;
        }

        private boolean isOpen() {
            return column < WON;
        }

        /* what is won has been through all open columns; what is lost keeps how far it came */
        private void put(int on) {
            byHand = column == on ? byHand : null;
            column = on;
            furthest = on == WON ? 1 : on == LOST ? furthest : Math.max(furthest, on);
        }
    }

    /** A session, and what it ought to hold. */
    private static final class World {

        private final CrmSession crm =
                Crm.builder().stores(InMemoryStores.empty()).build().as(new Actor(new TenantId("acme"), "anna"));
        private final List<Pipeline> boards = List.of(board("Sales"), board("Service"));
        private final List<SellerId> sellers = List.of(
                crm.sellers().add(new AddSeller("Anna", null)).id(),
                crm.sellers().add(new AddSeller("Bruno", null)).id());
        private final List<Counter> counters = new ArrayList<>();

        private World() {
            open(new Random(0));
        }

        private Pipeline board(String name) {
            return crm.pipelines()
                    .define(new DefinePipeline(
                            name,
                            List.of(
                                    new StageDefinition(name + " lead", StageKind.OPEN),
                                    new StageDefinition(name + " offer", StageKind.OPEN),
                                    new StageDefinition(name + " won", StageKind.WON),
                                    new StageDefinition(name + " lost", StageKind.LOST))));
        }

        private StageId stage(int board, int column) {
            return boards.get(board).stages().get(column).id();
        }

        private void open(Random random) {
            int board = random.nextInt(2);
            OpenOpportunity command = new OpenOpportunity(
                    "Pumps", boards.get(board).id(), new OpportunityParties(null, null, null), null, null, null);
            counters.add(new Counter(crm.opportunities().open(command).id(), board));
        }

        private Counter any(Random random) {
            return counters.get(random.nextInt(counters.size()));
        }

        private Opportunity stored(Counter counter) {
            return crm.opportunities().find(counter.id).orElseThrow();
        }

        private static Revision seen(Counter counter, Random random) {
            return new Revision(random.nextInt(6) == 0 ? counter.revision + 1 : counter.revision);
        }

        private static boolean isDone(
                Counter counter, Revision seen, @Nullable Class<?> refusal, boolean changes, Supplier<?> command) {
            Class<?> expected = seen.number() == counter.revision ? refusal : StaleRevisionException.class;
            assertEquals(expected, Steps.refusal(command));
            counter.revision += expected == null && changes ? 1 : 0;
            return expected == null;
        }

        private void move(Random random) {
            Counter counter = any(random);
            Revision seen = seen(counter, random);
            int board = random.nextInt(6) == 0 ? 1 - counter.board : counter.board;
            int column = random.nextInt(4);
            StageId to = stage(board, column);
            Class<?> refusal = board == counter.board ? null : NotFoundException.class;
            boolean changes = column != counter.column;
            if (isDone(
                    counter, seen, refusal, changes, () -> crm.opportunities().move(counter.id, to, seen))) {
                counter.put(column);
            }
        }

        private void reopen(Random random) {
            Counter counter = any(random);
            Revision seen = seen(counter, random);
            Class<?> refusal = counter.isOpen() ? IllegalArgumentException.class : null;
            if (isDone(counter, seen, refusal, true, () -> crm.opportunities().reopen(counter.id, seen))) {
                counter.put(counter.furthest);
            }
        }

        private void relocate(Random random) {
            Counter counter = any(random);
            Revision seen = seen(counter, random);
            int board = 1 - counter.board;
            var command =
                    RelocateOpportunity.anew(counter.id, seen, boards.get(board).id());
            if (isDone(counter, seen, null, true, () -> crm.opportunities().relocate(command))) {
                counter.board = board;
                counter.column = 0;
                counter.furthest = 0;
                counter.byHand = null;
            }
        }

        private void sayByHand(Random random) {
            Counter counter = any(random);
            Integer percent = random.nextInt(3) == 0 ? null : 50;
            Revision seen = new Revision(counter.revision);
            boolean changes = !Objects.equals(percent, counter.byHand);
            Outlook outlook = new Outlook(percent, percent == null ? null : ForecastCategory.PIPELINE, null, null);
            boolean done = isDone(
                    counter,
                    seen,
                    null,
                    changes,
                    () -> percent == null
                            ? crm.opportunities().release(counter.id, seen)
                            : crm.opportunities()
                                    .change(ChangeOpportunity.of(stored(counter))
                                            .with(outlook)));
            counter.byHand = done ? percent : counter.byHand;
        }

        private void handOver(Random random) {
            Counter counter = any(random);
            Revision seen = seen(counter, random);
            SellerId to = sellers.get(random.nextInt(2));
            boolean changes = !to.equals(counter.owner);
            if (isDone(counter, seen, null, changes, () -> crm.opportunities().handOver(counter.id, to, seen))) {
                counter.owner = to;
            }
        }

        private void requireSame(Counter counter) {
            Opportunity stored = stored(counter);
            assertEquals(boards.get(counter.board).id(), stored.standing().pipeline());
            assertEquals(stage(counter.board, counter.column), stored.standing().stage());
            assertEquals(
                    stage(counter.board, counter.furthest), stored.standing().reached());
            assertEquals(counter.isOpen(), stored.dates().closedOn() == null);
            assertEquals(counter.owner, stored.parties().owner());
            assertEquals(counter.byHand, stored.outlook().probability());
            assertEquals(counter.revision, stored.revision().number());
        }
    }

    @Provide
    ActionChainArbitrary<World> asking() {
        return ActionChain.startWith(World::new)
                .withAction(1, Steps.step("open", World::open))
                .withAction(6, Steps.step("move", World::move))
                .withAction(3, Steps.step("reopen", World::reopen))
                .withAction(1, Steps.step("relocate", World::relocate))
                .withAction(2, Steps.step("say or take back a probability", World::sayByHand))
                .withAction(2, Steps.step("hand over", World::handOver))
                .withMaxTransformations(20);
    }

    @Property(tries = 200)
    void opportunitiesStandWhereTheirCountersDo(@ForAll("asking") ActionChain<World> chain) {
        World world = chain.run();
        world.counters.forEach(world::requireSame);
        assertEquals(world.counters.size(), world.crm.opportunities().count());
        long revisions =
                world.counters.stream().mapToLong(counter -> counter.revision).sum();
        int defined = world.boards.size() + world.sellers.size();
        assertEquals(defined + revisions, world.crm.journal().last());
    }
}
