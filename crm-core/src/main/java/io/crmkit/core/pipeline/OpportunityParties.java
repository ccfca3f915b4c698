package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who negotiates.
 *
 * @param owner the seller whose opportunity it is, or null while nobody's
 * @param team the team whose opportunity it is, as a rule the owner's, or null for none
 * @param company the company sold to, or null
 * @param contact the person sold to, the first of the contacts, or null; may have a role, too
 * @param roles the persons who have a part in the decision, and which: at most 100, nobody twice
 */
public record OpportunityParties(
        @Nullable SellerId owner,
        @Nullable TeamId team,
        @Nullable CompanyId company,
        @Nullable PersonId contact,
        List<ContactRole> roles) {

    /** How many persons may have a role. */
    public static final int MOST_ROLES = 100;

    /**
     * Makes parties.
     *
     * @throws IllegalArgumentException if there are too many roles, or somebody has two
     */
    public OpportunityParties {
        roles = List.copyOf(requireNonNull(roles, "roles"));
        if (roles.size() > MOST_ROLES) {
            throw new IllegalArgumentException("roles must be at most %d, not %d".formatted(MOST_ROLES, roles.size()));
        }
        if (roles.stream().map(ContactRole::person).distinct().count() < roles.size()) {
            throw new IllegalArgumentException("roles must name nobody twice: " + roles);
        }
    }

    /**
     * Makes parties without a team and without roles.
     *
     * @param owner the seller whose opportunity it is, or null while nobody's
     * @param company the company sold to, or null
     * @param contact the person sold to, or null
     */
    public OpportunityParties(@Nullable SellerId owner, @Nullable CompanyId company, @Nullable PersonId contact) {
        this(owner, null, company, contact, List.of());
    }

    /**
     * Returns the same parties with another owner.
     *
     * @param other the seller, or null
     * @return a copy that differs in its owner only
     */
    public OpportunityParties withOwner(@Nullable SellerId other) {
        return new OpportunityParties(other, team, company, contact, roles);
    }

    /**
     * Returns the same parties with another team.
     *
     * @param other the team, or null
     * @return a copy that differs in its team only
     */
    public OpportunityParties withTeam(@Nullable TeamId other) {
        return new OpportunityParties(owner, other, company, contact, roles);
    }

    /**
     * Returns the same parties with another company.
     *
     * @param other the company, or null
     * @return a copy that differs in its company only
     */
    public OpportunityParties withCompany(@Nullable CompanyId other) {
        return new OpportunityParties(owner, team, other, contact, roles);
    }

    /**
     * Returns the same parties with another person to sell to.
     *
     * @param other the person, or null
     * @return a copy that differs in its contact only
     */
    public OpportunityParties withContact(@Nullable PersonId other) {
        return new OpportunityParties(owner, team, company, other, roles);
    }

    /**
     * Returns the same parties with other roles.
     *
     * @param others who has which part
     * @return a copy that differs in its roles only
     * @throws IllegalArgumentException if there are too many, or somebody has two
     */
    public OpportunityParties withRoles(List<ContactRole> others) {
        return new OpportunityParties(owner, team, company, contact, others);
    }

    /**
     * Tells whether a person has a part in the decision.
     *
     * @param person the person
     * @return whether the person has a role
     */
    public boolean hasRole(PersonId person) {
        return roles.stream().anyMatch(each -> each.person().equals(person));
    }

    /**
     * Returns the same parties with one person's part played by another.
     *
     * @param from the person
     * @param to the person in that place
     * @return a copy that differs in its roles only; the same parties where the other has a part already
     */
    public OpportunityParties withRole(PersonId from, PersonId to) {
        return hasRole(to)
                ? this
                : withRoles(roles.stream()
                        .map(each -> each.person().equals(from) ? new ContactRole(to, each.role()) : each)
                        .toList());
    }
}
