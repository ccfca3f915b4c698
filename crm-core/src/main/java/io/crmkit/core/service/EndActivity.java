package io.crmkit.core.service;

import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish to say that a planned activity does not take place.
 *
 * @param activity the activity
 * @param from the revision the caller has seen
 * @param reason why not, 1 to 10,000 characters, line breaks included, or null; kept as its outcome
 */
public record EndActivity(
        @NotNull ActivityId activity,
        @NotNull Revision from,

        @Size(min = 1, max = ActivityText.LONGEST_NOTE) @PlainLines @Nullable
        String reason) {}
