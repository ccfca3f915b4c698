package io.crmkit.core.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Committed records of one noun by tenant and identity, and which of them are being changed. */
class RecordCache<N extends Noun<?>> {

    /* Three things could put an old or an uncommitted record into memory, and each is kept out:
     * - A transaction reads what it has saved itself. From before a save until the commit the record carries a mark, and a
     *   marked record is read from the stores and not kept. The mark is the saver's own: of two savers, the first to
     *   commit does not lift the other's.
     * - A reader has read before a commit and comes to keep what it read after it. It keeps only where no generation has
     *   begun since before it read; marking and lifting each begin one, and then drop what is kept. Keeping happens under
     *   the lock of the key, so that dropping either prevents it or comes after it.
     * - Between a commit and the end of the mark, memory knows nothing and the stores are asked; so nobody who has seen the
     *   commit sees less in memory.
     * A transaction that is rolled back tells nobody: its marks lie until they expire, which costs reads and no more. */

    private final Cache<Object, N> records;
    private final Cache<Object, Object> marks;
    private final AtomicLong generation = new AtomicLong();
    private final LongAdder bypasses = new LongAdder();

    private record Key(TenantId tenant, Identifier id) {}

    RecordCache(CacheOptions options, Ticker ticker) {
        this.records = Caffeine.newBuilder()
                .maximumSize(options.records())
                .expireAfterWrite(options.expiry())
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .build();
        this.marks = Caffeine.newBuilder()
                .expireAfterWrite(options.longestTransaction())
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    Object key(TenantId tenant, Identifier id) {
        return new Key(tenant, id);
    }

    /** Marks a record as being changed, and answers with the mark it carried before. */
    @Nullable
    Object mark(Object key, Object saver) {
        Object before = marks.asMap().put(key, saver);
        drop(key);
        return before;
    }

    /** Takes a mark back, for the one before: the saver has changed nothing, but an earlier save may have. */
    void unmark(Object key, Object saver, @Nullable Object before) {
        drop(key);
        marks.asMap().computeIfPresent(key, (none, mark) -> mark.equals(saver) ? before : mark);
    }

    /** Ends a saver's mark, and nobody else's. */
    void lift(Object key, Object saver) {
        drop(key);
        marks.asMap().remove(key, saver);
    }

    /** Begins a generation, so that what was read before is not kept, and forgets the record. */
    void drop(Object key) {
        generation.incrementAndGet();
        records.invalidate(key);
    }

    boolean isMarked(Object key) {
        boolean marked = marks.getIfPresent(key) != null;
        if (marked) {
            bypasses.increment();
        }
        return marked;
    }

    @Nullable
    N get(Object key) {
        return records.getIfPresent(key);
    }

    long generation() {
        return generation.get();
    }

    /** Keeps a record that was read since a generation began, where none has begun since. */
    void keep(Object key, N read, long since) {
        records.asMap().compute(key, (none, kept) -> {
            boolean current = generation.get() == since && marks.getIfPresent(key) == null;
            return current ? read : kept;
        });
    }

    CacheStatistics statistics() {
        var stats = records.stats();
        return new CacheStatistics(
                stats.hitCount(), stats.missCount(), bypasses.sum(), stats.evictionCount(), records.estimatedSize());
    }
}
