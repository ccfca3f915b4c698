package io.crmkit.core.service;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Revision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish that an activity's record say this from now on: all of it, so that what is left out is gone. When it is and
 * what became of it have commands of their own.
 *
 * @param activity the activity
 * @param from the revision the caller has seen
 * @param type what it counts as
 * @param seller whose it is
 * @param subjects what it is about
 * @param content what it consists of
 * @param outcome what came of it, 1 to 10,000 characters, line breaks included, or null
 */
public record ChangeActivity(
        @NotNull ActivityId activity,
        @NotNull Revision from,
        @NotNull ActivityType type,
        @NotNull SellerId seller,
        @NotNull ActivitySubjects subjects,
        @Valid @NotNull ActivityContent content,

        @Size(min = 1, max = ActivityText.LONGEST_NOTE) @PlainLines @Nullable
        String outcome) {

    /**
     * Wishes for what the record says already, to change some of it.
     *
     * @param activity the activity as read
     * @return a command that changes nothing
     */
    public static ChangeActivity of(Activity activity) {
        return new ChangeActivity(
                activity.id(),
                activity.revision(),
                activity.type(),
                activity.seller(),
                activity.subjects(),
                ActivityContent.of(activity),
                activity.text().outcome());
    }

    /**
     * Wishes the same with another content.
     *
     * @param other what it consists of
     * @return a copy that differs in its content only
     */
    public ChangeActivity with(ActivityContent other) {
        return new ChangeActivity(activity, from, type, seller, subjects, other, outcome);
    }

    /**
     * Wishes the same about something else.
     *
     * @param other what it is about
     * @return a copy that differs in its subjects only
     */
    public ChangeActivity about(ActivitySubjects other) {
        return new ChangeActivity(activity, from, type, seller, other, content, outcome);
    }

    /**
     * Wishes the same of another seller's.
     *
     * @param other whose it is
     * @return a copy that differs in its seller only
     */
    public ChangeActivity assignedTo(SellerId other) {
        return new ChangeActivity(activity, from, type, other, subjects, content, outcome);
    }
}
