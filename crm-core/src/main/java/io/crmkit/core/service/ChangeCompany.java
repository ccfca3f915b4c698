package io.crmkit.core.service;

import io.crmkit.core.party.Company;
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
 * The wish that a company's record say this from now on: all of it, so that what is left out is gone.
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
public record ChangeCompany(
        @NotBlank @Size(max = 200) @PlainText String name,
        @Size(min = 1, max = 200) @PlainText @Nullable String sector,
        @Size(min = 1, max = 200) @PlainText @Nullable String location,
        @Nullable CompanyId parent,
        @NotNull @Size(max = 50) List<@NotNull ContactPoint> contactPoints,
        @NotNull @Valid Relation relation,
        @NotNull CustomFields custom,
        @NotNull @Size(max = 100) @Tags Set<@NotBlank @Size(max = 60) @Trimmed @PlainText String> tags) {

    /**
     * Wishes for what the record says already, to change some of it.
     *
     * @param company the company as read
     * @return a command that changes nothing
     */
    public static ChangeCompany of(Company company) {
        return new ChangeCompany(
                company.name(),
                company.sector(),
                company.location(),
                company.parent(),
                company.contactPoints(),
                Relation.of(company.relationship()),
                company.custom(),
                company.tags());
    }

    /**
     * Returns the same wish with another name.
     *
     * @param other the name
     * @return the command
     */
    public ChangeCompany withName(String other) {
        return new ChangeCompany(other, sector, location, parent, contactPoints, relation, custom, tags);
    }

    /**
     * Returns the same wish with another line of business.
     *
     * @param other the line of business, or null
     * @return the command
     */
    public ChangeCompany withSector(@Nullable String other) {
        return new ChangeCompany(name, other, location, parent, contactPoints, relation, custom, tags);
    }

    /**
     * Returns the same wish with another place.
     *
     * @param other where its office is, or null
     * @return the command
     */
    public ChangeCompany withLocation(@Nullable String other) {
        return new ChangeCompany(name, sector, other, parent, contactPoints, relation, custom, tags);
    }

    /**
     * Returns the same wish with another parent.
     *
     * @param other the company it belongs to, or null
     * @return the command
     */
    public ChangeCompany withParent(@Nullable CompanyId other) {
        return new ChangeCompany(name, sector, location, other, contactPoints, relation, custom, tags);
    }

    /**
     * Returns the same wish with other contact points.
     *
     * @param other the contact points
     * @return the command
     */
    public ChangeCompany withContactPoints(List<ContactPoint> other) {
        return new ChangeCompany(name, sector, location, parent, other, relation, custom, tags);
    }

    /**
     * Returns the same wish with another relation.
     *
     * @param other the relation
     * @return the command
     */
    public ChangeCompany withRelation(Relation other) {
        return new ChangeCompany(name, sector, location, parent, contactPoints, other, custom, tags);
    }

    /**
     * Returns the same wish with other custom fields.
     *
     * @param other the custom fields
     * @return the command
     */
    public ChangeCompany withCustom(CustomFields other) {
        return new ChangeCompany(name, sector, location, parent, contactPoints, relation, other, tags);
    }

    /**
     * Returns the same wish with other tags.
     *
     * @param other the tags
     * @return the command
     */
    public ChangeCompany withTags(Set<String> other) {
        return new ChangeCompany(name, sector, location, parent, contactPoints, relation, custom, other);
    }
}
