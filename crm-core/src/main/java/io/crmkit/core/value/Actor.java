package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

/**
 * Who makes a call: every call to the library is made as somebody.
 *
 * @param tenant the tenant whose records may be seen
 * @param user the host's name for the user, written to the log beside what was done
 */
public record Actor(TenantId tenant, String user) {

    /**
     * Makes an actor.
     *
     * @throws IllegalArgumentException if the user is blank
     */
    public Actor {
        requireNonNull(tenant, "tenant");
        Text.required("user", user, 200);
    }
}
