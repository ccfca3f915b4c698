package io.crmkit.metrics.funnel;

import static io.crmkit.metrics.funnel.Outcome.LOST;
import static io.crmkit.metrics.funnel.Outcome.OPEN;
import static io.crmkit.metrics.funnel.Outcome.WON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import io.crmkit.metrics.ReferenceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.junit.jupiter.params.provider.ValueSource;

class CumulativeIncidenceTest {

    private static final double TOLERANCE = 1e-12;
    private static final Outcome[] BY_STATUS = {OPEN, WON, LOST};

    /** Units written as "3w 5l 7": won at 3, lost at 5, open at 7. */
    private static CumulativeIncidence curves(String units) {
        List<String> all = List.of(units.trim().split(" +"));
        double[] durations = new double[all.size()];
        Outcome[] outcomes = new Outcome[all.size()];
        for (int i = 0; i < durations.length; i++) {
            String unit = all.get(i);
            outcomes[i] = unit.endsWith("w") ? WON : unit.endsWith("l") ? LOST : OPEN;
            durations[i] = Double.parseDouble(unit.replaceAll("[wl]", ""));
        }
        return CumulativeIncidence.of(durations, outcomes);
    }

    @Test
    void countsTheWorkedExample() {
        CumulativeIncidence curves = curves("10w 20l 30w 25");

        assertEquals(
                List.of(0.25, 0.25, 0.25, 0.75),
                curves.steps().stream().map(IncidenceStep::wonShare).toList());
        assertEquals(0.25, curves.steps().get(3).lostShare());
        assertEquals(0, curves.steps().get(3).openShare());
        assertEquals(
                new IncidenceStep(
                        20,
                        3,
                        0,
                        1,
                        0,
                        0.25,
                        0.25,
                        step(curves, 1).wonError(),
                        step(curves, 1).lostError()),
                step(curves, 1));
    }

    private static IncidenceStep step(CumulativeIncidence curves, int index) {
        return curves.steps().get(index);
    }

    // R 4.2.2, survival 3.5-3: the set small12 of twelve units
    @ParameterizedTest
    @CsvSource({
        "0, 1, 12, 0.083333333333333329, 0,                    0.079785592313028189, 0",
        "1, 2, 11, 0.083333333333333329, 0.083333333333333329, 0.079785592313028189, 0.079785592313028189",
        "2, 3, 9,  0.1759259259259259,   0.083333333333333329, 0.11332877757862443,  0.079785592313028189"
    })
    void agreesWithR(int index, double time, long atRisk, double won, double lost, double wonError, double lostError) {
        IncidenceStep step = step(curves("1w 2l 2 3w 4w 4l 5 6l 7w 7w 8 10"), index);

        assertEquals(time, step.time());
        assertEquals(atRisk, step.atRisk());
        assertEquals(won, step.wonShare(), TOLERANCE);
        assertEquals(lost, step.lostShare(), TOLERANCE);
        assertEquals(1 - won - lost, step.openShare(), TOLERANCE);
        assertEquals(wonError, step.wonError(), TOLERANCE);
        assertEquals(lostError, step.lostError(), TOLERANCE);
    }

    @Test
    void agreesWithEveryReferenceRow() throws IOException {
        Map<String, StringBuilder> units = new TreeMap<>();
        for (Map<String, String> row : ReferenceFile.rows("survival_inputs.csv")) {
            char mark = " wl".charAt((int) ReferenceFile.number(row, "status"));
            units.computeIfAbsent(String.valueOf(row.get("set")), set -> new StringBuilder())
                    .append(row.get("time"))
                    .append(mark)
                    .append(' ');
        }
        Map<String, CumulativeIncidence> curves = new TreeMap<>();
        List<Map<String, String>> rows = ReferenceFile.rows("aalen_johansen.csv");
        double worst = 0;
        for (Map<String, String> row : rows) {
            String set = String.valueOf(row.get("set"));
            worst = Math.max(
                    worst, error(row, curves.computeIfAbsent(set, name -> curves(String.valueOf(units.get(name))))));
        }
        assertEquals(291, rows.size());
        assertEquals(0, worst, TOLERANCE);
    }

