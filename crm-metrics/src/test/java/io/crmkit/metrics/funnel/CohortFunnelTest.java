package io.crmkit.metrics.funnel;

import static io.crmkit.metrics.funnel.Outcome.LOST;
import static io.crmkit.metrics.funnel.Outcome.OPEN;
import static io.crmkit.metrics.funnel.Outcome.WON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortFunnelTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = day(100);
    private static final Funnel SALE = Funnel.of("call", "meeting", "quote", "contract");
    private static final String STEPS = "cmqk";

    private static Instant day(long days) {
        return START.plus(days, ChronoUnit.DAYS);
    }

    /** Reads "a: c0 m10 q20 k30" as a call on day 0, a meeting on day 10, a quote on day 20, a contract on day 30. */
    private static List<StepEntry> entries(String... ways) {
        List<StepEntry> entries = new ArrayList<>();
        for (String way : ways) {
            List<String> words = List.of(way.split(" +"));
            String unit = words.get(0).replace(":", "");
            for (String word : words.subList(1, words.size())) {
                String step = SALE.steps().get(STEPS.indexOf(word.charAt(0)));
                entries.add(new StepEntry(unit, step, day(Long.parseLong(word.substring(1)))));
            }
        }
        return entries;
    }

    private static final List<StepEntry> FOUR = entries("a: c0 m10 q20 k30", "b: c0 q20 k30", "c: c0 m10", "d: m10");
    private static final Map<String, Instant> C_IS_LOST = Map.of("c", day(40));

    private static CohortReport report(CohortDefinition definition, List<StepEntry> entries) {
        return CohortFunnel.of(SALE, definition).report(entries, C_IS_LOST, NOW);
    }

    private static String counts(CohortReport report) {
        StringBuilder counts = new StringBuilder();
        for (CohortStep step : report.steps()) {
            counts.append(step.conversion().numerator())
                    .append('/')
                    .append(step.conversion().denominator())
                    .append(' ');
        }
        return counts + "overall " + report.overall().conversion().numerator() + '/'
                + report.overall().conversion().denominator();
    }

    @Test
    void countsTheWorkedExampleOfTheDefinitions() {
        assertEquals("2/3 1/2 1/1 overall 1/3", counts(report(CohortDefinition.strict(), FOUR)));
        assertEquals("3/3 1/3 2/2 overall 2/3", counts(report(CohortDefinition.any(), FOUR)));
        assertEquals("4/4 2/4 2/2 overall 2/4", counts(report(CohortDefinition.imputed(), FOUR)));
    }

    @Test
    void countsTheWorkedExampleOfTheArrivals() {
        List<StepEntry> back = entries("a: c0 m10 c20 m50");
        CohortDefinition strict = CohortDefinition.strict();

        assertEquals("1/1", callToMeeting(strict, back));
        assertEquals("1/1", callToMeeting(strict.counting(Counting.LAST_ENTRY), back));
        assertEquals("2/2", callToMeeting(strict.counting(Counting.EVERY_ENTRY), back));
        assertEquals("1/1", callToMeeting(strict.within(14), back));
        assertEquals("0/1", callToMeeting(strict.counting(Counting.LAST_ENTRY).within(14), back));
        assertEquals("1/2", callToMeeting(strict.counting(Counting.EVERY_ENTRY).within(14), back));
    }

    private static String callToMeeting(CohortDefinition definition, List<StepEntry> entries) {
        Conversion conversion = report(definition, entries).steps().get(0).conversion();
        return conversion.numerator() + "/" + conversion.denominator();
    }

    @Test
    void keepsTheLostInTheDenominatorAndCountsBackAndForthOnce() {
        // Frappe CRM counts moves into a stage of whatever is not lost: two meetings here, and no c
        List<StepEntry> entries = entries("a: c0 m1 c2 m3", "c: c0 m1");
        CohortStep toQuote = report(CohortDefinition.strict(), entries).steps().get(1);

        assertEquals(2, toQuote.conversion().denominator());
        assertEquals(List.of("c"), toQuote.units(LOST));
        assertEquals(List.of("a"), toQuote.units(OPEN));
        assertEquals(List.of(), toQuote.units(WON));
    }

    @Test
    void namesTheUnitsBehindEachCount() {
        CohortStep toQuote = report(CohortDefinition.imputed(), FOUR).steps().get(1);

        assertEquals(
                List.of(
                        new StepTrial("a", day(10), WON, day(20)),
                        new StepTrial("c", day(10), LOST, day(40)),
                        new StepTrial("d", day(10), OPEN, NOW),
                        new StepTrial("b", day(20), WON, day(20))),
                toQuote.trials());
        assertEquals(List.of("a", "b"), toQuote.units(WON));
        assertEquals(10, toQuote.trials().get(0).days());
    }

    @Test
    void imputesWhatAMoveAheadSkips() {
        assertEquals("1/1 1/1 1/1 overall 1/1", counts(report(CohortDefinition.imputed(), entries("a: k5"))));
        assertEquals("1/1 1/1 0/1 overall 0/1", counts(report(CohortDefinition.imputed(), entries("a: q5 c9"))));
        CohortDefinition every = CohortDefinition.imputed().counting(Counting.EVERY_ENTRY);
        assertEquals("2/2 2/2 2/2 overall 2/2", counts(report(every, entries("a: k5 c9 k12"))));
    }

    @Test
    void wantsEveryStepInOrderWhereStrict() {
        assertEquals("0/1 0/0 0/0 overall 0/1", counts(report(CohortDefinition.strict(), entries("a: m1 q2 k3 c4"))));
        assertEquals("1/1 0/1 0/0 overall 0/1", counts(report(CohortDefinition.strict(), entries("a: q1 c2 m3"))));
        assertEquals(
                "1/1 1/1 1/1 overall 1/1", counts(report(CohortDefinition.strict(), entries("a: c1 q2 m3 q4 k5"))));
        assertEquals("0/0 0/1 1/1 overall 0/0", counts(report(CohortDefinition.any(), entries("a: q1 k2 m3"))));
    }

    @Test
    void measuresTheWindowFromTheArrivalItsEndIncluded() {
        List<StepEntry> slow = entries("a: c0 m60 q119 k120");
        CohortReport report = report(CohortDefinition.strict().within(60), slow.subList(0, 3));
        CohortReport whole =
                CohortFunnel.of(SALE, CohortDefinition.strict().within(60)).report(slow, Map.of(), day(200));

        assertEquals("1/1 0/1 0/0 overall 0/1", counts(report));
        assertEquals(List.of("a"), report.steps().get(1).units(OPEN), "the window of the meeting runs until day 120");
        assertEquals(List.of("a"), report.overall().units(LOST), "that of the call has run out");
        assertEquals(day(60), report.overall().trials().get(0).settled());
        assertEquals("1/1 1/1 1/1 overall 0/1", counts(whole));
    }

    @Test
    void takesArrivalsOfOneMomentInTheOrderOfTheSteps() {
        assertEquals("1/1 1/1 1/1 overall 1/1", counts(report(CohortDefinition.strict(), entries("a: k5 q5 m5 c5"))));
    }

    @Test
    void countsAnEntryGivenTwiceOnce() {
        CohortDefinition every = CohortDefinition.any().counting(Counting.EVERY_ENTRY);

        assertEquals("0/1 0/0 0/0 overall 0/1", counts(report(every, entries("a: c5", "a: c5"))));
    }

    @Test
    void leavesOutWhatHappenedAfterTheMomentOfTheReport() {
        CohortFunnel funnel = CohortFunnel.of(SALE, CohortDefinition.strict());
        CohortReport early = funnel.report(FOUR, C_IS_LOST, day(15));

        assertEquals("2/3 0/2 0/0 overall 0/3", counts(early));
        assertEquals(List.of("a", "c"), early.steps().get(1).units(OPEN), "c is lost on day 40 only");
        assertEquals(day(15), early.steps().get(1).trials().get(0).settled());
        assertEquals(day(15), early.asOf());
        assertEquals(CohortDefinition.strict(), early.definition());
    }

    @Test
    void forgivesALossOnceTheUnitGoesOn() {
        CohortFunnel funnel = CohortFunnel.of(SALE, CohortDefinition.strict());
        CohortReport reopened = funnel.report(entries("a: c0 m10"), Map.of("a", day(5)), NOW);
        CohortReport lostBefore = funnel.report(entries("a: c10"), Map.of("a", day(5)), NOW);

        assertEquals(List.of("a"), reopened.steps().get(0).units(WON));
        assertEquals(List.of("a"), lostBefore.steps().get(0).units(OPEN), "it came back after its loss");
    }

    @Test
    void endsAVisitWhereTheNextOneBegins() {
        CohortDefinition every = CohortDefinition.strict().counting(Counting.EVERY_ENTRY);
        CohortStep step = report(every, entries("a: c0 c30 m31")).steps().get(0);

        assertEquals(
                List.of(new StepTrial("a", day(0), LOST, day(30)), new StepTrial("a", day(30), WON, day(31))),
                step.trials());
        assertEquals(List.of("a"), step.units(WON));
        CohortStep lost = report(every, entries("c: c35 c50")).steps().get(0);
        assertEquals(day(40), lost.trials().get(0).settled(), "the loss came before the next visit");
        assertEquals(OPEN, lost.trials().get(1).outcome(), "and the next visit after the loss");
    }

    @Test
    void countsOnlyThoseWhoArrivedInThePeriod() {
        Period firstDays = new Period(day(0), day(10));
        CohortReport report = CohortFunnel.of(SALE, CohortDefinition.strict())
                .enteredIn(firstDays)
                .report(FOUR, C_IS_LOST, NOW);

        assertEquals("2/3 0/0 0/0 overall 1/3", counts(report));
    }

    @Test
    void raisesTheCaveatsItNames() {
        List<StepEntry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            // 35 of 40 go on; 4 of the 35 after more than 20 days
            String way = "u" + i + ": c" + (i < 35 ? "0 m" + (i < 4 ? 30 : 20) : "99");
            entries.addAll(entries(way));
        }
        CohortStep open = report(CohortDefinition.strict(), entries).steps().get(0);
        CohortStep late =
                report(CohortDefinition.strict().within(20), entries).steps().get(0);
        CohortStep most = report(CohortDefinition.strict().within(20), entries.subList(2, entries.size()))
                .steps()
                .get(0);

        assertEquals(Set.of(Caveat.CENSORED_SHARE_HIGH), open.conversion().caveats());
        assertEquals(
                Set.of(Caveat.CENSORED_SHARE_HIGH, Caveat.WINDOW_SHORT),
                late.conversion().caveats());
        assertEquals(Set.of(Caveat.CENSORED_SHARE_HIGH), most.conversion().caveats(), "3 of 34 is less than a tenth");
        assertEquals(
                Set.of(Caveat.SMALL_SAMPLE),
                report(CohortDefinition.strict(), entries("a: c0 m1"))
                        .steps()
                        .get(0)
                        .conversion()
                        .caveats());
    }

    @Test
    void drawsTheCurveOfAStep() {
        CohortStep toQuote = report(CohortDefinition.imputed(), FOUR).steps().get(1);

        assertEquals(0.25, toQuote.curve().conversionAt(0).orElseThrow().rate(), "b at the moment of its arrival");
        assertEquals(0.5, toQuote.curve().conversionAt(10).orElseThrow().rate());
        assertEquals(OptionalDouble.of(0), toQuote.curve().medianTime());
        assertEquals(4, toQuote.curve().conversionAt(10).orElseThrow().units());
    }

    @Test
    void drawsTheCurveOfTheLatestDaysAndSeesDrift() {
        List<StepEntry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            entries.addAll(entries("old" + i + ": c0" + (i < 30 ? " m5" : "")));
            entries.addAll(entries("new" + i + ": c90" + (i < 10 ? " m95" : "")));
        }
        CohortStep step = report(CohortDefinition.strict(), entries).steps().get(0);
        CurvePoint recent =
                step.recentCurve(Duration.ofDays(20), NOW).conversionAt(9).orElseThrow();

        assertEquals(0.25, recent.rate());
        assertEquals(0.5, step.curve().conversionAt(9).orElseThrow().rate());
        assertTrue(recent.caveats().contains(Caveat.DRIFT));
        assertTrue(!step.recentCurve(Duration.ofDays(101), NOW)
                .conversionAt(9)
                .orElseThrow()
                .caveats()
                .contains(Caveat.DRIFT));
        assertEquals("latest must be positive: latest = PT0S", refusal(() -> step.recentCurve(Duration.ZERO, NOW)));
    }

    @Test
    void hasNoRateWhereNobodyArrived() {
        CohortReport nobody = report(CohortDefinition.strict(), List.of());

        assertEquals("0/0 0/0 0/0 overall 0/0", counts(nobody));
        assertEquals(OptionalDouble.empty(), nobody.overall().conversion().rate());
        assertEquals(List.of(), nobody.overall().curve().steps());
        assertEquals(
                List.of(), nobody.overall().recentCurve(Duration.ofDays(1), NOW).steps());
    }

    @Test
    void refusesStepsItDoesNotKnowAllAtOnce() {
        List<StepEntry> strange = List.of(
                new StepEntry("a", "demo", NOW), new StepEntry("a", "call", NOW), new StepEntry("b", "audit", NOW));

        assertEquals(
                "entries must name steps of the funnel: unknown = [audit, demo], steps = [call, meeting, quote,"
                        + " contract]",
                refusal(() -> report(CohortDefinition.strict(), strange)));
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "-3, PT-72H"})
    void refusesAWindowThatIsNone(int days, String shown) {
        assertEquals(
                "window must be positive: window = " + shown,
                refusal(() -> CohortDefinition.any().within(days)));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertEquals(
                "lineage must be strict, any or imputed: lineage = PERIOD_RATIO",
                refusal(() -> new CohortDefinition(
                        Definition.PERIOD_RATIO, Counting.FIRST_ENTRY, java.util.Optional.empty())));
        assertEquals(
                "unit must not be blank: step = call, at = 2026-01-01T00:00:00Z",
                refusal(() -> new StepEntry(" ", "call", START)));
        assertEquals(
                "settled must not be before entered: entered = 2026-01-01T00:00:00Z, settled = 2025-12-31T00:00:00Z",
                refusal(() -> new StepTrial("a", START, WON, day(-1))));
        Conversion conversion =
                new Conversion("call", "meeting", 1, 2, Definition.COHORT_STRICT, Set.of(Caveat.SMALL_SAMPLE));
        assertEquals(
                "the conversion must count its trials: conversion = 1 of 2, trials = 1 of 1",
                refusal(() -> new CohortStep(conversion, List.of(new StepTrial("a", START, WON, START)))));
    }

    /** A random way of few units through the steps: unit, step and day of each arrival are packed into a number. */
    private static List<StepEntry> ways(List<Integer> codes) {
        return codes.stream()
                .map(code -> new StepEntry("u" + code % 5, SALE.steps().get(code / 5 % 4), day(code / 20)))
                .toList();
    }

    @Property(tries = 500)
    void followsTheSameWaysInAnyOrderOfTheEntries(
            @ForAll @Size(max = 40) List<@IntRange(max = 799) Integer> codes,
            @ForAll Definition definition,
            @ForAll Counting counting,
            @ForAll Random random) {
        if (!definition.isByLineage()) {
            return;
        }
        CohortDefinition way = new CohortDefinition(definition, counting, java.util.Optional.empty());
        List<StepEntry> shuffled = new ArrayList<>(ways(codes));
        Collections.shuffle(shuffled, random);

        assertEquals(report(way, ways(codes)), report(way, shuffled));
    }

    @Property(tries = 500)
    void countsOfImputedAndStrictFallFromStepToStep(@ForAll @Size(max = 40) List<@IntRange(max = 799) Integer> codes) {
        for (CohortDefinition definition : List.of(CohortDefinition.strict(), CohortDefinition.imputed())) {
            List<CohortStep> steps = report(definition, ways(codes)).steps();
            for (int i = 1; i < steps.size(); i++) {
                assertEquals(
                        steps.get(i - 1).conversion().numerator(),
                        steps.get(i).conversion().denominator());
            }
        }
    }

    @Property(tries = 500)
    void agreesWithSetsOfUnitsWhereImputed(@ForAll @Size(max = 40) List<@IntRange(max = 799) Integer> codes) {
        Map<String, Integer> furthest = new TreeMap<>();
        for (StepEntry entry : ways(codes)) {
            furthest.merge(entry.unit(), SALE.steps().indexOf(entry.step()), Math::max);
        }
        List<CohortStep> steps = report(CohortDefinition.imputed(), ways(codes)).steps();
        for (int i = 0; i < steps.size(); i++) {
            int step = i;
            assertEquals(
                    furthest.values().stream().filter(far -> far > step).count(),
                    steps.get(i).conversion().numerator());
        }
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
