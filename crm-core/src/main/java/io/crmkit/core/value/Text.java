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

    private static final int SHOWN = 80;

    private Text() {}

    /**
     * Says whether there is nothing to see in a text: it is empty, or all blanks, those that do not break included.
     *
     * @param value the text
     * @return true where it holds nothing but white space and what Unicode has no glyph for
     */
    public static boolean isBlank(String value) {
        // loops here and below: every text of every record passes
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            if (!isUnseen(value.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /**
     * Says whether a text is one that a form of one line takes: nothing in it controls how it or what follows is shown.
     *
     * @param value the text
     * @return false where it holds a control character, half of a surrogate pair, or a character that turns the direction
     *     of writing over for what follows (Unicode Standard Annex 9, U+202A to U+202E and U+2066 to U+2069); marks of
     *     direction, U+200E and U+200F, are fine
     */
    public static boolean isPlain(String value) {
        return value.codePoints().noneMatch(c -> isUnprintable(c) || isTurn(c));
    }

    private static boolean isUnprintable(int c) {
        return Character.isISOControl(c) || isSurrogate(c);
    }

    private static boolean isTurn(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /**
     * Returns a text as messages show it.
     *
     * @param value the text
     * @return its first 80 characters, and how many it has where these are more; what is not plain made visible, such as
     *     <code>&#92;u000a</code> for a line break
     */
    public static String shown(String value) {
        if (value.length() <= SHOWN) {
            return visible(value);
        }
        int end = Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return visible(value.substring(0, end)) + "\u2026 (" + value.length() + ")";
    }

    /**
     * Returns a text with what is not plain in it made visible.
     *
     * @param value the text
     * @return the text, in which <code>&#92;u000a</code> stands for a line break
     */
    public static String visible(String value) {
        StringBuilder shown = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            if (isUnprintable(c) || isTurn(c)) {
                shown.append("\\u%04x".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

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
        if (isBlank(value)) {
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
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            if (isSurrogate(value.codePointAt(i))) {
                throw new IllegalArgumentException(
                        "%s must not contain half of a surrogate pair: U+%04X".formatted(field, value.codePointAt(i)));
            }
        }
        return value;
    }

    private static boolean isSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
