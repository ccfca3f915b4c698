package io.crmkit.core.privacy;

import java.text.Normalizer;
import java.util.Locale;

/** A way to reach a person. */
public enum Channel {
    /** Electronic mail. */
    EMAIL,
    /** A call. */
    PHONE,
    /** A text message to a phone. */
    SMS,
    /** A letter. */
    POST;

    /**
     * Brings an address into the form by which it is recognised, however it is written.
     *
     * <p>Definition: e-mail in lower case without blanks around; phone numbers as their digits, {@code +} for a leading
     * {@code 00}, without a {@code (0)} behind it; postal addresses in lower case with all that is neither letter nor digit as one blank. All in Unicode's
     * compatibility form (NFKC, UAX 15).
     *
     * <p>What it is not: a look into what an operator does with an address. {@code a.b@example.com} and
     * {@code ab@example.com} stay two.
     *
     * @param address the address
     * @return the form
     */
    public String normalised(String address) {
        String plain = Normalizer.normalize(address, Normalizer.Form.NFKC).strip();
        return switch (this) {
            case EMAIL -> plain.toLowerCase(Locale.ROOT);
            case PHONE, SMS -> digits(plain);
            case POST ->
                plain.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                        .strip();
        };
    }

    private static String digits(String number) {
        boolean international = number.startsWith("+") || number.startsWith("00");
        StringBuilder digits = new StringBuilder(international ? "+" : "");
        String dialled = international ? number.replace("(0)", "") : number;
        dialled.chars()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .forEach(digits::append);
        return number.startsWith("00") ? "+" + digits.substring("+00".length()) : digits.toString();
    }
}
