package io.crmkit.core.journal;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Text;
import java.util.Locale;
import java.util.UUID;

/**
 * The record a change is about.
 *
 * @param kind the noun in lower-case letters, digits and {@code -}, at most 40 characters, such as {@code opportunity}
 * @param value the record's identity, unique over all nouns
 */
public record Subject(String kind, UUID value) implements Identifier {

    private static final ClassValue<String> KINDS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> noun) {
            return noun.getSimpleName()
                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                    .toLowerCase(Locale.ROOT);
        }
    };

    /**
     * Makes a subject.
     *
     * @throws IllegalArgumentException if the kind is not of the form given
     */
    public Subject {
        requireNonNull(value, "value");
        if (!isKind(requireNonNull(kind, "kind"))) {
            throw new IllegalArgumentException(
                    "kind must be 1 to 40 lower-case letters, digits or '-': kind = '" + Text.shown(kind) + "'");
        }
    }

    /**
     * Names a record as a subject; its kind is the name of its class.
     *
     * @param noun the record
     * @return the subject
     */
    public static Subject of(Noun<?> noun) {
        return new Subject(KINDS.get(noun.getClass()), noun.id().value());
    }

    /**
     * Names the kind of a noun's records.
     *
     * @param noun the noun's class
     * @return the kind, as {@link #of} gives it
     */
    public static String kind(Class<?> noun) {
        return KINDS.get(noun);
    }

    private static boolean isKind(String kind) {
        return !kind.isEmpty() && kind.length() <= 40 && isWord(kind);
    }

    private static boolean isWord(String kind) {
        for (int i = 0; i < kind.length(); i++) {
            char c = kind.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return kind + " " + value;
    }
}
