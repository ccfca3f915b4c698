package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.MergeId;
import io.crmkit.core.party.MergeRefusedException;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.jspecify.annotations.Nullable;

/** People merged and parted in whatever order, against a forest in which each points to whom it was merged into. */
class MergeStateMachineTest {

    private static final SellerId ANNA = new SellerId(new UUID(1, 1));

    /** One of the people, and the activity that was recorded about it. */
    private static final class Node {

        private final PersonId id;
        private final ActivityId activity;
        private @Nullable Node into;
        private @Nullable MergeId by;

        private Node(PersonId id, ActivityId activity) {
            this.id = id;
            this.activity = activity;
        }

        private Node root() {
            return into == null ? this : into.root();
        }
    }

    /** A session, and what it ought to hold. */
    private static final class World {

        private final CrmSession crm =
                Crm.builder().stores(InMemoryStores.empty()).build().as(new Actor(new TenantId("acme"), "anna"));
        private final List<Node> nodes = new ArrayList<>();
        private final List<MergeId> undone = new ArrayList<>();

        private World() {
            for (String name : List.of("Eva", "Ewa", "Eve", "Ava", "Iva")) {
                PersonId person = crm.people().add(new AddPerson(name, null)).id();
                ActivitySubjects about = new ActivitySubjects(null, person, null);
                RecordActivity call =
                        new RecordActivity(ActivityType.CALL, ANNA, Instant.EPOCH, ActivityState.HELD, about);
                nodes.add(new Node(person, crm.activities().record(call).id()));
            }
        }

        private void merge(Random random) {
            Node survivor = nodes.get(random.nextInt(nodes.size()));
            Node merged = nodes.get(random.nextInt(nodes.size()));
            MergeRecords command = MergeRecords.people(survivor.id, merged.id);
            if (survivor != merged && survivor.into == null && merged.into == null) {
                merged.by = crm.merges().merge(command).id();
                merged.into = survivor;
            } else if (survivor != merged && survivor.into == null && merged.into == survivor) {
                assertEquals(merged.by, crm.merges().merge(command).id());
            } else {
                assertEquals(
                        MergeRefusedException.class,
                        Steps.refusal(() -> crm.merges().merge(command)));
            }
        }

        private void undo(Random random) {
            Node node = nodes.get(random.nextInt(nodes.size()));
            Node survivor = node.into;
            MergeId merge = node.by;
            if (survivor == null || merge == null) {
                return;
            }
            if (survivor.into != null) {
                assertEquals(
                        MergeRefusedException.class,
                        Steps.refusal(() -> crm.merges().undo(merge)));
                return;
            }
            UndoneMerge parted = crm.merges().undo(merge);
            assertEquals(List.of(), parted.remainders());
            undone.add(merge);
            node.into = null;
            node.by = null;
        }

        private void undoAgain(Random random) {
            undone.forEach(merge -> assertEquals(
                    MergeRefusedException.class,
                    Steps.refusal(() -> crm.merges().undo(merge))));
        }

        private void requireSame(Node node) {
            PersonId root = node.root().id;
            assertEquals(root, crm.merges().resolve(node.id));
            assertEquals(root, crm.people().find(node.id).orElseThrow().id());
            assertEquals(
                    root,
                    crm.activities()
                            .find(node.activity)
                            .orElseThrow()
                            .subjects()
                            .person());
        }
    }

    @Provide
    ActionChainArbitrary<World> asking() {
        return ActionChain.startWith(World::new)
                .withAction(5, Steps.step("merge", World::merge))
                .withAction(3, Steps.step("undo", World::undo))
                .withAction(1, Steps.step("undo again", World::undoAgain))
                .withMaxTransformations(16);
    }

    @Property(tries = 200)
    void everybodyAndWhatIsAboutThemIsFoundAtTheRoot(@ForAll("asking") ActionChain<World> chain) {
        World world = chain.run();
        world.nodes.forEach(world::requireSame);
        long standing = world.nodes.stream().filter(node -> node.into != null).count();
        assertEquals(standing + world.undone.size(), world.crm.merges().count());
    }
}
