package io.crmkit.core.service;

import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.team.SellerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * The wish to plan an activity.
 *
 * @param type what it counts as
 * @param seller whose it is
 * @param at when it will take place; a past instant is a plan entered late
 * @param subjects what it is about
 * @param content what it consists of
 */
public record PlanActivity(
        @NotNull ActivityType type,
        @NotNull SellerId seller,
        @NotNull @FourDigitYear Instant at,
        @NotNull ActivitySubjects subjects,
        @Valid @NotNull ActivityContent content) {

    /**
     * Wishes to plan something that is about nothing that is recorded.
     *
     * @param type what it counts as
     * @param seller whose it is
     * @param at when it will take place
     * @return the command
     */
    public static PlanActivity of(ActivityType type, SellerId seller, Instant at) {
        return new PlanActivity(type, seller, at, ActivitySubjects.NONE, ActivityContent.NONE);
    }

    /**
     * Wishes the same about something.
     *
     * @param other what it is about
     * @return a copy that differs in its subjects only
     */
    public PlanActivity about(ActivitySubjects other) {
        return new PlanActivity(type, seller, at, other, content);
    }

    /**
     * Wishes the same with another content.
     *
     * @param other what it consists of
     * @return a copy that differs in its content only
     */
    public PlanActivity with(ActivityContent other) {
        return new PlanActivity(type, seller, at, subjects, other);
    }
}
