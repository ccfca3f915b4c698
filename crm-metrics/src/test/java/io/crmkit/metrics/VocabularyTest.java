package io.crmkit.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Proportion, period and amount. */
class VocabularyTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Currency EURO = Currency.getInstance("EUR");

    private static void refuses(String message, Supplier<?> making) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, making::get).getMessage());
    }

    @Test
    void aProportionKeepsItsTwoCounts() {
        assertEquals("17 of 67", Proportion.of(17, 67).toString());
        assertEquals(OptionalDouble.of(17 / 67.0), Proportion.of(17, 67).rate());
    }

    @Test
    void noneOutOfNoneIsAValueWithoutARate() {
        assertEquals(OptionalDouble.empty(), Proportion.of(0, 0).rate());
        assertEquals(Optional.empty(), Proportion.of(0, 0).wilson());
    }

    @Test
    void aProportionRefusesCountsThatDoNotFit() {
        refuses("successes must be between 0 and trials: successes = 5, trials = 3", () -> Proportion.of(5, 3));
        refuses("successes must be between 0 and trials: successes = -1, trials = 3", () -> Proportion.of(-1, 3));
        refuses("trials must not be negative: -2", () -> Proportion.of(0, -2));
    }

    @Test
    void aProportionHoldsCountsBeyondThirtyTwoBits() {
        Interval interval =
                Proportion.of(5_000_000_000L, 10_000_000_000L).wilson().orElseThrow();
        assertEquals(0.5, (interval.lower() + interval.upper()) / 2, 1e-12);
        assertEquals(1.96e-5, interval.upper() - interval.lower(), 1e-7);
        assertThrows(
                ArithmeticException.class,
                () -> Proportion.of(0, Long.MAX_VALUE).plus(Proportion.of(0, Long.MAX_VALUE)));
    }

    @Test
    void aMonthIsAsLongAsTheZoneMakesIt() {
        assertEquals(Duration.ofHours(31 * 24 - 1), lengthOf(YearMonth.of(2026, 3)));
        assertEquals(Duration.ofHours(31 * 24 + 1), lengthOf(YearMonth.of(2026, 10)));
        assertEquals(Duration.ofHours(28 * 24), lengthOf(YearMonth.of(2026, 2)));
    }

    private static Duration lengthOf(YearMonth month) {
        Period period = Period.month(month, ROME);
        return Duration.between(period.from(), period.until());
    }

    @Test
    void aPeriodHoldsItsFirstInstantAndNotItsEnd() {
        Period march = Period.month(YearMonth.of(2026, 3), ROME);
        assertEquals(Instant.parse("2026-02-28T23:00:00Z"), march.from());
        assertEquals(Instant.parse("2026-03-31T22:00:00Z"), march.until());
        assertTrue(march.contains(march.from()));
        assertFalse(march.contains(march.until()));
        assertTrue(march.contains(march.until().minusNanos(1)));
        assertFalse(march.contains(march.from().minusNanos(1)));
    }

    @Test
    void aPeriodRefusesToEndBeforeItBegins() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        refuses(
                "from must be before until: from = 2026-02-28T23:00:00Z, until = 2026-02-28T23:00:00Z",
                () -> Period.days(day, day, ROME));
        assertThrows(IllegalArgumentException.class, () -> Period.days(day, day.minusDays(1), ROME));
    }

    @Test
    void anAmountIsExactUntilItIsRounded() {
        Amount third = new Amount(new BigDecimal("100"), EURO).times(0.333);
        assertEquals(0, new BigDecimal("33.3").compareTo(third.value()));
        assertEquals("33.30 EUR", third.rounded(RoundingMode.HALF_EVEN).toString());
        assertEquals("33.300 EUR", third.plus(Amount.zero(EURO)).toString());
    }

    @Test
    void anAmountIsOfOneCurrency() {
        refuses(
                "amounts must share a currency: EUR and USD",
                () -> Amount.zero(EURO).plus(Amount.zero(Currency.getInstance("USD"))));
        refuses("factor must be finite: NaN", () -> Amount.zero(EURO).times(Double.NaN));
    }
}
