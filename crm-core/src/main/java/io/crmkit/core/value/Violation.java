package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One rule that an input breaks.
 *
 * @param field the field, such as {@code amount} or {@code lines[2].quantity}
 * @param value the value as given, shortened to 200 characters; null when it was missing
 * @param rule the rule in words, such as {@code must not be blank}
 */
public record Violation(String field, @Nullable String value, String rule) {

    private static final int SHOWN = 200;

    /** Makes a violation. */
    public Violation {
        requireNonNull(field, "field");
        requireNonNull(rule, "rule");
        value = value == null || value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
    }

    @Override
    public String toString() {
        return value == null ? field + " " + rule : field + " '" + value + "' " + rule;
    }
}
