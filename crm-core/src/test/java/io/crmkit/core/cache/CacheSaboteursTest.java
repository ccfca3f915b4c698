package io.crmkit.core.cache;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.github.benmanes.caffeine.cache.Ticker;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Tests that the contract notices a cache that breaks its promises. */
class CacheSaboteursTest {

    private static BrokenCaches current = BrokenCaches.FORGETS_THE_TENANT;

    @ParameterizedTest
    @EnumSource
    void theContractTurnsRed(BrokenCaches broken) {
        current = broken;
        Set<String> red = new TreeSet<>();
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Sabotaged.class))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(CacheSaboteursTest::rule)
                .forEach(red::add);
        assertTrue(red.contains(broken.rule()), red::toString);
    }

    private static String rule(Event failed) {
        String name = failed.getTestDescriptor().getDisplayName();
        return name.substring(0, name.indexOf(':'));
    }

    /** The contract on a broken cache; its name keeps Surefire from running it by itself. */
    static class Sabotaged extends StoresTck {

        private final CachingStores stores = new CachingStores(
                InMemoryStores.empty(), Caches.madeBy(current, CacheOptions.defaults(), Ticker.systemTicker()));

        @Override
        protected Session open() {
            return new CachedMemory(stores);
        }
    }
}
