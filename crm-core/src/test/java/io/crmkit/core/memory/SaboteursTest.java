package io.crmkit.core.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.crmkit.core.port.Stores;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Tests the contract kit: each broken store must turn the rule it breaks red, and no other. */
class SaboteursTest {

    private static Sabotage current = Sabotage.NONE;

    @ParameterizedTest
    @EnumSource
    void turnsExactlyTheRuleItBreaksRed(Sabotage sabotage) {
        current = sabotage;
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Sabotaged.class))
                .execute()
                .testEvents();
        assertTrue(
                tests.started().count() > 250, () -> "only " + tests.started().count() + " tests ran");
        Set<String> red = new TreeSet<>();
        tests.failed().stream().map(SaboteursTest::rule).forEach(red::add);
        assertEquals(sabotage.rule().isEmpty() ? Set.of() : Set.of(sabotage.rule()), red);
    }

    /* "Store rule 5: refuses ..." */
    private static String rule(Event failed) {
        String name = failed.getTestDescriptor().getDisplayName();
        return name.substring(0, name.indexOf(':'));
    }

    /** The kit on whatever is broken now; its name keeps Surefire from running it by itself. */
    static class Sabotaged extends StoresTck {

        private final InMemoryStores sound = InMemoryStores.empty();
        private final Stores broken = current.breaking(sound);

        @Override
        protected Session open() {
            return new MemorySession(broken, current.host(sound, broken));
        }
    }
}
