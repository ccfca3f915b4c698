package io.crmkit.core.cache;

/**
 * What a cache has done since it was made.
 *
 * @param hits how many records asked for were answered from memory
 * @param misses how many were asked of the stores because they were not kept
 * @param bypasses how many were asked of the stores because a transaction was changing them
 * @param evictions how many were dropped for want of room, or because they expired
 * @param held about how many are kept now
 */
public record CacheStatistics(long hits, long misses, long bypasses, long evictions, long held) {

    /**
     * Computes how many of the records asked for were answered from memory.
     *
     * <p>Definition: {@code hits / (hits + misses + bypasses)}.
     *
     * <p>Nothing to divide by: 1.0 where nothing was asked for.
     *
     * @return the proportion, 0 to 1
     */
    public double hitRate() {
        long asked = hits + misses + bypasses;
        return asked == 0 ? 1.0 : (double) hits / asked;
    }
}
