package io.crmkit.core.activity;

import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * What was written about an activity.
 *
 * @param title what it is in a few words, 1 to 200 characters, or null
 * @param note what else is to be known, 1 to 10,000 characters, line breaks included, or null
 * @param outcome what came of it: the result of one held, the reason of one not held or cancelled; 1 to 10,000 characters,
 *     line breaks included, or null
 */
public record ActivityText(
        @Nullable String title,
        @Nullable String note,
        @Nullable String outcome) {

    /** The longest title. */
    public static final int LONGEST_TITLE = 200;

    /** The longest note, and the longest outcome. */
    public static final int LONGEST_NOTE = 10_000;

    /** Nothing was written. */
    public static final ActivityText NONE = new ActivityText(null, null, null);

    /**
     * Makes the text.
     *
     * @throws IllegalArgumentException if a part breaks its rule
     */
    public ActivityText {
        Text.optional("title", title, LONGEST_TITLE);
        Text.lines("note", note, LONGEST_NOTE);
        Text.lines("outcome", outcome, LONGEST_NOTE);
    }

    /**
     * Returns the same text with an outcome.
     *
     * @param other what came of it, or null to leave what is there
     * @return a copy that differs in its outcome only
     */
    public ActivityText withOutcome(@Nullable String other) {
        return other == null ? this : new ActivityText(title, note, other);
    }
}
