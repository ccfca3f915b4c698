package io.crmkit.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small words every room speaks. */
class WordsTest {

    private static void refuses(String message, Supplier<?> making) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, making::get).getMessage());
    }

    @Test
    void aTextIsRefusedWithItsFieldAndTheRule() {
        refuses("name must not be blank", () -> Text.required("name", " \t", 10));
        refuses("name must be at most 3 characters, not 4", () -> Text.required("name", "four", 3));
        refuses(
                "name must not contain control characters: U+000A at position 1",
                () -> Text.required("name", "a\nb", 9));
        assertEquals("\uD83D\uDE80 ש", Text.required("name", "\uD83D\uDE80 ש", 9));
    }

    @Test
    void anOptionalTextMayBeMissingButNotBlank() {
        assertEquals(null, Text.optional("sector", null, 10));
        refuses("sector must not be blank", () -> Text.optional("sector", "", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "0123456789012345678901234567890123456789012345678901234567890123456"})
    void aTenantIsAShortNameWithoutBlanksAround(String value) {
        refuses(
                "tenant must be 1 to 64 characters without blanks at either end: '" + value + "'",
                () -> new TenantId(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "anna@",
                "@example.com",
                "a b@example.com",
                "anna@example",
                "a@b@example.com",
                "anna@.com"
            })
    void whatIsNoEmailAddressIsRefused(String value) {
        refuses(
                "email must be of the form name@domain.tld, at most 254 characters: '" + value + "'",
                () -> new EmailAddress(value));
    }

    @Test
    void anEmailAddressIsKeptAsWritten() {
        assertEquals(
                "Anna.O'Neil+crm@mail.example.com", new EmailAddress("Anna.O'Neil+crm@mail.example.com").toString());
    }

    @Test
    void aRevisionCountsFromNone() {
        assertTrue(Revision.NONE.isNone());
        assertFalse(Revision.NONE.next().isNone());
        assertEquals(2, Revision.NONE.next().next().number());
        refuses("revision must not be negative: -1", () -> new Revision(-1));
    }

    @Test
    void aPageNamesTheNextOneUnlessItIsTheLast() {
        UUID last = new UUID(0, 7);
        assertEquals(Optional.of(new PageRequest(50, last)), new Page<>(List.of("x"), last).next(50));
        assertEquals(Optional.empty(), new Page<>(List.of("x"), null).next(50));
        refuses("page size must be 1 to 1000: 0", () -> PageRequest.first(0));
        refuses("page size must be 1 to 1000: 1001", () -> PageRequest.first(1001));
    }

    @Test
    void aViolationShortensWhatIsTooLongToShow() {
        assertEquals("name 'x' must not be y", new Violation("name", "x", "must not be y").toString());
        assertEquals("name must be given", new Violation("name", null, "must be given").toString());
        assertEquals("a".repeat(80) + "\u2026 (10000)", new Violation("name", "a".repeat(10_000), "rule").value());
    }

    @Test
    void anActorNeedsAName() {
        refuses("user must not be blank", () -> new Actor(new TenantId("t"), ""));
    }
}
