package io.crmkit.core.service;

import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.team.SellerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish to record an activity.
 *
 * @param type what it counts as
 * @param seller whose it is
 * @param at when it took place, at most a day after now where it was held, or will
 * @param state what became of it
 * @param subjects what it is about
 * @param content what it consists of, or null where no more is known
 * @param outcome what came of it, 1 to 10,000 characters, line breaks included, or null
 */
public record RecordActivity(
        @NotNull ActivityType type,
        @NotNull SellerId seller,
        @NotNull @FourDigitYear Instant at,
        @NotNull ActivityState state,
        @NotNull ActivitySubjects subjects,
        @Valid @Nullable ActivityContent content,

        @Size(min = 1, max = ActivityText.LONGEST_NOTE) @PlainLines @Nullable
        String outcome) {

    /**
     * Wishes to record an activity of which no more is known.
     *
     * @param type what it counts as
     * @param seller whose it is
     * @param at when it took place, or will
     * @param state what became of it
     * @param subjects what it is about
     */
    public RecordActivity(
            ActivityType type, SellerId seller, Instant at, ActivityState state, ActivitySubjects subjects) {
        this(type, seller, at, state, subjects, null, null);
    }

    /**
     * Wishes to record something that took place and is about nothing that is recorded.
     *
     * @param type what it counts as
     * @param seller whose it is
     * @param at when it took place
     * @return the command
     */
    public static RecordActivity held(ActivityType type, SellerId seller, Instant at) {
        return new RecordActivity(type, seller, at, ActivityState.HELD, ActivitySubjects.NONE);
    }

    /**
     * Wishes the same about something.
     *
     * @param other what it is about
     * @return a copy that differs in its subjects only
     */
    public RecordActivity about(ActivitySubjects other) {
        return new RecordActivity(type, seller, at, state, other, content, outcome);
    }

    /**
     * Wishes the same of an activity of which more is known.
     *
     * @param other what it consists of
     * @return a copy that differs in its content only
     */
    public RecordActivity with(ActivityContent other) {
        return new RecordActivity(type, seller, at, state, subjects, other, outcome);
    }

    /**
     * Wishes the same, saying what came of it.
     *
     * @param other what came of it
     * @return a copy that differs in its outcome only
     */
    public RecordActivity with(String other) {
        return new RecordActivity(type, seller, at, state, subjects, content, other);
    }
}
