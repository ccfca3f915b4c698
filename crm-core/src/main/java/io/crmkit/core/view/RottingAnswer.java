package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.pipeline.OpportunityId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an opportunity has grown stale, and why.
 *
 * @param opportunity the opportunity
 * @param name its title
 * @param verdict whether it has
 * @param since when the clock started: when it entered its stage, or the last meaningful activity was held, whichever came
 *     later; null where the clock does not run or its start is not known
 * @param quietDays whole days of 24 hours since then, 0 where the clock does not run
 * @param allowedDays how many the stage allows, or null for any number
 * @param activity the activity that started the clock, or stands still for it; or null
 * @param because the same in words, in the caller's language
 */
public record RottingAnswer(
        OpportunityId opportunity,
        String name,
        Verdict verdict,
        @Nullable Instant since,
        long quietDays,
        @Nullable Integer allowedDays,
        @Nullable ActivityId activity,
        String because) {

    /** Makes an answer. */
    public RottingAnswer {
        requireNonNull(opportunity, "opportunity");
        requireNonNull(name, "name");
        requireNonNull(verdict, "verdict");
        requireNonNull(because, "because");
    }

    /** Whether an opportunity has grown stale. */
    public enum Verdict {
        /** As many days as the stage allows went by, or more. */
        ROTTEN,
        /** Fewer did. */
        FRESH,
        /** It stands in a stage on hold: the clock is stopped. */
        ON_HOLD,
        /** An activity is planned and not overdue: the clock is stopped. */
        PLANNED,
        /** Its stage allows any number of days. */
        NEVER,
        /** It is won or lost. */
        CLOSED,
        /** Nobody knows when it entered its stage or was opened, and nothing meaningful was held. */
        UNKNOWN
    }
}
