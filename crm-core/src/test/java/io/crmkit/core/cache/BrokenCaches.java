package io.crmkit.core.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;

/** Caches that each break one promise. */
enum BrokenCaches implements Caches.Maker {
    FORGETS_THE_TENANT("Store rule 3") {
        @Override
        public <N extends Noun<?>> RecordCache<N> make(CacheOptions options, Ticker ticker) {
            return new RecordCache<>(options, ticker) {
                @Override
                Object key(TenantId tenant, Identifier id) {
                    return id;
                }
            };
        }
    },
    FORGETS_TO_INVALIDATE("Store rule 4") {
        @Override
        public <N extends Noun<?>> RecordCache<N> make(CacheOptions options, Ticker ticker) {
            return new RecordCache<>(options, ticker) {
                @Override
                void drop(Object key) {}
            };
        }
    },
    PUBLISHES_BEFORE_THE_COMMIT("Store rule 13") {
        @Override
        public <N extends Noun<?>> RecordCache<N> make(CacheOptions options, Ticker ticker) {
            return new RecordCache<>(options, ticker) {
                @Override
                Object mark(Object key, Object saver) {
                    drop(key);
                    return saver;
                }
            };
        }
    };

    private final String rule;

    BrokenCaches(String rule) {
        this.rule = rule;
    }

    /** The rule of the contract that must turn red, whatever others do. */
    String rule() {
        return rule;
    }
}
