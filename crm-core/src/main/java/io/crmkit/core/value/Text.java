package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules for short texts such as names: not blank, not over-long, no control characters. */
public final class Text {

    private static final int MOST_TAGS = 100;
    private static final int LONGEST_TAG = 60;

    private Text() {}

    /**
     * Checks a text that must be there.
     *
     * @param field the field's name, for the message
     * @param value the text
     * @param longest the greatest number of characters allowed
     * @return the text
     * @throws IllegalArgumentException naming the field and the rule it breaks
     */
    public static String required(String field, String value, int longest) {
        requireNonNull(value, field);
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
        return checked(field, value, longest);
    }

    /**
     * Checks a text that may be missing.
     *
     * @param field the field's name, for the message
     * @param value the text, or null
     * @param longest the greatest number of characters allowed
     * @return the text, or null
     * @throws IllegalArgumentException naming the field and the rule it breaks
     */
    public static @Nullable String optional(String field, @Nullable String value, int longest) {
        return value == null ? null : required(field, value, longest);
    }

    /**
     * Checks the tags of a record.
     *
     * @param field the field's name, for the message
     * @param tags the tags: at most 100, each a text of at most 60 characters
     * @return the tags in ascending order, not to be changed
     * @throws IllegalArgumentException naming the field and the rule it breaks
     */
    public static Set<String> tags(String field, Set<String> tags) {
        if (requireNonNull(tags, field).isEmpty()) {
            return Set.of();
        }
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException(field + " must be at most " + MOST_TAGS + ", not " + tags.size());
        }
        SortedSet<String> sorted = new TreeSet<>();
        tags.forEach(tag -> sorted.add(required(field, tag, LONGEST_TAG)));
        return Collections.unmodifiableSortedSet(sorted);
    }

    /**
     * Checks a text of several lines that may be missing.
     *
     * @param field the field's name, for the message
     * @param value the text, or null; of control characters it may hold line breaks and tabs only
     * @param longest the greatest number of characters allowed
     * @return the text, or null
     * @throws IllegalArgumentException naming the field and the rule it breaks
     */
    public static @Nullable String lines(String field, @Nullable String value, int longest) {
        if (value != null) {
            required(field, value.replace('\n', ' ').replace('\t', ' '), longest);
        }
        return value;
    }

    private static String checked(String field, String value, int longest) {
        if (value.length() > longest) {
            throw new IllegalArgumentException(
                    field + " must be at most " + longest + " characters, not " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException("%s must not contain control characters: U+%04X at position %d"
                        .formatted(field, (int) value.charAt(i), i));
            }
        }
        int half = value.codePoints().filter(Text::isSurrogate).findFirst().orElse(-1);
        if (half >= 0) {
            throw new IllegalArgumentException(
                    "%s must not contain half of a surrogate pair: U+%04X".formatted(field, half));
        }
        return value;
    }

    private static boolean isSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
