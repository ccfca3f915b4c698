package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address a party can be reached at.
 *
 * @param address the address
 * @param label what it is for, at most 60 characters, or null
 * @param status whether it may be used
 */
public record EmailPoint(EmailAddress address, @Nullable String label, ContactStatus status) implements ContactPoint {

    /**
     * Makes a contact point.
     *
     * @throws IllegalArgumentException if the label breaks its rule
     */
    public EmailPoint {
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
    public static EmailPoint of(EmailAddress address) {
        return new EmailPoint(address, null, ContactStatus.ACTIVE);
    }

    @Override
    public EmailPoint withStatus(ContactStatus other) {
        return new EmailPoint(address, label, other);
    }

    @Override
    public String matchKey() {
        return "email:" + address.normalised();
    }
}
