package io.crmkit.core.memory;

import io.crmkit.core.tck.TimelineLaws;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The laws of timelines, on stores in memory. */
class TimelineLawsTest {

    private static TimelineLaws laws(long seed) {
        InMemoryStores stores = InMemoryStores.empty();
        return new TimelineLaws(seed, List.of(new MemorySession(stores, stores.transactions())));
    }

    @Property(tries = 200)
    void everyPageIsTheOracles(@ForAll long seed) {
        laws(seed).everyPageIsTheOracles(40);
    }

    @Property(tries = 100)
    void pagesToTheEndAreTheWholeEitherWay(@ForAll long seed) {
        laws(seed).pagesToTheEndAreTheWhole(10);
    }
}
