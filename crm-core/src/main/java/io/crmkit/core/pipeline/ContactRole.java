package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.PersonId;

/**
 * A person at the customer, and the part that person plays in the decision.
 *
 * @param person the person
 * @param role the part
 */
public record ContactRole(PersonId person, BuyingRole role) {

    /** Makes a contact's role. */
    public ContactRole {
        requireNonNull(person, "person");
        requireNonNull(role, "role");
    }
}
