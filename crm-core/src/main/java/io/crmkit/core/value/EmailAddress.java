package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * An e-mail address as people write it: one at-sign, something on either side, a dot in the domain.
 *
 * <p>Whether mail reaches it only a mail can tell; the check is there to catch a phone number or a name in the wrong
 * column.
 *
 * @param value the address, at most 254 characters (RFC 5321)
 */
public record EmailAddress(String value) {

    private static final Pattern FORM =
            Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");

    /**
     * Makes an address.
     *
     * @throws IllegalArgumentException if the value is not of the form name@domain.tld
     */
    public EmailAddress {
        requireNonNull(value, "value");
        if (value.length() > 254 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "email must be of the form name@domain.tld, at most 254 characters: '" + value + "'");
        }
    }

    /**
     * Returns the address in the form in which two ways to write it are the same.
     *
     * <p>By RFC 5321 the part before the at-sign may tell capital letters apart; no host in use does, and people do not.
     *
     * @return the address without regard to case, as {@link Folding} has it
     */
    public String normalised() {
        return Folding.folded(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
