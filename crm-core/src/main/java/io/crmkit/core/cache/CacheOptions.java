package io.crmkit.core.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much is kept, and for how long.
 *
 * @param records how many records of each noun at most, over all tenants; those asked for least make room
 * @param expiry how long after it was read a record is read again; the longest that a change made by another process goes
 *     unseen
 * @param longestTransaction the longest that a transaction of the host's lasts; so long at most a record that was saved in
 *     a transaction that never committed is not kept
 */
public record CacheOptions(long records, Duration expiry, Duration longestTransaction) {

    /**
     * Makes options.
     *
     * @throws IllegalArgumentException if the number of records or a duration is not positive
     */
    public CacheOptions {
        if (records < 1) {
            throw new IllegalArgumentException("records must be positive: records = " + records);
        }
        requirePositive("expiry", expiry);
        requirePositive("longestTransaction", longestTransaction);
    }

    private static void requirePositive(String parameter, Duration duration) {
        if (requireNonNull(duration, parameter).isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(parameter + " must be positive: " + parameter + " = " + duration);
        }
    }

    /**
     * Returns the options of most hosts.
     *
     * @return 10,000 records of each noun, for 10 minutes, beside transactions of an hour at most
     */
    public static CacheOptions defaults() {
        return new CacheOptions(10_000, Duration.ofMinutes(10), Duration.ofHours(1));
    }
}
