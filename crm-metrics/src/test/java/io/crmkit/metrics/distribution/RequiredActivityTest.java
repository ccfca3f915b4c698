package io.crmkit.metrics.distribution;

import static io.crmkit.metrics.ReferenceFile.number;
import static io.crmkit.metrics.ReferenceFile.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.distribution.RequiredActivity.Attainable;
import io.crmkit.metrics.distribution.RequiredActivity.Unattainable;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredActivityTest {

    private static final ThinningChain RATE = ThinningChain.ofKnownRates(17 / 534.0);
    private static final ThinningChain SEEN =
            ThinningChain.ofCounts(Proportion.of(267, 534), Proportion.of(67, 267), Proportion.of(17, 67));

    @Test
    void agreesWithExactFractions() throws IOException {
        for (Map<String, String> row : rows("required_activities.csv")) {
            ThinningChain chain = ThinningChain.ofKnownRates(number(row, "p_num") / number(row, "p_den"));
            ActivityGoal goal = ActivityGoal.of((long) number(row, "quota"), number(row, "level"))
                    .within(1_000_000);
            assertEquals((long) number(row, "min_n"), activities(chain, goal), row.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 524", "0.8, 637", "0.9, 702", "0.95, 760"})
    void needsMoreThanTheQuotientToBeSure(double probability, long calls) {
        assertEquals(calls, activities(RATE, ActivityGoal.of(17, probability)));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 22", "0.8, 51", "0.9, 73", "0.95, 95"})
    void needsOneContractOfOneSeller(double probability, long calls) {
        assertEquals(calls, activities(ThinningChain.ofKnownRates(0.5, 0.25, 0.25), ActivityGoal.of(1, probability)));
    }

    @Test
    void needsMoreWhereTheRatesAreUncertain() {
        long known = activities(SEEN.plugIn(), ActivityGoal.of(17, 0.9));
        long uncertain = activities(SEEN, ActivityGoal.of(17, 0.9));
        assertTrue(uncertain > known + 100, uncertain + " against " + known);
        assertTrue(SEEN.contracts(uncertain).atLeast(17) >= 0.9);
        assertTrue(SEEN.contracts(uncertain - 1).atLeast(17) < 0.9);
    }

    @Test
    void needsFewerWhereContractsAreUnderWay() {
        CountDistribution underWay = CountDistribution.binomial(20, 0.25);
        ActivityGoal goal = ActivityGoal.of(17, 0.8).given(underWay);
        long calls = activities(RATE, goal);
        assertTrue(calls < 637);
        assertTrue(underWay.plus(RATE.contracts(calls)).atLeast(17) >= 0.8);
        assertTrue(underWay.plus(RATE.contracts(calls - 1)).atLeast(17) < 0.8);
    }

    @Test
    void needsNothingWhereTheQuotaIsReachedAlready() {
        assertEquals(new Attainable(0, 1), RequiredActivity.of(RATE, ActivityGoal.of(0, 0.9)));
        assertEquals(new Attainable(0, 1), RequiredActivity.of(RATE, ActivityGoal.of(-3, 0.9)));
        assertEquals(
                new Attainable(0, 1),
                RequiredActivity.of(RATE, ActivityGoal.of(5, 0.9).given(CountDistribution.point(5))));
    }

    @Test
    void countsAnExactTieAsReached() {
        assertEquals(1, activities(ThinningChain.ofKnownRates(0.9), ActivityGoal.of(1, 0.9)));
        assertEquals(17, activities(new ThinningChain(java.util.List.of()), ActivityGoal.of(17, 0.9)));
    }

    @Test
    void saysWhyItIsUnattainable() {
        assertEquals(
                new Unattainable("no activity becomes a contract: the rate of a step is 0, and what is under way does"
                        + " not reach 3"),
                RequiredActivity.of(ThinningChain.ofKnownRates(0.5, 0), ActivityGoal.of(3, 0.5)));
        assertEquals(
                new Unattainable("even 500 activities reach 17 with a probability of 0.4257 only, not 0.8"),
                RequiredActivity.of(RATE, ActivityGoal.of(17, 0.8).within(500)));
        assertEquals(
                new Unattainable("even 0 activities reach 1 with a probability of 0.000 only, not 0.8"),
                RequiredActivity.of(RATE, ActivityGoal.of(1, 0.8).within(0)));
    }

    @Test
    void spreadsOverTheWeeksThatAreLeft() {
        Attainable answer = new Attainable(637, 0.8);
        assertEquals(80, answer.perWeek(8));
        assertEquals(91, answer.perWeek(7));
        assertEquals(
                "workingWeeks must be greater than zero: workingWeeks = 0",
                assertThrows(IllegalArgumentException.class, () -> answer.perWeek(0))
                        .getMessage());
    }

    @Test
    void namesWhatIsWrong() {
        assertEquals(
                "probability must be strictly between 0 and 1: probability = 1.0",
                assertThrows(IllegalArgumentException.class, () -> ActivityGoal.of(1, 1))
                        .getMessage());
        assertEquals(
                "mostActivities must not be negative: mostActivities = -1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ActivityGoal.of(1, 0.5).within(-1))
                        .getMessage());
    }

    @Property
    void isTheLeastNumberAtKnownRates(
            @ForAll @IntRange(min = 1, max = 30) int quota,
            @ForAll @DoubleRange(min = 0.02, max = 0.99) double rate,
            @ForAll @DoubleRange(min = 0.02, max = 0.98) double probability) {
        isLeast(ThinningChain.ofKnownRates(rate), quota, probability);
    }

    @Property(tries = 50)
    void isTheLeastNumberAtUncertainRates(
            @ForAll @IntRange(min = 1, max = 8) int quota,
            @ForAll @IntRange(min = 3, max = 30) int first,
            @ForAll @IntRange(min = 3, max = 30) int second,
            @ForAll @DoubleRange(min = 0.05, max = 0.8) double probability) {
        isLeast(ThinningChain.ofCounts(Proportion.of(first, 40), Proportion.of(second, 35)), quota, probability);
    }

    private static void isLeast(ThinningChain chain, int quota, double probability) {
        Attainable answer = (Attainable) RequiredActivity.of(chain, ActivityGoal.of(quota, probability));
        double reached = chain.contracts(answer.activities()).atLeast(quota);

        assertEquals(reached, answer.probability(), 1e-12);
        assertTrue(reached >= probability - 1e-11);
        assertTrue(chain.contracts(answer.activities() - 1).atLeast(quota) < probability);
    }

    private static long activities(ThinningChain chain, ActivityGoal goal) {
        return ((Attainable) RequiredActivity.of(chain, goal)).activities();
    }
}
