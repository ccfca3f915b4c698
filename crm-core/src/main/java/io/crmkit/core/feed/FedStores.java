package io.crmkit.core.feed;

import io.crmkit.core.port.DocumentFeed;
import io.crmkit.core.port.PassingStores;
import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Timeline;
import org.jspecify.annotations.Nullable;

/** Stores on whose timelines the host's documents stand too. */
public final class FedStores extends PassingStores {

    private final Stores stores;
    private final DocumentFeed feed;

    private FedStores(Stores stores, DocumentFeed feed) {
        super(stores);
        this.stores = stores;
        this.feed = feed;
    }

    /**
     * Lets the host's documents stand on the timelines of stores.
     *
     * @param stores the stores
     * @param feed the host's documents, or null
     * @return the same stores where there is no feed
     */
    public static Stores over(Stores stores, @Nullable DocumentFeed feed) {
        return feed == null ? stores : new FedStores(stores, feed);
    }

    @Override
    public Timeline timeline() {
        return new FedTimeline(stores.timeline(), feed);
    }
}
