package io.crmkit.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Money of several currencies in one.
 *
 * <p>The rates are the euro reference rates of the European Central Bank of 2 and 3 January 2025, as units of foreign
 * currency for one euro: 1.0321 and 1.0299 dollars, 162.38 and 161.96 yen; their inverses to 8 digits by bc.
 */
class ConvertedSumTest {

    private static final LocalDate JAN_2 = LocalDate.of(2025, 1, 2);
    private static final LocalDate JAN_3 = LocalDate.of(2025, 1, 3);
    private static final Function<Set<RateRequest>, List<ExchangeRate>> ECB = wanted -> List.of(
                    ExchangeRate.of("USD", "EUR", JAN_2, "0.96889836"),
                    ExchangeRate.of("USD", "EUR", JAN_3, "0.97096806"),
                    ExchangeRate.of("JPY", "EUR", JAN_3, "0.00617436"))
            .stream()
            .filter(rate -> wanted.contains(new RateRequest(rate.from(), rate.to(), rate.on())))
            .toList();

    private static final DatedMoney DOLLARS = new DatedMoney(Money.of("100", "USD"), JAN_2, JAN_3);
    private static final DatedMoney EUROS = new DatedMoney(Money.of("50", "EUR"), JAN_2, JAN_3);

    @Test
    void anAmountIsConvertedByTheRateOfTheDayThePolicyNames() {
        assertEquals(
                Money.of("146.89", "EUR"),
                ConvertedSum.of(RatePolicy.documentDate("EUR"), List.of(DOLLARS, EUROS), JAN_3, ECB)
                        .total());
        assertEquals(
                Money.of("147.10", "EUR"),
                ConvertedSum.of(RatePolicy.closeDate("EUR"), List.of(DOLLARS, EUROS), JAN_2, ECB)
                        .total());
        assertEquals(
                Money.of("146.89", "EUR"),
                ConvertedSum.of(RatePolicy.today("EUR"), List.of(DOLLARS, EUROS), JAN_2, ECB)
                        .total());
    }

    @Test
    void theResultCarriesThePolicyAndTheRatesUsed() {
        ConvertedSum sum = ConvertedSum.of(RatePolicy.closeDate("EUR"), List.of(DOLLARS, EUROS, DOLLARS), JAN_2, ECB);
        assertEquals(List.of(ExchangeRate.of("USD", "EUR", JAN_3, "0.97096806")), sum.rates());
        assertEquals(RatePolicy.closeDate("EUR"), sum.policy());
    }

    @Test
    void aDayThatIsNotKnownIsTheDayAskedAbout() {
        DatedMoney undated = new DatedMoney(Money.of("100", "USD"), null, null);
        ConvertedSum sum = ConvertedSum.of(RatePolicy.closeDate("EUR"), List.of(undated), JAN_2, ECB);
        assertEquals(JAN_2, sum.rates().get(0).on());
    }

    @Test
    void ratesAgreedOnBeforehandNeedNoSource() {
        RatePolicy budget = RatePolicy.fixed("EUR", Map.of(Currency.getInstance("USD"), new BigDecimal("0.9")));
        ConvertedSum sum = ConvertedSum.of(budget, List.of(DOLLARS, EUROS), JAN_3, wanted -> {
            throw new AssertionError("asked for " + wanted);
        });
        assertEquals(Money.of("140", "EUR"), sum.total());
        assertEquals(List.of(ExchangeRate.of("USD", "EUR", JAN_3, "0.9")), sum.rates());
    }

    @Test
    void allRatesThatAreMissingAreNamedAtOnce() {
        DatedMoney francs = new DatedMoney(Money.of("10", "CHF"), JAN_2, null);
        DatedMoney yen = new DatedMoney(Money.of("10", "JPY"), JAN_2, null);
        MissingRateException missing = assertThrows(
                MissingRateException.class,
                () -> ConvertedSum.of(RatePolicy.documentDate("EUR"), List.of(yen, francs, DOLLARS), JAN_3, ECB));
        assertEquals("rates are not known: CHF to EUR on 2025-01-02; JPY to EUR on 2025-01-02", missing.getMessage());
        assertEquals(2, missing.missing().size());
    }

    @Test
    void withoutAmountsTheSumIsZeroAndNoRateIsAskedFor() {
        ConvertedSum none = ConvertedSum.of(RatePolicy.today("JPY"), List.of(), JAN_3, wanted -> {
            throw new AssertionError("asked for " + wanted);
        });
        assertEquals(Money.of("0", "JPY"), none.total());
        assertEquals(List.of(), none.rates());
    }

    @Test
    void aRateIsAboveZeroAndBetweenTwoCurrencies() {
        assertEquals(
                "rate must be above 0: 0",
                assertThrows(IllegalArgumentException.class, () -> ExchangeRate.of("USD", "EUR", JAN_2, "0"))
                        .getMessage());
        assertEquals(
                "from and to must be two currencies: EUR",
                assertThrows(IllegalArgumentException.class, () -> ExchangeRate.of("EUR", "EUR", JAN_2, "1"))
                        .getMessage());
        assertEquals(
                "rates must be 1 for the target: 2 for EUR",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RatePolicy.fixed("EUR", Map.of(Currency.getInstance("EUR"), new BigDecimal("2"))))
                        .getMessage());
    }

    @Property(tries = 100)
    void theOrderOfTheAmountsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(max = 30) int count) {
        Random random = new Random(seed);
        List<DatedMoney> amounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigDecimal cents = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
            Money money = new Money(cents, Currency.getInstance(random.nextBoolean() ? "USD" : "EUR"));
            amounts.add(new DatedMoney(money, random.nextBoolean() ? JAN_2 : JAN_3, null));
        }
        ConvertedSum sum = ConvertedSum.of(RatePolicy.documentDate("EUR"), amounts, JAN_3, ECB);
        Collections.shuffle(amounts, random);
        assertEquals(sum, ConvertedSum.of(RatePolicy.documentDate("EUR"), amounts, JAN_3, ECB));
    }
}
