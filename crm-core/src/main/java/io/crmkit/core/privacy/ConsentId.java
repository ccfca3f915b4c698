package io.crmkit.core.privacy;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.TenantId;
import java.util.UUID;

/**
 * The identity of a consent.
 *
 * <p>Definition: it follows from the tenant and the scope, so that there is one consent for a scope, found without a
 * search, and two that record it at the same time meet.
 *
 * @param value the UUID
 */
public record ConsentId(UUID value) implements Identifier {

    /** Makes an identifier. */
    public ConsentId {
        requireNonNull(value, "value");
    }

    /**
     * Computes the identity of the consent for a scope.
     *
     * @param tenant the tenant
     * @param scope who is contacted how and what for
     * @return a UUID of version 8 (RFC 9562, section 5.8), of their SHA-256
     */
    public static ConsentId of(TenantId tenant, ConsentScope scope) {
        String name = String.join(
                "\0", tenant.value(), scope.person().toString(), scope.channel().name(), scope.purpose());
        return new ConsentId(Digests.id(Digests.sha256(name)));
    }

    /**
     * Reads an identifier from its text.
     *
     * @param text the UUID as {@link #toString} writes it
     * @return the identifier
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static ConsentId parse(String text) {
        return new ConsentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
