package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

/**
 * The customer of the host on whose behalf a record is kept; no call ever crosses it.
 *
 * @param value the host's own name for the tenant, 1 to 64 characters, without blanks at either end
 */
public record TenantId(String value) {

    /**
     * Makes a tenant.
     *
     * @throws IllegalArgumentException if the value is blank, longer than 64 characters or padded with blanks
     */
    public TenantId {
        requireNonNull(value, "value");
        if (value.isBlank() || value.length() > 64 || !value.strip().equals(value)) {
            throw new IllegalArgumentException(
                    "tenant must be 1 to 64 characters without blanks at either end: '" + Text.shown(value) + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
