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

    private static final Currency EURO = Currency.getInstance("EUR");

    private static OpenValue open(String group, long count, String value) {
        return new OpenValue(group, count, new Amount(new BigDecimal(value), EURO));
    }

    private static String rounded(Optional<Amount> amount) {
        return amount.orElseThrow().rounded(RoundingMode.HALF_EVEN).toString();
    }

    @Test
    void weightsEachGroupByTheShareThatWasWonBefore() {
        WeightedPipeline pipeline = WeightedPipeline.of(
                EURO, List.of(open("Offer", 2, "1000"), open("Lead", 3, "400.40")), Proportion.of(17, 67));
        WeightedValue offer = pipeline.groups().get(0);
        assertEquals("253.73 EUR", rounded(offer.weighted()));
        assertEquals("164.88 EUR", rounded(offer.low()));
        assertEquals("369.29 EUR", rounded(offer.high()));
        assertEquals(5, pipeline.total().count());
        assertEquals("355.33 EUR", rounded(pipeline.total().weighted()));
        assertEquals(Set.of(), pipeline.caveats());
        assertEquals(Proportion.of(17, 67), pipeline.winHistory());
    }

    @Test
    void expectsNothingWhereNothingWasEverDecided() {
        WeightedPipeline pipeline = WeightedPipeline.of(EURO, List.of(open("Lead", 1, "400")), Proportion.of(0, 0));
        assertEquals(Optional.empty(), pipeline.total().weighted());
        assertEquals(Optional.empty(), pipeline.total().low());
        assertEquals(Optional.empty(), pipeline.total().high());
        assertEquals(Set.of(Caveat.SMALL_SAMPLE), pipeline.caveats());
    }

    @Test
    void isWorthNothingWhenNothingIsOpen() {
        WeightedPipeline pipeline = WeightedPipeline.of(EURO, List.of(), Proportion.of(30, 30));
        assertEquals("0.00 EUR", rounded(pipeline.total().weighted()));
        assertEquals(List.of(), pipeline.groups());
    }

    @Test
    void refusesToAddTwoCurrencies() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> WeightedPipeline.of(
                        Currency.getInstance("USD"), List.of(open("Lead", 1, "400")), Proportion.of(1, 2)));
        assertEquals("amounts must share a currency: USD and EUR", refused.getMessage());
        assertEquals(
                "count of 'Lead' must not be negative: -1",
                assertThrows(IllegalArgumentException.class, () -> open("Lead", -1, "0"))
                        .getMessage());
    }
}
