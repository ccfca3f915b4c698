package io.crmkit.metrics.team;

import static io.crmkit.metrics.team.TeamFixture.refusal;
import static io.crmkit.metrics.team.TeamFixture.team;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.team.StepBenchmark.Given;
import io.crmkit.metrics.team.StepBenchmark.PreviousPeriod;
import io.crmkit.metrics.team.StepBenchmark.UpperQuartile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WeakestStepTest {

    private static final Proportion MEETINGS = Proportion.of(267, 534);
    private static final Proportion QUOTES = Proportion.of(67, 267);
    private static final Proportion CONTRACTS = Proportion.of(17, 67);

    private static WeakestStep weakest(StepStanding... steps) {
        return WeakestStep.of(List.of(steps), 17, OptionalDouble.of(340_000));
    }

    @Test
    void isNotTheStepOfTheLowestRate() {
        StepStanding calls = StepStanding.of("call", MEETINGS, new Given(0.62));
        WeakestStep answer = weakest(
                calls,
                StepStanding.of("meeting", QUOTES, new Given(0.25)),
                StepStanding.of("quote", CONTRACTS, new Given(0.26)));

        assertEquals(Optional.of(calls), answer.weakest());
        assertEquals(Optional.empty(), answer.reason());
        assertEquals(0.24, calls.lift().orElseThrow(), 1e-12);
        assertEquals(17 * 0.24, answer.extraContracts(calls).orElseThrow(), 1e-9);
        assertEquals(340_000 * 0.24, answer.extraValue(calls).orElseThrow(), 1e-6);
        assertTrue(calls.probabilityBelow().orElseThrow() > 0.999);
    }

    @Test
    void isIndeterminateWithoutAnyBenchmark() {
        StepStanding alone = new StepStanding("call", MEETINGS, Optional.empty(), OptionalDouble.of(3));
        WeakestStep answer = weakest(alone);

        assertEquals(Optional.empty(), answer.weakest());
        assertEquals(Optional.of(WeakestStep.Reason.INDETERMINATE), answer.reason());
        assertEquals(OptionalDouble.empty(), answer.extraContracts(alone));
        assertEquals(OptionalDouble.empty(), answer.extraValue(alone));
        assertEquals("no weakest step", answer.explain().answer());
    }

    @Test
    void namesNoStepWhereNoneIsClearlyBelow() {
        // 17 of 67 against 26 %: a coin flip
        WeakestStep answer = weakest(StepStanding.of("quote", CONTRACTS, new Given(0.26)));

        assertEquals(Optional.of(WeakestStep.Reason.NONE_CLEARLY_BELOW), answer.reason());
    }

    @Test
    void takesAnEarlierPeriodForAsUncertainAsItIs() {
        StepStanding sure = StepStanding.of("quote", CONTRACTS, new Given(0.4));
        StepStanding unsure = StepStanding.of("quote", CONTRACTS, new PreviousPeriod(Proportion.of(2, 5)));

        assertTrue(sure.probabilityBelow().orElseThrow() > 0.98);
        assertTrue(unsure.probabilityBelow().orElseThrow() < 0.9);
        assertEquals(2.5 / 6, new PreviousPeriod(Proportion.of(2, 5)).target(), 1e-15);
    }

    @Test
    void holdsAStepAgainstTheUpperQuartileOfTheTeam() {
        // far apart and many trials, so that next to nothing is shrunk: 0.1, 0.2, 0.3, 0.4, 0.5
        List<SellerCount> sellers = team("1000/10000 2000/10000 3000/10000 4000/10000 5000/10000 0/0");

        assertEquals(0.4, new UpperQuartile(sellers).target(), 1e-3);
        assertEquals(
                0.35,
                new UpperQuartile(team("1000/10000 2000/10000 3000/10000 4000/10000")).target() + 0.025,
                1e-3,
                "between the third and the fourth");
        // equal sellers have no upper quartile to speak of
        assertEquals(0.25, new UpperQuartile(team("5/20 5/20 5/20 5/20 5/20 5/20 5/20 5/20")).target(), 1e-12);
    }

    @Test
    void knowsNothingOfAStepWithoutTrials() {
        StepStanding nothing = StepStanding.of("quote", Proportion.of(0, 0), new Given(0.6));

        assertEquals(0.5, nothing.rate(), 1e-15);
        assertTrue(nothing.probabilityBelow().orElseThrow() < 0.9);
        assertEquals(Optional.empty(), weakest(nothing).weakest());
    }

    @Test
    void liftsNothingThatIsAboveItsBenchmark() {
        assertEquals(
                OptionalDouble.of(0),
                StepStanding.of("call", MEETINGS, new Given(0.3)).lift());
    }

    @Test
    void explainsEachStep() {
        StepStanding call = new StepStanding("call", MEETINGS, Optional.of(new Given(0.62)), OptionalDouble.of(2.5));
        Explanation why = weakest(call).explain();

        assertEquals("call is the weakest step", why.answer());
        assertEquals(OptionalDouble.of(0.5), why.term("call: rate"));
        assertEquals(OptionalDouble.of(0.62), why.term("call: target"));
        assertEquals(call.probabilityBelow(), why.term("call: probability of being below"));
        assertEquals(17 * 0.24, why.term("call: extra contracts").orElseThrow(), 1e-9);
        assertEquals(81_600, why.term("call: extra value").orElseThrow(), 1e-6);
        assertEquals(OptionalDouble.of(2.5), why.term("call: median days"));
        assertEquals(7, call.explain().terms().size());
        assertEquals(OptionalDouble.of(534), call.explain().term("trials"));
        assertEquals(OptionalDouble.of(0.62), call.explain().term("target"));
    }

    @Test
    void leavesTheValueOutWhereItIsNotKnown() {
        StepStanding call = StepStanding.of("call", MEETINGS, new Given(0.62));
        WeakestStep answer = WeakestStep.of(List.of(call), 17, OptionalDouble.empty());

        assertEquals(OptionalDouble.empty(), answer.extraValue(call));
        assertEquals(OptionalDouble.empty(), answer.explain().term("call: extra value"));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertEquals("steps must be at least one: steps = []", refusal(() -> weakest()));
        StepStanding call = StepStanding.of("call", MEETINGS, new Given(0.62));
        assertEquals(
                "contracts and value must be finite and not negative: contracts = -1, value = 0.0",
                refusal(() -> WeakestStep.of(List.of(call), -1, OptionalDouble.empty())));
        assertEquals(
                "contracts and value must be finite and not negative: contracts = 1, value = NaN",
                refusal(() -> WeakestStep.of(List.of(call), 1, OptionalDouble.of(Double.NaN))));
        assertEquals("target must be greater than 0 and at most 1: target = 0.0", refusal(() -> new Given(0)));
        assertEquals("target must be greater than 0 and at most 1: target = 1.1", refusal(() -> new Given(1.1)));
        assertEquals(
                "counts must have a trial: counts = 0 of 0", refusal(() -> new PreviousPeriod(Proportion.of(0, 0))));
        assertEquals(
                "medianDays must be finite and not negative: step = call, medianDays = -1.0",
                refusal(() -> new StepStanding("call", MEETINGS, Optional.empty(), OptionalDouble.of(-1))));
        assertEquals(
                "sellers must be at least two, or there is nobody to compare with: sellers = 1",
                refusal(() -> new UpperQuartile(team("1/2"))));
    }
}
