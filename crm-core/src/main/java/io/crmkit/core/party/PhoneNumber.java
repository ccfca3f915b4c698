package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number as people write it.
 *
 * <p>Definition: digits, with a plus sign before them where they begin with the code of a country, what sets them apart
 * for the eye, and the extension behind a switchboard where there is one: {@code +49 (30) 1234-567 ext. 12}.
 *
 * <ul>
 *   <li>Shape: digits; spaces, hyphens, dots, slashes and round brackets among them; then {@code ext}, {@code ext.},
 *       {@code x}, {@code #} or {@code ;ext=} and one to seven digits.
 *   <li>Range: at most 50 characters, three digits or more before the extension.
 *   <li>Errors: anything else is refused, letters above all.
 * </ul>
 *
 * <p>What it is not: a number that somebody answers. Which digits a country has given out changes by the month, and is not
 * looked up.
 *
 * <p>Source: RFC 3966; ITU-T E.123 and E.164.
 *
 * @param value the number
 */
public record PhoneNumber(String value) {

    private static final int LONGEST = 50;
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS_OF_E164 = 15;

    /* the hyphens U+2010 to U+2013 and the space U+00A0 come with what is copied from a page */
    private static final Pattern FORM = Pattern.compile(
            "(\\+?[0-9(][0-9 ()./\\u00A0\\u2010-\\u2013-]*?)(?:\\s?(?:;ext=|ext\\.?|x|#)\\s?([0-9]{1,7}))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SEPARATORS = Pattern.compile("[^0-9+]");

    /**
     * Makes a number.
     *
     * @throws IllegalArgumentException if the value is not of the form of a telephone number
     */
    public PhoneNumber {
        requireNonNull(value, "value");
        if (value.length() > LONGEST || !hasForm(value)) {
            throw new IllegalArgumentException(
                    "phone must be digits, with a plus sign before and spaces, - . / ( ) between them, at most "
                            + LONGEST + " characters: '" + Text.shown(value) + "'");
        }
    }

    private static boolean hasForm(String value) {
        Matcher form = FORM.matcher(value);
        return form.matches() && digits(form.group(1)).replace("+", "").length() >= FEWEST_DIGITS;
    }

    private static String digits(String number) {
        return SEPARATORS.matcher(number).replaceAll("");
    }

    private Matcher parts() {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            throw new IllegalStateException(value);
        }
        return form;
    }

    /**
     * Obtains the number as every country dials it, where that can be told without knowing the country.
     *
     * <p>Definition: the plus sign and the digits, the extension left out.
     *
     * <p>Nothing to divide by: empty where there is no plus sign, where the digits after it begin with 0 or are more than
     * 15, and where a 0 stands in brackets by itself, as in {@code +44 (0)20}: whether that is dialled from abroad differs
     * by country.
     *
     * @return the number, such as {@code +49301234567}, or empty
     */
    public Optional<String> e164() {
        String number = String.valueOf(parts().group(1));
        String digits = digits(number);
        boolean global = digits.startsWith("+") && !digits.startsWith("+0") && !number.contains("(0)");
        return global && digits.length() <= MOST_DIGITS_OF_E164 + 1 ? Optional.of(digits) : Optional.empty();
    }

    /**
     * Obtains the extension.
     *
     * @return its digits, or empty
     */
    public Optional<String> extension() {
        return Optional.ofNullable(parts().group(2));
    }

    /**
     * Returns the number in the form in which two ways to write it are the same.
     *
     * @return the digits and the plus sign before them, then {@code x} and the extension
     */
    public String normalised() {
        String number = digits(String.valueOf(parts().group(1)));
        return number + extension().map(digits -> "x" + digits).orElse("");
    }

    @Override
    public String toString() {
        return value;
    }
}
