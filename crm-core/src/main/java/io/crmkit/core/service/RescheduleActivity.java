package io.crmkit.core.service;

import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * The wish to move a planned activity in time.
 *
 * @param activity the activity
 * @param from the revision the caller has seen
 * @param at when it will take place
 */
public record RescheduleActivity(
        @NotNull ActivityId activity,
        @NotNull Revision from,
        @NotNull @FourDigitYear Instant at) {}
