package io.crmkit.core.cache;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.activity.ActivityTypeDefinitionId;
import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.port.PassingStores;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import java.util.Map;

/**
 * Stores that keep sellers, teams, products, pipelines and activity types in memory once they were found by their identity. The host adds
 * Caffeine ({@code com.github.ben-manes.caffeine:caffeine}) to its class path.
 *
 * <p>Rules:
 * <ol>
 *   <li>A record is kept for its tenant, whole and as committed, and answered to that tenant only; what an actor may see is
 *       decided above, for each actor anew.
 *   <li>A transaction that saved a record sees what it saved, and others the record before, until it commits.
 *   <li>Within one process, a reader who has seen what a transaction committed never sees less after it.
 *   <li>What another process commits, or somebody who does not save through these stores, is seen at the latest when the
 *       expiry has passed; a save from such an old record is refused with
 *       {@link io.crmkit.core.port.StaleRevisionException}, after which the record is read anew.
 *   <li>Lists, counts, selections and natural keys are always asked of the stores beneath.
 * </ol>
 *
 * <p>What it is not: for transactions that read from one snapshot ({@code REPEATABLE READ} and above); those would see
 * records that were committed after their snapshot, and let others see what stands in it.
 */
public final class CachingStores extends PassingStores {

    private final Caches caches;
    private final Stores stores;

    CachingStores(Stores stores, Caches caches) {
        super(stores);
        if (!stores.transactions().announcesCommits()) {
            throw new IllegalStateException(
                    "a cache needs stores that learn of commits, and these do not: give them a commit hook, such as"
                            + " JpaStores.joining(entityManager, hook)");
        }
        this.stores = stores;
        this.caches = caches;
    }

    /**
     * Keeps records of stores in memory.
     *
     * @param stores the stores
     * @param options how much is kept, and for how long
     * @return the stores, which threads may share when those beneath may be
     * @throws IllegalStateException if the stores do not learn of commits
     */
    public static CachingStores over(Stores stores, CacheOptions options) {
        requireNonNull(options, "options");
        return new CachingStores(stores, Caches.madeBy(RecordCache::new, options, Ticker.systemTicker()));
    }

    /**
     * Shares what is kept with other stores of the same database, such as those of another EntityManager.
     *
     * @param others the stores
     * @return stores over the others, with the memory of these
     * @throws IllegalStateException if the stores do not learn of commits
     */
    public CachingStores sharedWith(Stores others) {
        return new CachingStores(others, caches);
    }

    /**
     * Counts what the cache has done.
     *
     * @return the statistics by noun: {@code seller}, {@code team}, {@code product}, {@code pipeline}, {@code activityType}
     */
    public Map<String, CacheStatistics> statistics() {
        return caches.statistics();
    }

    private <N extends Noun<I>, I extends Identifier> Store<N, I> cached(Store<N, I> store, RecordCache<N> cache) {
        return new CachingStore<>(store, cache, stores.transactions());
    }

    @Override
    public Store<Seller, SellerId> sellers() {
        return cached(stores.sellers(), caches.sellers());
    }

    @Override
    public Store<Team, TeamId> teams() {
        return cached(stores.teams(), caches.teams());
    }

    @Override
    public Store<Product, ProductId> products() {
        return cached(stores.products(), caches.products());
    }

    @Override
    public Store<Pipeline, PipelineId> pipelines() {
        return cached(stores.pipelines(), caches.pipelines());
    }

    @Override
    public Store<ActivityTypeDefinition, ActivityTypeDefinitionId> activityTypes() {
        return cached(stores.activityTypes(), caches.activityTypes());
    }
}
