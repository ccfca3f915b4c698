package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One rule that an input breaks.
 *
 * @param field the field, such as {@code amount} or {@code lines[2].quantity}
 * @param value the value as given, in the form of {@link Text#shown}; null when it was missing
 * @param rule the rule in words, such as {@code must not be blank}
 */
public record Violation(String field, @Nullable String value, String rule) {

    /** Makes a violation. */
    public Violation {
        requireNonNull(field, "field");
        requireNonNull(rule, "rule");
        value = value == null ? null : Text.shown(value);
    }

    @Override
    public String toString() {
        return value == null ? field + " " + rule : field + " '" + value + "' " + rule;
    }
}
