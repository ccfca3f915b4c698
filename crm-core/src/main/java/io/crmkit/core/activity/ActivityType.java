package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The kind of an activity, and so the step of the funnel it counts for.
 *
 * @param code a short code in lower-case letters, digits, {@code -} and {@code _}, at most 40 characters
 */
public record ActivityType(String code) {

    private static final Pattern CODE = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}][\\p{Ll}\\p{Lo}\\p{Nd}_-]{0,39}");

    /** A telephone call. */
    public static final ActivityType CALL = new ActivityType("call");

    /** A meeting, in person or remote. */
    public static final ActivityType MEETING = new ActivityType("meeting");

    /** A quote handed over. */
    public static final ActivityType QUOTE = new ActivityType("quote");

    /** A contract signed. */
    public static final ActivityType CONTRACT = new ActivityType("contract");

    /**
     * Makes a type.
     *
     * @throws IllegalArgumentException if the code is not of the form given
     */
    public ActivityType {
        requireNonNull(code, "code");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "activity type must be 1 to 40 lower-case letters, digits, '-' or '_': '" + Text.shown(code) + "'");
        }
    }

    /**
     * Makes a type from words people write, such as {@code "Phone Call"}.
     *
     * @param words the words
     * @return the type with the code {@code phone-call}
     * @throws IllegalArgumentException if no code can be made of them
     */
    public static ActivityType named(String words) {
        return new ActivityType(words.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s/]+", "-"));
    }

    @Override
    public String toString() {
        return code;
    }
}
