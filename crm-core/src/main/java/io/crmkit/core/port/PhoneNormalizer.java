package io.crmkit.core.port;

import org.jspecify.annotations.Nullable;

/**
 * Tells telephone numbers that are written in different ways for the same.
 *
 * <p>The library knows no country's numbering plan; a host that wants national numbers compared too gives an
 * implementation over one that does.
 */
@FunctionalInterface
public interface PhoneNormalizer {

    /**
     * Takes numbers that are written with their country only: {@code +} or {@code 00}, and 8 to 15 digits.
     *
     * <p>Source: ITU-T E.164 for the greatest number of digits.
     */
    PhoneNormalizer INTERNATIONAL = PhoneNormalizer::international;

    /**
     * Returns the international form of a number.
     *
     * @param written the number as written
     * @return the number in E.164: {@code +} and at most 15 digits; null where it cannot be told
     */
    @Nullable
    String e164(String written);

    private static @Nullable String international(String written) {
        String plain = written.replace("(0)", "").replaceAll("[\\s()./-]", "");
        String number = plain.startsWith("00") ? "+" + plain.substring(2) : plain;
        return number.matches("\\+[1-9][0-9]{7,14}") ? number : null;
    }
}
