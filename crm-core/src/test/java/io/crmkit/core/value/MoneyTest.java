package io.crmkit.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "12.3,EUR,12.30 EUR",
        "1200,JPY,1200 JPY",
        "1.2340,KWD,1.234 KWD",
        "-0.00,USD,0.00 USD",
        "1E+3,EUR,1000.00 EUR"
    })
    void holdsAnAmountAtTheScaleOfItsCurrency(String amount, String currency, String shown) {
        assertEquals(shown, Money.of(amount, currency).toString());
    }

    @Test
    void isEqualHoweverManyZerosWereWritten() {
        assertEquals(Money.of("1.5", "EUR"), Money.of("1.50000", "EUR"));
    }

    @Test
    void refusesWhatTheCurrencyCannotHoldInsteadOfRounding() {
        var refused = assertThrows(IllegalArgumentException.class, () -> Money.of("1.005", "EUR"));
        assertEquals("amount must have at most 2 decimals in EUR: 1.005", refused.getMessage());
    }

    @Test
    void refusesMoreThanFifteenDigitsBeforeThePoint() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> new Money(new BigDecimal("1e400"), Currency.getInstance("EUR")));
        assertEquals("amount must have at most 15 digits before the decimal point: 1E+400", refused.getMessage());
        assertEquals(
                "999999999999999.99 EUR", Money.of("999999999999999.99", "EUR").toString());
    }

    @Test
    void addsOnlyWithinOneCurrency() {
        assertEquals(Money.of("3.00", "EUR"), Money.of("1.10", "EUR").plus(Money.of("1.90", "EUR")));
        var refused = assertThrows(
                CurrencyMismatchException.class, () -> Money.of("1", "EUR").plus(Money.of("1", "USD")));
        assertEquals("amounts in EUR and USD cannot be added without a rate", refused.getMessage());
        assertEquals("EUR", refused.first().getCurrencyCode());
        assertEquals("USD", refused.second().getCurrencyCode());
    }

    @Test
    void namesWhatCannotBeRead() {
        assertEquals(
                "amount must be a number with a point before its decimals, like 1250.50: 1,5",
                assertThrows(IllegalArgumentException.class, () -> Money.of("1,5", "EUR"))
                        .getMessage());
        assertEquals(
                "currency must be the code of a currency by ISO 4217, like EUR: ZZZ",
                assertThrows(IllegalArgumentException.class, () -> Money.of("1", "ZZZ"))
                        .getMessage());
    }
}
