package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The identity of an activity type's definition.
 *
 * <p>Definition: it follows from the tenant and the type, so that there is one definition of a type, found without a
 * search, and two that define it at the same time meet.
 *
 * @param value the UUID
 */
public record ActivityTypeDefinitionId(UUID value) implements Identifier {

    /** Makes an identifier. */
    public ActivityTypeDefinitionId {
        requireNonNull(value, "value");
    }

    /**
     * Computes the identity of a type's definition.
     *
     * @param tenant the tenant
     * @param type the type
     * @return a UUID of version 3 (RFC 9562, section 5.3), of both
     */
    public static ActivityTypeDefinitionId of(TenantId tenant, ActivityType type) {
        String name = String.join("\0", "activity-type", tenant.value(), type.code());
        return new ActivityTypeDefinitionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads an identifier from its text.
     *
     * @param text the UUID as {@link #toString} writes it
     * @return the identifier
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static ActivityTypeDefinitionId parse(String text) {
        return new ActivityTypeDefinitionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
