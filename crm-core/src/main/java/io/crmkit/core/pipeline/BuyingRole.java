package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;
import java.util.regex.Pattern;

/**
 * The part a person plays in a decision to buy. Those named here are the usual ones; a host may have others.
 *
 * <p>Source: Webster, F. E.; Wind, Y. (1972), A General Model for Understanding Organizational Buying Behavior, Journal of
 * Marketing 36(2), 12–19.
 *
 * @param code a short code in lower-case letters, digits and {@code -}, at most 40 characters
 */
public record BuyingRole(String code) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** Who decides. */
    public static final BuyingRole DECISION_MAKER = new BuyingRole("decision-maker");

    /** Whose word counts with those who decide. */
    public static final BuyingRole INFLUENCER = new BuyingRole("influencer");

    /** Who speaks for the seller within the company. */
    public static final BuyingRole CHAMPION = new BuyingRole("champion");

    /** Who is going to use what is bought. */
    public static final BuyingRole USER = new BuyingRole("user");

    /** Who plays another part. */
    public static final BuyingRole OTHER = new BuyingRole("other");

    /**
     * Makes a role.
     *
     * @throws IllegalArgumentException if the code is not of the form given
     */
    public BuyingRole {
        requireNonNull(code, "code");
        if (!isCode(code)) {
            throw new IllegalArgumentException(
                    "buying role must be 1 to 40 lower-case letters, digits or '-': '" + Text.shown(code) + "'");
        }
    }

    /**
     * Tells whether a text is the code of a role.
     *
     * @param text the text
     * @return whether it is of the form given
     */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return code;
    }
}
