package io.crmkit.core.service;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.value.CustomFields;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The wish to add a company.
 *
 * @param name the name, 1 to 200 characters
 * @param sector the line of business, or null
 * @param location where its office is, or null
 * @param parent the company it belongs to, or null
 * @param contactPoints where it can be reached: at most 50, first the one to try first
 * @param relation how it stands to the host's user
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters and without blanks around, none of them
 *     twice whatever the case
 */
public record AddCompany(
        @NotBlank @Size(max = 200) @PlainText String name,
        @Size(min = 1, max = 200) @PlainText @Nullable String sector,
        @Size(min = 1, max = 200) @PlainText @Nullable String location,
        @Nullable CompanyId parent,
        @NotNull @Size(max = 50) List<@NotNull ContactPoint> contactPoints,
        @NotNull @Valid Relation relation,
        @NotNull CustomFields custom,
        @NotNull @Size(max = 100) @Tags Set<@NotBlank @Size(max = 60) @Trimmed @PlainText String> tags) {

    /**
     * Wishes for a company of which no more is known than what it is.
     *
     * @param name the name, 1 to 200 characters
     * @param sector the line of business, or null
     * @param location where its office is, or null
     * @param parent the company it belongs to, or null
     */
    public AddCompany(String name, @Nullable String sector, @Nullable String location, @Nullable CompanyId parent) {
        this(name, sector, location, parent, List.of(), Relation.UNKNOWN, CustomFields.NONE, Set.of());
    }

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
