package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number a party can be reached at.
 *
 * @param number the number
 * @param label what it is for, at most 60 characters, or null
 * @param status whether it may be used
 */
public record PhonePoint(PhoneNumber number, @Nullable String label, ContactStatus status) implements ContactPoint {

    /**
     * Makes a contact point.
     *
     * @throws IllegalArgumentException if the label breaks its rule
     */
    public PhonePoint {
        requireNonNull(number, "number");
        requireNonNull(status, "status");
        Text.optional("label", label, 60);
    }

    /**
     * Makes a contact point that may be used.
     *
     * @param number the number
     * @return the contact point, without a label
     */
    public static PhonePoint of(PhoneNumber number) {
        return new PhonePoint(number, null, ContactStatus.ACTIVE);
    }

    @Override
    public PhonePoint withStatus(ContactStatus other) {
        return new PhonePoint(number, label, other);
    }

    @Override
    public String matchKey() {
        return "phone:" + number.normalised();
    }
}
