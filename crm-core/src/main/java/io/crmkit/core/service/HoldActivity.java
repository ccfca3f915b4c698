package io.crmkit.core.service;

import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish to say that a planned activity took place.
 *
 * @param activity the activity
 * @param from the revision the caller has seen
 * @param at when it took place, at most a day after now, or null for when it was planned
 * @param duration how long it took, or null to leave it as planned
 * @param outcome what came of it, 1 to 10,000 characters, line breaks included, or null
 */
public record HoldActivity(
        @NotNull ActivityId activity,
        @NotNull Revision from,
        @FourDigitYear @Nullable Instant at,
        @Nullable Duration duration,

        @Size(min = 1, max = ActivityText.LONGEST_NOTE) @PlainLines @Nullable
        String outcome) {

    /**
     * Wishes to say that it took place as planned.
     *
     * @param activity the activity
     * @param from the revision the caller has seen
     * @return the command
     */
    public static HoldActivity asPlanned(ActivityId activity, Revision from) {
        return new HoldActivity(activity, from, null, null, null);
    }

    /**
     * Wishes the same, saying what came of it.
     *
     * @param other what came of it
     * @return a copy that differs in its outcome only
     */
    public HoldActivity with(String other) {
        return new HoldActivity(activity, from, at, duration, other);
    }
}
