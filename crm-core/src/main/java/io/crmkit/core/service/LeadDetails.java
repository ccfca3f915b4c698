package io.crmkit.core.service;

import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lead.
 *
 * @param name whom it is about
 * @param email the e-mail address, or null
 * @param phone the telephone number as written, 1 to 40 characters, or null
 * @param source where it came from, 1 to 100 characters, or null
 * @param note what else is known, 1 to 4,000 characters, line breaks included, or null
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters
 */
public record LeadDetails(
        @NotNull LeadName name,
        @Nullable EmailAddress email,
        @Size(min = 1, max = 40) @PlainText @Nullable String phone,
        @Size(min = 1, max = 100) @PlainText @Nullable String source,
        @Size(min = 1, max = Lead.LONGEST_NOTE) @Nullable String note,
        @NotNull CustomFields custom,
        @NotNull @Size(max = 100) Set<@NotBlank @Size(max = 60) @PlainText String> tags) {

    /**
     * Tells of a lead of which only the name is known.
     *
     * @param name whom it is about
     * @return the details
     */
    public static LeadDetails of(LeadName name) {
        return new LeadDetails(name, null, null, null, null, CustomFields.NONE, Set.of());
    }

    /**
     * Returns the same details with ways to reach them.
     *
     * @param other the e-mail address, or null
     * @param number the telephone number as written, or null
     * @return a copy that differs in these two
     */
    public LeadDetails reachedBy(@Nullable EmailAddress other, @Nullable String number) {
        return new LeadDetails(name, other, number, source, note, custom, tags);
    }
}
