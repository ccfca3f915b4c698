package io.crmkit.core.journal;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Noun;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record, before and after a change.
 *
 * <p>Definition: fields are the components of the noun's record, those of records within it by their path:
 * {@code name}, {@code dates.openedOn}, {@code stages[2].kind}. Texts are in canonical form: identities, instants (ISO
 * 8601, UTC), days and numbers as their text, money as {@code 12.30 EUR}, choices as the name of their constant. A field
 * that was erased has neither text.
 *
 * @param field the path of the field
 * @param before the text before, or null where the field was empty or is erased
 * @param after the text after, or null where the field is empty or erased
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {

    /**
     * Makes a change of a field.
     *
     * @throws IllegalArgumentException if the field is blank, or before and after are the same text
     */
    public FieldChange {
        requireNonNull(field, "field");
        if (field.isBlank()) {
            throw new IllegalArgumentException("field must not be blank");
        }
        if (before != null && Objects.equals(before, after)) {
            throw new IllegalArgumentException(
                    "before and after must differ: field = " + field + ", before = after = " + after);
        }
    }

    /**
     * Tells two records of one noun apart, field by field.
     *
     * @param before a record
     * @param after another, or the same at another revision
     * @return the fields that differ, identity and revision aside, in the order of the noun's components
     */
    public static List<FieldChange> between(Noun<?> before, Noun<?> after) {
        return Fields.between(requireNonNull(before, "before"), after);
    }

    /**
     * Says that a field changed and that its texts were erased since.
     *
     * @param field the field's name
     * @return the field without texts
     * @throws IllegalArgumentException if the field is blank
     */
    public static FieldChange erased(String field) {
        return new FieldChange(field, null, null);
    }

    /**
     * Tells whether the texts were erased.
     *
     * @return true where there is neither
     */
    public boolean isErased() {
        return before == null && after == null;
    }
}
