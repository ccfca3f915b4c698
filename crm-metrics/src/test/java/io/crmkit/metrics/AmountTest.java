package io.crmkit.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void addsExactly() {
        assertEquals(amount("0.3", EUR), amount("0.1", EUR).plus(amount("0.2", EUR)));
    }

    @Test
    void startsFromZero() {
        assertEquals(amount("12.5", EUR), Amount.zero(EUR).plus(amount("12.5", EUR)));
    }

    @Test
    void refusesToAddAnotherCurrency() {
        assertEquals(
                "amounts must share one currency: first = EUR, second = JPY",
                refusal(() -> amount("1", EUR).plus(amount("1", JPY))));
    }

    @Test
    void takesAFactorAsTheDecimalItDenotes() {
        assertEquals(amount("0.7", EUR), amount("7", EUR).times(0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAFactorThatIsNoNumber(double factor) {
        assertEquals(
                "factor must be finite: factor = " + factor,
                refusal(() -> amount("7", EUR).times(factor)));
    }

    @Test
    void roundsToTheScaleOfItsCurrency() {
        assertEquals(
                "12.35 EUR", amount("12.345", EUR).rounded(RoundingMode.HALF_UP).toString());
        assertEquals(
                "12.34 EUR", amount("12.345", EUR).rounded(RoundingMode.DOWN).toString());
        assertEquals(
                "12 JPY", amount("12.345", JPY).rounded(RoundingMode.HALF_UP).toString());
    }

    @Test
    void fillsUpToTheScaleOfItsCurrency() {
        assertEquals(
                "5.00 EUR", amount("5", EUR).rounded(RoundingMode.UNNECESSARY).toString());
    }

    @Test
    void refusesToRoundWhatHasNoScale() {
        assertEquals(
                "currency must have a scale of its own: currency = XAU",
                refusal(() -> amount("5", Currency.getInstance("XAU")).rounded(RoundingMode.HALF_UP)));
    }

    @Test
    void equalsTheSameSumAtAnotherScale() {
        assertEquals(amount("1.5", EUR), amount("1.50", EUR));
        assertEquals(amount("1.5", EUR).hashCode(), amount("1.50", EUR).hashCode());
        assertEquals(amount("100", EUR).hashCode(), amount("1E+2", EUR).hashCode());
    }

    @Test
    void differsByCurrencyAndBySum() {
        assertNotEquals(amount("1.5", EUR), amount("1.5", JPY));
        assertNotEquals(amount("1.5", EUR).hashCode(), amount("1.5", JPY).hashCode());
        assertNotEquals(amount("1.5", EUR), amount("1.51", EUR));
        assertNotEquals(amount("1.5", EUR).hashCode(), amount("1.51", EUR).hashCode());
    }

    @Test
    void writesPlainDigits() {
        assertEquals("100 EUR", amount("1E+2", EUR).toString());
    }

    private static Amount amount(String value, Currency currency) {
        return new Amount(new BigDecimal(value), currency);
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
