package io.crmkit.metrics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Proportion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeightedPipelineTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Proportion A_QUARTER = Proportion.of(17, 67);

    @Test
    void weighsEachGroupAndTheTotal() {
        WeightedPipeline pipeline =
                WeightedPipeline.of(EUR, List.of(open("offer", 4, "67000"), open("contract", 1, "6700")), A_QUARTER);

        assertEquals(2, pipeline.groups().size());
        assertWeighs(pipeline.groups().get(0), "offer", 4, "67000.00", "17000.00");
        assertWeighs(pipeline.groups().get(1), "contract", 1, "6700.00", "1700.00");
        assertWeighs(pipeline.total(), "total", 5, "73700.00", "18700.00");
        assertEquals(A_QUARTER, pipeline.winHistory());
    }

    private static void assertWeighs(
            WeightedValue group, String name, long opportunities, String value, String weighted) {
        assertEquals(name, group.group());
        assertEquals(opportunities, group.opportunities());
        assertEquals(eur(value), group.value());
        assertEquals(eur(weighted), rounded(group.weighted()));
    }

    @Test
    void boundsTheWinRateByWilson() {
        // the 95 % Wilson interval of 17 of 67 is 0.16487913818578952 to 0.36929194539500092 (intervals.csv)
        WeightedValue total = WeightedPipeline.of(EUR, List.of(open("offer", 4, "67000")), A_QUARTER)
                .total();

        assertEquals(eur("11046.90"), rounded(total.low()));
        assertEquals(eur("24742.56"), rounded(total.high()));
    }

    @Test
    void addsUpEntriesOfTheSameGroupInTheOrderOfTheFirst() {
        List<OpenValue> open = List.of(open("offer", 1, "10"), open("contract", 1, "5"), open("offer", 2, "20.50"));
        List<WeightedValue> groups = WeightedPipeline.of(EUR, open, A_QUARTER).groups();

        assertEquals("offer", groups.get(0).group());
        assertEquals(3, groups.get(0).opportunities());
        assertEquals(eur("30.5"), groups.get(0).value());
        assertEquals("contract", groups.get(1).group());
        assertEquals(2, groups.size());
    }

    @Test
    void weighsByTheTwoCountsAndNotByAnInexactRate() {
        WeightedValue third = WeightedPipeline.of(EUR, List.of(open("offer", 1, "3.00")), Proportion.of(1, 3))
                .total();

        assertEquals(Optional.of(eur("1")), third.weighted());
    }

    @Test
    void hasNoWeightedValueWithoutHistory() {
        WeightedPipeline pipeline = WeightedPipeline.of(EUR, List.of(open("offer", 4, "67000")), Proportion.of(0, 0));

        assertEquals(eur("67000"), pipeline.total().value());
        assertEquals(Optional.empty(), pipeline.total().weighted());
        assertEquals(Optional.empty(), pipeline.total().low());
        assertEquals(Optional.empty(), pipeline.total().high());
        assertEquals(Optional.empty(), pipeline.groups().get(0).weighted());
        assertEquals(Set.of(Caveat.SMALL_SAMPLE), pipeline.caveats());
    }

    @Test
    void isWorthNothingWithoutOpenDeals() {
        WeightedPipeline pipeline = WeightedPipeline.of(EUR, List.of(), A_QUARTER);

        assertEquals(List.of(), pipeline.groups());
        assertEquals(0, pipeline.total().opportunities());
        assertEquals(Optional.of(Amount.zero(EUR)), pipeline.total().weighted());
    }

    @Test
    void warnsOfFewerThanThirtySettledDeals() {
        assertEquals(
                Set.of(Caveat.SMALL_SAMPLE),
                WeightedPipeline.of(EUR, List.of(), Proportion.of(7, 29)).caveats());
        assertEquals(
                Set.of(),
                WeightedPipeline.of(EUR, List.of(), Proportion.of(7, 30)).caveats());
    }

    @Test
    void refusesAnotherCurrency() {
        OpenValue dollars = new OpenValue("offer", 1, new Amount(BigDecimal.TEN, Currency.getInstance("USD")));

        assertEquals(
                "amounts must share one currency: first = EUR, second = USD",
                refusal(() -> WeightedPipeline.of(EUR, List.of(dollars), A_QUARTER)));
        assertEquals(
                "amounts must share one currency: first = EUR, second = USD",
                refusal(() -> WeightedPipeline.of(EUR, List.of(open("offer", 1, "5"), dollars), A_QUARTER)));
    }

    @Test
    void refusesNegativeDealsAndValues() {
        assertEquals(
                "opportunities must not be negative: group = offer, opportunities = -1",
                refusal(() -> open("offer", -1, "5")));
        assertEquals(new BigDecimal("-5"), open("offer", 1, "-5").value().value());
        assertEquals(
                "opportunities must not be negative: group = offer, opportunities = -1",
                refusal(() -> new WeightedValue(
                        "offer", -1, eur("5"), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private static OpenValue open(String group, long opportunities, String value) {
        return new OpenValue(group, opportunities, eur(value));
    }

    private static Amount eur(String value) {
        return new Amount(new BigDecimal(value), EUR);
    }

    private static Amount rounded(Optional<Amount> amount) {
        return amount.orElseThrow().rounded(RoundingMode.HALF_EVEN);
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
