package io.crmkit.core.party;

import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Text;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A postal address, in the parts that sorting and counting need.
 *
 * <ul>
 *   <li>Shape: up to five parts, at least one of which is there.
 *   <li>Errors: no part at all; a part that is blank, over-long or holds control characters; a country code that ISO 3166
 *       has never given out.
 * </ul>
 *
 * <p>What it is not: a label to print. The order of the parts differs by country, and is the host's to know.
 *
 * <p>Source: RFC 6350, section 6.3.1; ISO 3166-1 and ISO 3166-3.
 *
 * @param street street and house number, or the post office box, at most 200 characters, or null
 * @param postalCode the postal code, at most 20 characters, or null
 * @param city the town, at most 100 characters, or null
 * @param region the state, province or county, at most 100 characters, or null
 * @param countryCode the country: two capital letters of ISO 3166-1, in use or formerly, or {@code XK}; or null
 */
public record PostalAddress(
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String region,
        @Nullable String countryCode) {

    private static final Set<String> COUNTRIES = countries();

    private static final Pattern NOT_TOLD_APART = Pattern.compile("[\\p{Punct}\\s]+");

    /**
     * Makes an address.
     *
     * @throws IllegalArgumentException if a part breaks its rule, or there is none
     */
    public PostalAddress {
        Text.optional("street", street, 200);
        Text.optional("postalCode", postalCode, 20);
        Text.optional("city", city, 100);
        Text.optional("region", region, 100);
        if (countryCode != null && !COUNTRIES.contains(countryCode)) {
            throw new IllegalArgumentException(
                    "countryCode must be a country code of ISO 3166-1, two capital letters: '" + Text.shown(countryCode)
                            + "'");
        }
        if (street == null && postalCode == null && city == null && region == null && countryCode == null) {
            throw new IllegalArgumentException("address must have a part: all five are null");
        }
    }

    /* what one Java release lists as in use, a later one may list as formerly in use; Kosovo's is in use unassigned */
    private static Set<String> countries() {
        Stream<String> former =
                Locale.getISOCountries(IsoCountryCode.PART3).stream().map(code -> code.substring(0, 2));
        Set<String> all = Stream.concat(Stream.of(Locale.getISOCountries()), former)
                .collect(Collectors.toCollection(TreeSet::new));
        all.add("XK");
        return Set.copyOf(all);
    }

    /**
     * Returns the address in the form in which two ways to write it are the same.
     *
     * @return the parts without regard to case, punctuation and spaces, a line break after each
     */
    public String normalised() {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {street, postalCode, city, region, countryCode}) {
            text.append(
                    part == null
                            ? ""
                            : NOT_TOLD_APART.matcher(Folding.folded(part)).replaceAll(""));
            text.append('\n');
        }
        return text.toString();
    }
}
