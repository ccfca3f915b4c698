package io.crmkit.core.service;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.value.CustomFields;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lead.
 *
 * @param name whom it is about
 * @param contactPoints where it can be reached: at most 50, first the one to try first
 * @param source where it came from, 1 to 100 characters, or null
 * @param note what else is known, 1 to 4,000 characters, line breaks included, or null
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters and without blanks around, none of them
 *     twice whatever the case
 */
public record LeadDetails(
        @NotNull LeadName name,
        @NotNull @Size(max = 50) List<@NotNull ContactPoint> contactPoints,
        @Size(min = 1, max = 100) @PlainText @Nullable String source,

        @Size(min = 1, max = Lead.LONGEST_NOTE) @PlainLines @Nullable
        String note,

        @NotNull CustomFields custom,
        @NotNull @Size(max = 100) @Tags Set<@NotBlank @Size(max = 60) @Trimmed @PlainText String> tags) {

    /**
     * Tells of a lead of which only the name is known.
     *
     * @param name whom it is about
     * @return the details
     */
    public static LeadDetails of(LeadName name) {
        return new LeadDetails(name, List.of(), null, null, CustomFields.NONE, Set.of());
    }

    /**
     * Returns the same details with ways to reach them.
     *
     * @param points the contact points, first the one to try first
     * @return a copy that differs in its contact points only
     */
    public LeadDetails reachedBy(ContactPoint... points) {
        return new LeadDetails(name, List.of(points), source, note, custom, tags);
    }
}
