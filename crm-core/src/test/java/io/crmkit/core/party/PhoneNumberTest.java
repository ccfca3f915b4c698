package io.crmkit.core.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telephone numbers as people write them. The first ones are the examples of RFC 3966 and ITU-T E.123. */
class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            +1-201-555-0123, +12015550123
            +22 607 123 4567, +226071234567
            +49 (30) 1234-567, +49301234567
            +33 1.23.45.67.89, +33123456789
            +123456789012345, +123456789012345
            """)
    void aNumberWithAPlusSignIsTheSameEverywhere(String written, String e164) {
        assertEquals(Optional.of(e164), new PhoneNumber(written).e164());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(0607) 123 4567",
                "112",
                "0043 1 234567",
                "+44 (0)20 7946 0958",
                "+01234567",
                "+1234567890123456"
            })
    void aNumberThatNeedsAKnowledgeOfCountriesHasNoE164(String written) {
        assertEquals(Optional.empty(), new PhoneNumber(written).e164());
        assertEquals(written, new PhoneNumber(written).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 212 555 0100 ext. 7",
                "+1 212 555 0100x7",
                "+12125550100;ext=7",
                "+1 212 555-0100 #7",
                "+1 212 5550100 EXT 7"
            })
    void anExtensionIsToldApart(String written) {
        PhoneNumber number = new PhoneNumber(written);
        assertEquals(Optional.of("+12125550100"), number.e164());
        assertEquals(Optional.of("7"), number.extension());
        assertEquals("+12125550100x7", number.normalised());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call me",
                "0800-FLOWERS",
                "",
                " ",
                "12",
                "+",
                "++49 30 123",
                "49+30123",
                "030 123\t45",
                "tel:030 123",
                "123 ext.",
                "123 ext. 12345678"
            })
    void whatIsNoNumberIsRefused(String written) {
        var refused = assertThrows(IllegalArgumentException.class, () -> new PhoneNumber(written));
        assertEquals(
                "phone must be digits, with a plus sign before and spaces, - . / ( ) between them, at most 50 characters: '"
                        + written.replace("\t", "\\u0009") + "'",
                refused.getMessage());
    }

    @Test
    void aNumberOfOver50CharactersIsRefused() {
        assertEquals(50, new PhoneNumber("1".repeat(50)).value().length());
        assertThrows(IllegalArgumentException.class, () -> new PhoneNumber("1".repeat(51)));
    }

    @Property
    void separatorsMakeNoDifference(@ForAll @NumericChars @StringLength(min = 3, max = 16) String digits) {
        String spaced = String.join(" ", digits.split(""));
        assertEquals(new PhoneNumber(digits).normalised(), new PhoneNumber(spaced).normalised());
        assertEquals(new PhoneNumber("+" + digits).e164(), new PhoneNumber("+" + spaced).e164());
    }
}
