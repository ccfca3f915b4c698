package io.crmkit.core.party;

import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * Whom a lead is about, as written down; at least one of the two.
 *
 * @param person the person's full name, 1 to 200 characters, or null
 * @param company the company's name, 1 to 200 characters, or null
 */
public record LeadName(@Nullable String person, @Nullable String company) {

    /**
     * Makes a name.
     *
     * @throws IllegalArgumentException if both are missing, or one breaks its rule
     */
    public LeadName {
        Text.optional("personName", person, 200);
        Text.optional("companyName", company, 200);
        if (person == null && company == null) {
            throw new IllegalArgumentException("personName or companyName must be given: both are null");
        }
    }
}