    private static double error(Map<String, String> row, CumulativeIncidence curves) {
        double time = ReferenceFile.number(row, "time");
        IncidenceStep step = curves.steps().stream()
                .filter(candidate -> candidate.time() == time)
                .findFirst()
                .orElseThrow();
        assertEquals(ReferenceFile.number(row, "n_risk"), step.atRisk());
        double worst = Math.abs(ReferenceFile.number(row, "p_open") - step.openShare());
        worst = Math.max(worst, Math.abs(ReferenceFile.number(row, "cif_won") - step.wonShare()));
        worst = Math.max(worst, Math.abs(ReferenceFile.number(row, "cif_lost") - step.lostShare()));
        worst = Math.max(worst, Math.abs(ReferenceFile.number(row, "se_won") - step.wonError()));
        return Math.max(worst, Math.abs(ReferenceFile.number(row, "se_lost") - step.lostError()));
    }

    @Test
    void saysLessThanKaplanMeierWhichTakesTheLostForOpen() {
        double[] days = {10, 20, 30, 25};
        KaplanMeier naive = KaplanMeier.of(days, new boolean[] {true, false, true, false});

        assertEquals(1, naive.conversionAt(30).orElseThrow().rate());
        assertEquals(
                0.75, curves("10w 20l 30w 25").conversionAt(30).orElseThrow().rate());
    }

    @Test
    void saysWhatIsKnownAtAHorizon() {
        CurvePoint point = curves("1w 2l 2 3w 4w 4l 5 6l 7w 7w 8 10")
                .shareAt(LOST, 4.5, 0.9)
                .orElseThrow();

        assertEquals(4.5, point.horizon());
        assertEquals(12, point.units());
        assertEquals(6, point.atRisk());
        assertEquals(1.0 / 12, point.censoredShare());
        assertEquals(Set.of(Caveat.SMALL_SAMPLE), point.caveats());
        Interval interval = point.interval().orElseThrow();
        assertEquals(IntervalMethod.INCIDENCE_LOG_LOG, interval.method());
        assertEquals(0.9, interval.level());
        // on the scale of the method both ends are 1.645 standard errors away
        double reach = 1.6448536269514722 * point.standardError().orElseThrow() / point.rate() / Math.log(point.rate());
        assertEquals(reach, logLog(point.rate()) - logLog(interval.lower()), 1e-12);
        assertEquals(-reach, logLog(point.rate()) - logLog(interval.upper()), 1e-12);
    }

    private static double logLog(double share) {
        return Math.log(-Math.log(share));
    }

    @Test
    void convertsNobodyBeforeTheFirstTimeAndSaysSoBeyondTheLast() {
        CurvePoint before = curves("5w 6l").conversionAt(4).orElseThrow();
        CurvePoint beyond = curves("5w 6l").conversionAt(7).orElseThrow();

        assertEquals(0, before.rate());
        assertEquals(2, before.atRisk());
        assertEquals(OptionalDouble.of(0), before.standardError());
        assertEquals(Optional.empty(), before.interval());
        assertEquals(0.5, beyond.rate());
        assertEquals(0, beyond.atRisk());
        assertTrue(beyond.caveats().contains(Caveat.EXTRAPOLATED));
        assertEquals(
                Optional.empty(), curves("5w 5w").conversionAt(5).orElseThrow().interval());
    }

    @Test
    void findsTheMedianTimeOfThoseWhoConvert() {
        assertEquals(OptionalDouble.of(3), curves("1w 3w 3l 9w 20l 20l").medianTime());
        assertEquals(OptionalDouble.of(2), curves("1w 2w 3w 4w").medianTime(), "half exactly is reached at 2");
        assertEquals(OptionalDouble.empty(), curves("1l 2").medianTime());
    }

    @Test
    void isEmptyWithoutUnits() {
        CumulativeIncidence nobody = CumulativeIncidence.of(new double[0], new Outcome[0]);

        assertEquals(List.of(), nobody.steps());
        assertEquals(Optional.empty(), nobody.conversionAt(30));
        assertEquals(OptionalDouble.empty(), nobody.medianTime());
    }

    @Test
    void followsAUnitFromItsEntryOn() {
        // of ages 0-10, 0-4 won, 5-8 won: at 4 two are at risk, at 8 two
        CumulativeIncidence curves =
                CumulativeIncidence.of(new double[] {0, 0, 5}, new double[] {10, 4, 8}, new Outcome[] {OPEN, WON, WON});

        assertEquals(
                List.of(2L, 2L, 1L),
                curves.steps().stream().map(IncidenceStep::atRisk).toList());
        assertEquals(0.5, step(curves, 0).wonShare());
        assertEquals(0.75, step(curves, 1).wonShare());
        assertEquals(1, curves.conversionAt(5).orElseThrow().atRisk(), "not at risk at the moment of entry");
        assertEquals(2, curves.conversionAt(5.5).orElseThrow().atRisk());
    }

