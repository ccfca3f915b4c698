package io.crmkit.core.service;

import io.crmkit.core.party.MergeRule;
import org.jspecify.annotations.Nullable;

/**
 * Which value of a field a merge keeps, and why.
 *
 * @param field the field; of a field with several values the one that is added, such as {@code tags[vip]}
 * @param survivorValue the value of the record that stays, as text, or null
 * @param mergedValue the value of the record that is merged, as text, or null
 * @param value the value kept, as text, or null
 * @param rule the rule that was looked at
 * @param why what decided, in words
 */
public record MergeChoice(
        String field,
        @Nullable String survivorValue,
        @Nullable String mergedValue,
        @Nullable String value,
        MergeRule rule,
        String why) {}
