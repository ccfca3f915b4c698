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

    private static final Pattern FORM = Pattern.compile("[^@\\s\\p{Z}]+@[^@\\s\\p{Z}.]+(\\.[^@\\s\\p{Z}.]+)+");

    /**
     * Makes an address.
     *
     * @throws IllegalArgumentException if the value is not of the form name@domain.tld
     */
    public EmailAddress {
        requireNonNull(value, "value");
        if (!isForm(value)) {
            throw new IllegalArgumentException(
                    "email must be of the form name@domain.tld, at most 254 characters: '" + Text.shown(value) + "'");
        }
    }

    /**
     * Says whether a text has the form of an address.
     *
     * @param text the text
     * @return whether it is of the form name@domain.tld, at most 254 characters, without blanks and control characters
     */
    public static boolean isForm(String text) {
        return text.length() <= 254 && Text.isPlain(text) && FORM.matcher(text).matches();
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
