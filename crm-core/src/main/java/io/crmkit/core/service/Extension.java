package io.crmkit.core.service;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Extensible;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * The wish that the host's own part of a record say this from now on: all of it, so that what is left out is gone.
 *
 * @param custom what the host keeps besides the record's own fields
 * @param tags the host's tags: at most 100, each at most 60 characters and without blanks around, none of them
 *     twice whatever the case
 */
public record Extension(
        @NotNull CustomFields custom,
        @NotNull @Size(max = 100) @Tags Set<@NotBlank @Size(max = 60) @Trimmed @PlainText String> tags) {

    /**
     * Wishes for what a record says already, to change some of it.
     *
     * @param record the record as read
     * @return a command that changes nothing
     */
    public static Extension of(Extensible<?> record) {
        return new Extension(record.custom(), record.tags());
    }

    /**
     * Returns the same wish with other custom fields.
     *
     * @param other the custom fields
     * @return the command
     */
    public Extension withCustom(CustomFields other) {
        return new Extension(other, tags);
    }

    /**
     * Returns the same wish with other tags.
     *
     * @param other the tags
     * @return the command
     */
    public Extension withTags(Set<String> other) {
        return new Extension(custom, other);
    }
}
