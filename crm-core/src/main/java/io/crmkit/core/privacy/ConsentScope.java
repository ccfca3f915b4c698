package io.crmkit.core.privacy;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.Text;

/**
 * What a consent is for: who is contacted how and what for.
 *
 * @param person the person
 * @param channel the way to reach the person
 * @param purpose the host's code for what it is for, such as {@code newsletter}, 1 to 100 characters; compared exactly as
 *     written
 */
public record ConsentScope(PersonId person, Channel channel, String purpose) {

    /**
     * Makes a scope.
     *
     * @throws IllegalArgumentException if the purpose breaks its rule
     */
    public ConsentScope {
        requireNonNull(person, "person");
        requireNonNull(channel, "channel");
        Text.required("purpose", purpose, 100);
    }

    @Override
    public String toString() {
        return "'" + purpose + "' by " + channel + " to " + person;
    }
}
