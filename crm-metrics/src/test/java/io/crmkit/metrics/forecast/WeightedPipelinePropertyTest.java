package io.crmkit.metrics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Proportion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WeightedPipelinePropertyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Property
    void groupsAddUpToTheTotal(@ForAll("open") List<OpenValue> open, @ForAll("histories") Proportion history) {
        WeightedPipeline pipeline = WeightedPipeline.of(EUR, open, history);

        assertEquals(
                pipeline.total().opportunities(),
                pipeline.groups().stream()
                        .mapToLong(WeightedValue::opportunities)
                        .sum());
        assertEquals(
                pipeline.total().value().value().doubleValue(), sum(pipeline, group -> Optional.of(group.value())));
        assertEquals(plain(pipeline.total().weighted()), sum(pipeline, WeightedValue::weighted), 1e-6);
        assertEquals(plain(pipeline.total().low()), sum(pipeline, WeightedValue::low), 1e-6);
        assertEquals(plain(pipeline.total().high()), sum(pipeline, WeightedValue::high), 1e-6);
    }

    @Property
    void weightedValueLiesBetweenItsBounds(
            @ForAll("open") List<OpenValue> open, @ForAll("histories") Proportion history) {
        WeightedValue total = WeightedPipeline.of(EUR, open, history).total();

        assertTrue(plain(total.low()) <= plain(total.weighted()));
        assertTrue(plain(total.weighted()) <= plain(total.high()));
        assertTrue(plain(total.high()) <= total.value().value().doubleValue());
    }

    @Property
    void orderOfDealsDoesNotMatterToTheTotal(
            @ForAll("open") List<OpenValue> open, @ForAll("histories") Proportion history) {
        List<OpenValue> reversed = new ArrayList<>(open);
        Collections.reverse(reversed);

        assertEquals(
                WeightedPipeline.of(EUR, open, history).total(),
                WeightedPipeline.of(EUR, reversed, history).total());
    }

    private static double sum(WeightedPipeline pipeline, Function<WeightedValue, Optional<Amount>> part) {
        return pipeline.groups().stream()
                .map(group -> part.apply(group).orElseThrow().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private static double plain(Optional<Amount> amount) {
        return amount.orElseThrow().value().doubleValue();
    }

    @Provide
    Arbitrary<List<OpenValue>> open() {
        Arbitrary<BigDecimal> values = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000000"))
                .ofScale(2);
        return Combinators.combine(
                        Arbitraries.of("offer", "contract", "demo"),
                        Arbitraries.longs().between(0, 50),
                        values)
                .as((group, opportunities, value) -> new OpenValue(group, opportunities, new Amount(value, EUR)))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Proportion> histories() {
        return Arbitraries.longs()
                .between(1, 500)
                .flatMap(settled -> Arbitraries.longs().between(0, settled).map(won -> Proportion.of(won, settled)));
    }
}
