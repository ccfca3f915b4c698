package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing a merge has changed in the record that stays.
 *
 * @param field the field, such as {@code name}; of a field with several values the one that was added, such as
 *     {@code tags[vip]}, {@code custom.budget}, or {@code contactPoints[2]} for the third of the record that was merged
 * @param before the value before as text, or null where there was none
 * @param after the value after as text, or null where there is none
 */
public record MergedField(
        String field, @Nullable String before, @Nullable String after) {

    /**
     * Makes a change.
     *
     * @throws IllegalArgumentException if nothing was changed
     */
    public MergedField {
        requireNonNull(field, "field");
        if (Objects.equals(before, after)) {
            throw new IllegalArgumentException(
                    "before and after must differ: field = " + field + ", before = after = " + before);
        }
    }
}
