package io.crmkit.core.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Transactions;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * Tests the contract kit: each broken store must turn the rule it breaks red, and no other.
 *
 * <p>The whole kit runs once, on sound stores, and it is written down which ports each test asks for. A broken port is
 * then given to the tests that ask for it: to the others it is as good as a sound one.
 */
class SaboteursTest {

    private static final Map<String, Set<String>> ASKED = new ConcurrentHashMap<>();

    private static Breach current = Breach.NONE;
    private static Events sound = run(List.of());

    @BeforeAll
    static void runTheWholeKitOnSoundStores() {
        sound = run(List.of(selectClass(Sabotaged.class)));
    }

    private static Events run(List<? extends DiscoverySelector> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(tests.toArray(DiscoverySelector[]::new))
                .execute()
                .testEvents();
    }

    @Test
    void turnsNothingRedOnSoundStores() {
        assertTrue(
                sound.started().count() > 500, () -> "only " + sound.started().count() + " tests ran");
        assertEquals(Set.of(), red(sound));
    }

    @ParameterizedTest
    @EnumSource
    void turnsExactlyTheRuleItBreaksRed(Sabotage sabotage) {
        current = sabotage.breach();
        List<? extends DiscoverySelector> asking = ASKED.entrySet().stream()
                .filter(test -> test.getValue().contains(current.port()))
                .map(test -> DiscoverySelectors.selectUniqueId(test.getKey()))
                .toList();
        Events tests = run(asking);
        assertEquals(asking.size(), tests.started().count());
        assertEquals(Set.of(sabotage.rule()), red(tests));
    }

    private static Set<String> red(Events tests) {
        return tests.failed().stream().map(SaboteursTest::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    /* "Store rule 5: refuses ..." */
    private static String rule(Event failed) {
        String name = failed.getTestDescriptor().getDisplayName();
        return name.substring(0, name.indexOf(':'));
    }

    /** The kit on whatever is broken now; its name keeps Surefire from running it by itself. */
    @ExtendWith(WritesDownWhatWasAsked.class)
    static class Sabotaged extends StoresTck {

        private final InMemoryStores beneath = InMemoryStores.empty();
        private final Set<String> asked = ConcurrentHashMap.newKeySet();
        private final Stores broken = current.breaking(beneath);
        private final Transactions host = current.host(beneath, broken);
        private final Stores noticing = Ports.passing(Stores.class, (method, args) -> {
            asked.add(method.getName());
            return Ports.invoke(method, broken, args);
        });

        @Override
        protected Session open() {
            return new MemorySession(noticing, host);
        }
    }

    static final class WritesDownWhatWasAsked implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext test) {
            test.getRequiredTestInstances()
                    .findInstance(Sabotaged.class)
                    .ifPresent(kit -> ASKED.putIfAbsent(test.getUniqueId(), kit.asked));
        }
    }
}