    @Test
    void agreesWithItselfWhereLifetimesAreCutIntoPieces() {
        // at risk from 0 to 6 is the same as from 0 to 3 and from 3 to 6
        KaplanMeier whole = KaplanMeier.of(new double[] {2, 4, 6}, new boolean[] {true, true, false});
        KaplanMeier pieces = KaplanMeier.of(new double[] {0, 0, 3, 0, 3}, new double[] {2, 3, 4, 3, 6}, new boolean[] {
            true, false, true, false, false
        });

        for (double horizon : new double[] {1, 2, 3.5, 4, 6}) {
            assertEquals(
                    whole.conversionAt(horizon).orElseThrow().rate(),
                    pieces.conversionAt(horizon).orElseThrow().rate());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesATimeThatIsNone(double time) {
        String rule = " must be finite and not negative: ";

        assertEquals(
                "durations[0]" + rule + "durations[0] = " + time,
                refusal(() -> CumulativeIncidence.of(new double[] {time}, new Outcome[] {WON})));
        assertEquals(
                "entries[0]" + rule + "entries[0] = " + time,
                refusal(() -> CumulativeIncidence.of(new double[] {time}, new double[] {1}, new Outcome[] {WON})));
        assertEquals(
                "horizon" + rule + "horizon = " + time,
                refusal(() -> curves("1w").conversionAt(time)));
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertEquals(
                "durations and outcomes must be equally many: durations = 2, outcomes = 1",
                refusal(() -> CumulativeIncidence.of(new double[2], new Outcome[] {WON})));
        assertEquals(
                "durations and entries must be equally many: durations = 1, entries = 2",
                refusal(() -> CumulativeIncidence.of(new double[2], new double[1], new Outcome[] {WON})));
        assertEquals(
                "a unit must be followed for a while: entries[0] = 3.0, durations[0] = 3.0",
                refusal(() -> CumulativeIncidence.of(new double[] {3}, new double[] {3}, new Outcome[] {WON})));
        assertEquals(
                "outcome must be WON or LOST: outcome = OPEN",
                refusal(() -> curves("1w").shareAt(OPEN, 1, 0.9)));
        assertEquals(
                "level must be strictly between 0 and 1: level = 1.0",
                refusal(() -> curves("1w").shareAt(WON, 1, 1)));
    }

    @Property(tries = 300)
    void sharesMakeOneAndOnlyGrowInAnyOrderOfTheUnits(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 29) Integer> units, @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, random);
        CumulativeIncidence curves = ofCodes(units);

        assertEquals(curves.steps(), ofCodes(shuffled).steps());
        IncidenceStep before = new IncidenceStep(-1, 0, 0, 0, 0, 0, 0, 0, 0);
        for (IncidenceStep step : curves.steps()) {
            assertTrue(step.wonShare() >= before.wonShare() && step.lostShare() >= before.lostShare());
            assertEquals(1, step.wonShare() + step.lostShare() + step.openShare(), 1e-12);
            before = step;
        }
    }

    @Property(tries = 200)
    void isTheEmpiricalShareWhereNobodyIsOpen(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 29) Integer> units,
            @ForAll @IntRange(max = 11) int horizon) {
        List<Integer> settled =
                units.stream().map(code -> code % 3 == 0 ? code + 1 : code).toList();
        long won = settled.stream()
                .filter(code -> code % 3 == 1 && code / 3 <= horizon)
                .count();

        double rate = ofCodes(settled).conversionAt(horizon).orElseThrow().rate();
        double error = ofCodes(settled)
                .conversionAt(horizon)
                .orElseThrow()
                .standardError()
                .orElseThrow();
        double share = (double) won / units.size();
        assertEquals(share, rate, 1e-12);
        assertEquals(Math.sqrt(share * (1 - share) / units.size()), error, 1e-9, "the binomial error");
    }

    private static CumulativeIncidence ofCodes(List<Integer> codes) {
        return CumulativeIncidence.of(
                codes.stream().mapToDouble(code -> code / 3).toArray(),
                codes.stream().map(code -> BY_STATUS[code % 3]).toArray(Outcome[]::new));
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
