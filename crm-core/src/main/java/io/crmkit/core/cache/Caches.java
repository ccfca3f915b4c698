package io.crmkit.core.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.document.Product;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.Team;
import io.crmkit.core.value.Noun;
import java.util.LinkedHashMap;
import java.util.Map;

/** One cache for each noun that is read often and changed rarely. */
record Caches(
        RecordCache<Seller> sellers,
        RecordCache<Team> teams,
        RecordCache<Product> products,
        RecordCache<Pipeline> pipelines,
        RecordCache<ActivityTypeDefinition> activityTypes) {

    /** What makes a cache of one noun. */
    interface Maker {
        <N extends Noun<?>> RecordCache<N> make(CacheOptions options, Ticker ticker);
    }

    static Caches madeBy(Maker maker, CacheOptions options, Ticker ticker) {
        return new Caches(
                maker.make(options, ticker),
                maker.make(options, ticker),
                maker.make(options, ticker),
                maker.make(options, ticker),
                maker.make(options, ticker));
    }

    Map<String, CacheStatistics> statistics() {
        Map<String, CacheStatistics> byNoun = new LinkedHashMap<>();
        byNoun.put("seller", sellers.statistics());
        byNoun.put("team", teams.statistics());
        byNoun.put("product", products.statistics());
        byNoun.put("pipeline", pipelines.statistics());
        byNoun.put("activityType", activityTypes.statistics());
        return byNoun;
    }
}
