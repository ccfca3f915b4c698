package io.crmkit.core.service;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.activity.Participant;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an activity consists of.
 *
 * @param details what is known of it by its kind, or null where its type is all that is known
 * @param title what it is in a few words, 1 to 200 characters, or null
 * @param note what else is to be known, 1 to 10,000 characters, line breaks included, or null
 * @param participants who takes part besides the seller whose it is: at most 100, nobody twice
 */
public record ActivityContent(
        @FourDigitYear @Nullable ActivityDetails details,

        @Size(min = 1, max = ActivityText.LONGEST_TITLE) @PlainText @Nullable
        String title,

        @Size(min = 1, max = ActivityText.LONGEST_NOTE) @PlainLines @Nullable
        String note,

        @NotNull @Size(max = Activity.MOST_PARTICIPANTS) @EachOnce
        List<@NotNull Participant> participants) {

    /** Nothing is known. */
    public static final ActivityContent NONE = new ActivityContent(null, null, null, List.of());

    /**
     * Returns what is known of an activity, to change some of it.
     *
     * @param activity the activity as read
     * @return its content
     */
    public static ActivityContent of(Activity activity) {
        return new ActivityContent(
                activity.details(), activity.text().title(), activity.text().note(), activity.participants());
    }

    /**
     * Returns the content with a title.
     *
     * @param other what it is in a few words, or null
     * @return a copy that differs in its title only
     */
    public ActivityContent titled(@Nullable String other) {
        return new ActivityContent(details, other, note, participants);
    }

    /**
     * Returns the content with a note.
     *
     * @param other what else is to be known, or null
     * @return a copy that differs in its note only
     */
    public ActivityContent noting(@Nullable String other) {
        return new ActivityContent(details, title, other, participants);
    }

    /**
     * Returns the content with details.
     *
     * @param other what is known by its kind, or null
     * @return a copy that differs in its details only
     */
    public ActivityContent with(@Nullable ActivityDetails other) {
        return new ActivityContent(other, title, note, participants);
    }

    /**
     * Returns the content with participants.
     *
     * @param others who takes part, nobody twice
     * @return a copy that differs in its participants only
     */
    public ActivityContent with(Participant... others) {
        return new ActivityContent(details, title, note, List.of(others));
    }
}
