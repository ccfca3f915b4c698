package io.crmkit.core.service;

import io.crmkit.core.party.CompanyId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish to add a company.
 *
 * @param name the name, 1 to 200 characters
 * @param sector the line of business, or null
 * @param location where its office is, or null
 * @param parent the company it belongs to, or null
 */
public record AddCompany(
        @NotBlank @Size(max = 200) @PlainText String name,
        @Size(min = 1, max = 200) @PlainText @Nullable String sector,
        @Size(min = 1, max = 200) @PlainText @Nullable String location,
        @Nullable CompanyId parent) {

    /**
     * Wishes for a company of which only the name is known.
     *
     * @param name the name
     * @return the command
     */
    public static AddCompany named(String name) {
        return new AddCompany(name, null, null, null);
    }
}
