package io.crmkit.core.service;

import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.CountingRule;
import io.crmkit.core.activity.FollowUpSuggestion;
import io.crmkit.core.activity.IndicatorRole;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish that an activity type mean this from now on: all of it, so that what is left out is gone.
 *
 * @param type the type
 * @param name the name, for people, 1 to 100 characters
 * @param kind the kind of its activities, or null
 * @param role what its count tells, or null
 * @param step the step of the funnel it counts for, or null for its own
 * @param counting which of its activities count, and whose they are
 * @param followUp what is to be done after one, or null
 */
public record DefineActivityType(
        @NotNull ActivityType type,
        @NotBlank @Size(max = 100) @PlainText String name,
        @Nullable ActivityKind kind,
        @Nullable IndicatorRole role,
        @Nullable ActivityType step,
        @NotNull CountingRule counting,
        @Nullable FollowUpSuggestion followUp) {

    /**
     * Wishes for a type that counts what is held, for the seller whose it is, and for a step of its own.
     *
     * @param type the type
     * @param name the name
     * @param kind the kind of its activities
     * @return the command
     */
    public static DefineActivityType named(ActivityType type, String name, ActivityKind kind) {
        return new DefineActivityType(type, name, kind, null, null, CountingRule.HELD, null);
    }

    /**
     * Wishes the same, counting otherwise.
     *
     * @param other which activities count, and whose they are
     * @return a copy that differs in its counting only
     */
    public DefineActivityType counting(CountingRule other) {
        return new DefineActivityType(type, name, kind, role, step, other, followUp);
    }

    /**
     * Wishes the same, counting for a step.
     *
     * @param other the step of the funnel, called as the type it is the step of
     * @return a copy that differs in its step only
     */
    public DefineActivityType forStep(ActivityType other) {
        return new DefineActivityType(type, name, kind, role, other, counting, followUp);
    }

    /**
     * Wishes the same, telling something.
     *
     * @param other what its count tells
     * @return a copy that differs in its role only
     */
    public DefineActivityType telling(IndicatorRole other) {
        return new DefineActivityType(type, name, kind, other, step, counting, followUp);
    }

    /**
     * Wishes the same with something to be done next.
     *
     * @param other what is to be done after one
     * @return a copy that differs in its follow-up only
     */
    public DefineActivityType followedBy(FollowUpSuggestion other) {
        return new DefineActivityType(type, name, kind, role, step, counting, other);
    }
}
