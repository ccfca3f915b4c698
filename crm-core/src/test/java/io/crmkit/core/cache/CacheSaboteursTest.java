package io.crmkit.core.cache;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.github.benmanes.caffeine.cache.Ticker;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Tests that the contract notices a cache that breaks its promises. */
class CacheSaboteursTest {

    private static BrokenCaches current = BrokenCaches.FORGETS_THE_TENANT;

    @ParameterizedTest
    @EnumSource
    void theContractTurnsRed(BrokenCaches broken) {
        current = broken;
        Events rule = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Sabotaged.class))
                .filters(testsOf(broken.rule()))
                .execute()
                .testEvents();
        assertTrue(rule.failed().count() > 0, broken.rule() + " stayed green");
    }

    private static PostDiscoveryFilter testsOf(String rule) {
        return found -> FilterResult.includedIf(
                !found.isTest() || found.getDisplayName().startsWith(rule + ":"));
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
