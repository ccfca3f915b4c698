package io.crmkit.core.service;

import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.team.SellerId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * The wish to record an activity.
 *
 * @param type what kind of activity
 * @param seller whose it is
 * @param at when it took place, or will
 * @param state what became of it
 * @param subjects what it is about
 */
public record RecordActivity(
        @NotNull ActivityType type,
        @NotNull SellerId seller,
        @NotNull @FourDigitYear Instant at,
        @NotNull ActivityState state,
        @NotNull ActivitySubjects subjects) {

    /**
     * Wishes to record something that took place and is about nothing that is recorded.
     *
     * @param type what kind of activity
     * @param seller whose it is
     * @param at when it took place
     * @return the command
     */
    public static RecordActivity held(ActivityType type, SellerId seller, Instant at) {
        return new RecordActivity(type, seller, at, ActivityState.HELD, ActivitySubjects.NONE);
    }
}
