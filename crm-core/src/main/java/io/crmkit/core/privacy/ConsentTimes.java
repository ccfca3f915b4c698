package io.crmkit.core.privacy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a consent was asked for, given and taken back; all kept to the microsecond.
 *
 * @param requestedAt when the person was asked, or null where not
 * @param confirmBy from when on an answer comes too late, or null where the person was not asked
 * @param givenAt when it was confirmed or given, or null where not
 * @param withdrawnAt when it was withdrawn, or null where not
 * @param validUntil from when on it is no longer valid, or null where it is until withdrawn
 */
public record ConsentTimes(
        @Nullable Instant requestedAt,
        @Nullable Instant confirmBy,
        @Nullable Instant givenAt,
        @Nullable Instant withdrawnAt,
        @Nullable Instant validUntil) {

    /** No time is known. */
    public static final ConsentTimes NONE = new ConsentTimes(null, null, null, null, null);

    /** Makes times. */
    public ConsentTimes {
        requestedAt = kept(requestedAt);
        confirmBy = kept(confirmBy);
        givenAt = kept(givenAt);
        withdrawnAt = kept(withdrawnAt);
        validUntil = kept(validUntil);
    }

    private static @Nullable Instant kept(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether an instant is known and has come. */
    static boolean hasCome(@Nullable Instant instant, Instant at) {
        return instant != null && !at.isBefore(instant);
    }
}
