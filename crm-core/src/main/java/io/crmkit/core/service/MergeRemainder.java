package io.crmkit.core.service;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that undoing a merge left as it is, since it has changed after the merge.
 *
 * @param noun the noun, as the journal calls it
 * @param id the record
 * @param field the field
 * @param merged the value that the merge had set, as text, or null
 * @param found the value found, as text, or null
 */
public record MergeRemainder(
        String noun,
        UUID id,
        String field,
        @Nullable String merged,
        @Nullable String found) {}
