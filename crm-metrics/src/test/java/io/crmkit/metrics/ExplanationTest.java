package io.crmkit.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.metrics.funnel.CohortDefinition;
import io.crmkit.metrics.funnel.CohortFunnel;
import io.crmkit.metrics.funnel.CohortStep;
import io.crmkit.metrics.funnel.Funnel;
import io.crmkit.metrics.funnel.KaplanMeier;
import io.crmkit.metrics.funnel.StepEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {

    @Test
    void readsAsLinesInTheOrderOfTheComputation() {
        assertEquals(
                """
                rate of 17 of 67
                  successes                            17
                  trials                               67
                  rate                                 0.253731
                  rate, level                          0.950000
                  rate, lower wilson                   0.164879
                  rate, upper wilson                   0.369292""",
                Proportion.of(17, 67)
                        .explain(IntervalMethod.WILSON, 0.95)
                        .toString()
                        .replace("\r\n", "\n"));
    }

    @Test
    void leavesOutWhatDoesNotExist() {
        Explanation nothing = Proportion.of(0, 0).explain(IntervalMethod.WILSON, 0.95);

        assertEquals(List.of(new Explanation.Term("successes", 0), new Explanation.Term("trials", 0)), nothing.terms());
        assertEquals(OptionalDouble.empty(), nothing.term("rate"));
        assertEquals(OptionalDouble.of(0), nothing.term("trials"));
    }

    @Test
    void explainsADifference() {
        RateDifference difference = new RateDifference(Proportion.of(56, 70), Proportion.of(48, 80));
        Explanation why = difference.explain(0.95);

        assertEquals("rate of 56 of 70 less rate of 48 of 80", why.answer());
        assertEquals(
                List.of(
                        "first rate",
                        "first rate, level",
                        "first rate, lower wilson",
                        "first rate, upper wilson",
                        "second rate",
                        "second rate, level",
                        "second rate, lower wilson",
                        "second rate, upper wilson",
                        "difference",
                        "difference, level",
                        "difference, lower newcombe",
                        "difference, upper newcombe"),
                why.terms().stream().map(Explanation.Term::name).toList());
        assertEquals(difference.value(), why.term("difference"));
    }

    @Test
    void explainsAConversionOfACohort() {
        List<StepEntry> entries = List.of(
                new StepEntry("a", "call", Instant.parse("2026-01-01T00:00:00Z")),
                new StepEntry("a", "meeting", Instant.parse("2026-01-03T12:00:00Z")),
                new StepEntry("b", "call", Instant.parse("2026-01-02T00:00:00Z")));
        CohortStep step = CohortFunnel.of(Funnel.of("call", "meeting"), CohortDefinition.any())
                .report(entries, Map.of(), Instant.parse("2026-02-01T00:00:00Z"))
                .overall();
        Explanation why = step.explain(0.9);

        assertEquals("conversion from call to meeting, cohort_any", why.answer());
        assertEquals(OptionalDouble.of(1), why.term("numerator: meeting"));
        assertEquals(OptionalDouble.of(2), why.term("denominator: call"));
        assertEquals(OptionalDouble.of(0.9), why.term("rate, level"));
        assertEquals(OptionalDouble.of(1), why.term("won trials"));
        assertEquals(OptionalDouble.of(0), why.term("lost trials"));
        assertEquals(OptionalDouble.of(1), why.term("open trials"));
        assertEquals(OptionalDouble.of(2.5), why.term("median days of those that went on"));
    }

    @Test
    void explainsAPointOfACurve() {
        Explanation why = KaplanMeier.of(new double[] {1, 2, 3}, new boolean[] {true, false, true})
                .conversionAt(2.5)
                .orElseThrow()
                .explain();

        assertEquals(OptionalDouble.of(2.5), why.term("horizon"));
        assertEquals(OptionalDouble.of(3), why.term("units"));
        assertEquals(OptionalDouble.of(1), why.term("at risk at the horizon"));
        assertEquals(1.0 / 3, why.term("censored share before the horizon").orElseThrow());
        assertEquals(1.0 / 3, why.term("rate").orElseThrow(), 1e-15);
        assertEquals(
                Math.sqrt(2.0 / 27), why.term("standard error").orElseThrow(), 1e-15, "the binomial error of 1 of 3");
        assertEquals(9, why.terms().size(), "six, and three for the interval");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoFigure(double value) {
        Explanation begun = Explanation.of("rate");

        assertEquals(
                "gap must be finite: gap = " + value,
                assertThrows(IllegalArgumentException.class, () -> begun.with("gap", value))
                        .getMessage());
    }
}
