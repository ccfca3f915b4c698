package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * A postal address a party can be reached at.
 *
 * @param address the address
 * @param label what it is for, at most 60 characters, or null
 * @param status whether it may be used
 */
public record PostalPoint(PostalAddress address, @Nullable String label, ContactStatus status) implements ContactPoint {

    /**
     * Makes a contact point.
     *
     * @throws IllegalArgumentException if the label breaks its rule
     */
    public PostalPoint {
        requireNonNull(address, "address");
        requireNonNull(status, "status");
        Text.optional("label", label, 60);
    }

    /**
     * Makes a contact point that may be used.
     *
     * @param address the address
     * @return the contact point, without a label
     */
    public static PostalPoint of(PostalAddress address) {
        return new PostalPoint(address, null, ContactStatus.ACTIVE);
    }

    @Override
    public PostalPoint withStatus(ContactStatus other) {
        return new PostalPoint(address, label, other);
    }

    @Override
    public String matchKey() {
        return "postal:" + address.normalised();
    }
}
