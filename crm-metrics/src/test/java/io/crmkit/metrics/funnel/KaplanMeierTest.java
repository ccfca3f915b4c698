package io.crmkit.metrics.funnel;

import static io.crmkit.metrics.IntervalMethod.GREENWOOD_LOG;
import static io.crmkit.metrics.IntervalMethod.GREENWOOD_LOG_LOG;
import static io.crmkit.metrics.IntervalMethod.GREENWOOD_PLAIN;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import io.crmkit.metrics.ReferenceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KaplanMeierTest {

    private static final double TOLERANCE = 1e-12;
    private static final Map<String, IntervalMethod> SCALES =
            Map.of("plain", GREENWOOD_PLAIN, "log", GREENWOOD_LOG, "log-log", GREENWOOD_LOG_LOG);

    /** Freireich et al. (1963): weeks of remission under 6-MP; the nine relapses first. */
    private static final double[] WEEKS = {6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35
    };

    private static KaplanMeier freireich() {
        boolean[] relapsed = new boolean[WEEKS.length];
        Arrays.fill(relapsed, 0, 9, true);
        return KaplanMeier.of(WEEKS, relapsed);
    }

    // R 4.2.2, survival 3.5-3
    @ParameterizedTest
    @CsvSource({
        "0,  6,  21, 3, 1, 0.8571428571428571,  0.076360354832121252, 0.61971795526598394, 0.95155174764699701",
        "1,  7,  17, 1, 0, 0.80672268907563016, 0.086935285180057192, 0.56314656462223334, 0.92280901920288039",
        "3,  10, 15, 1, 1, 0.75294117647058811, 0.096349652994320495, 0.50319951079995651, 0.88936183516926537",
        "6,  16, 11, 1, 0, 0.62745098039215674, 0.11405386525675253,  0.36751085598750205, 0.80491218947184118"
    })
    void agreesWithFreireich(
            int index,
            double time,
            long atRisk,
            long events,
            long censored,
            double left,
            double se,
            double lo,
            double hi) {
        SurvivalStep step = freireich().steps().get(index);
        Interval limits = step.limits(GREENWOOD_LOG_LOG, 0.95).orElseThrow();

        assertEquals(time, step.time());
        assertEquals(List.of(atRisk, events, censored), List.of(step.atRisk(), step.events(), step.censored()));
        assertEquals(left, step.survival(), TOLERANCE);
        assertEquals(se, step.standardError().orElseThrow(), TOLERANCE);
        assertEquals(lo, limits.lower(), TOLERANCE);
        assertEquals(hi, limits.upper(), TOLERANCE);
    }

    // R 4.2.2, survival 3.5-3, at 10 weeks; there is no outcome between 10 and 12
    @ParameterizedTest
    @CsvSource({
        "GREENWOOD_PLAIN,   0.56409932667878815, 0.94178302626238808",
        "GREENWOOD_LOG,     0.58591898202969417, 0.96757475455229747",
        "GREENWOOD_LOG_LOG, 0.50319951079995651, 0.88936183516926537"
    })
    void turnsTheLimitsOfWhatIsLeftIntoThoseOfTheConversion(IntervalMethod method, double lower, double upper) {
        CurvePoint point = freireich().conversionAt(12, method, 0.95).orElseThrow();
        Interval interval = point.interval().orElseThrow();

        assertEquals(1 - 0.75294117647058811, point.rate(), TOLERANCE);
        assertEquals(1 - upper, interval.lower(), TOLERANCE);
        assertEquals(1 - lower, interval.upper(), TOLERANCE);
        assertEquals(method, interval.method());
        assertEquals(0.95, interval.level());
    }

    @Test
    void saysWhatIsKnownAtAHorizon() {
        CurvePoint point = freireich().conversionAt(10).orElseThrow();

        assertEquals(10, point.horizon());
        assertEquals(21, point.units());
        assertEquals(15, point.atRisk());
        // of 21, one each was last seen open at 6 and at 9; who was at 10 is known not to have converted by 10
        assertEquals(2.0 / 21, point.censoredShare());
        assertEquals(0.096349652994320495, point.standardError().orElseThrow(), TOLERANCE);
        assertEquals(GREENWOOD_LOG_LOG, point.interval().orElseThrow().method());
        assertEquals(Set.of(Caveat.SMALL_SAMPLE), point.caveats());
        assertEquals(
                3.0 / 21, freireich().conversionAt(10.5).orElseThrow().censoredShare(), "and later he is not known");
    }

    @Test
    void countsNobodyAtRiskBeyondTheLastTime() {
        CurvePoint last = freireich().conversionAt(35).orElseThrow();
        CurvePoint beyond = freireich().conversionAt(35.5).orElseThrow();

        assertEquals(1, last.atRisk());
        assertEquals(Set.of(Caveat.SMALL_SAMPLE, Caveat.CENSORED_SHARE_HIGH), last.caveats());
        assertEquals(0, beyond.atRisk());
        assertEquals(last.rate(), beyond.rate());
        assertEquals(Set.of(Caveat.SMALL_SAMPLE, Caveat.CENSORED_SHARE_HIGH, Caveat.EXTRAPOLATED), beyond.caveats());
        assertThrows(UnsupportedOperationException.class, () -> beyond.caveats().clear());
    }

    @Test
    void findsTheMedianOrNone() {
        assertEquals(OptionalDouble.of(23), freireich().medianTime());
        assertEquals(OptionalDouble.of(2), curve("1+ 1 2 3").medianTime(), "one half exactly is reached at 2");
        assertEquals(OptionalDouble.empty(), curve("1 2 3+ 3+ 4+").medianTime());
    }

    @Test
    void raisesNoCaveatWhereThereIsNone() {
        KaplanMeier three = units(30, 3);
        KaplanMeier four = units(30, 4);

        assertEquals(Set.of(), three.conversionAt(2).orElseThrow().caveats(), "a tenth is not more than a tenth");
        assertEquals(
                Set.of(Caveat.CENSORED_SHARE_HIGH),
                four.conversionAt(2).orElseThrow().caveats());
        assertEquals(Set.of(), four.conversionAt(1).orElseThrow().caveats(), "nobody is unknown at 1");
        assertEquals(
                Set.of(Caveat.SMALL_SAMPLE),
                units(29, 2).conversionAt(2).orElseThrow().caveats());
    }

    /** Some units last seen open at 1; the others convert at 2. */
    private static KaplanMeier units(int all, int open) {
        double[] durations = new double[all];
        boolean[] events = new boolean[all];
        for (int i = 0; i < all; i++) {
            durations[i] = i < open ? 1 : 2;
            events[i] = i >= open;
        }
        return KaplanMeier.of(durations, events);
    }

    @Test
    void isEmptyWithoutUnits() {
        KaplanMeier nobody = KaplanMeier.of(new double[0], new boolean[0]);

        assertEquals(List.of(), nobody.steps());
        assertEquals(Optional.empty(), nobody.conversionAt(30));
        assertEquals(OptionalDouble.empty(), nobody.medianTime());
    }

    @Test
    void convertsNobodyWhereAllAreOpen() {
        CurvePoint point = curve("1+ 2+ 3+").conversionAt(2).orElseThrow();

        assertEquals(0, point.rate());
        assertEquals(OptionalDouble.of(0), point.standardError());
        assertEquals(Optional.empty(), point.interval());
        assertEquals(Optional.empty(), curve("1+").steps().get(0).limits(GREENWOOD_LOG_LOG, 0.95));
        for (IntervalMethod method : List.of(GREENWOOD_PLAIN, GREENWOOD_LOG)) {
            assertEquals(
                    Optional.of(new Interval(0, 0, 0.95, method)),
                    curve("1+ 2+ 3+")
                            .conversionAt(2, method, 0.95)
                            .orElseThrow()
                            .interval());
        }
    }

    @Test
    void convertsNobodyBeforeTheFirstTime() {
        CurvePoint point = curve("5 6+").conversionAt(4).orElseThrow();

        assertEquals(0, point.rate());
        assertEquals(2, point.atRisk());
        assertEquals(OptionalDouble.of(0), point.standardError());
    }

    @ParameterizedTest
    @EnumSource(names = {"GREENWOOD_PLAIN", "GREENWOOD_LOG", "GREENWOOD_LOG_LOG"})
    void hasNoIntervalWhereNothingIsLeft(IntervalMethod method) {
        for (String units : List.of("5", "0", "1 2 2 3", "1+ 2+ 3 3")) {
            CurvePoint point = curve(units).conversionAt(5, method, 0.95).orElseThrow();

            assertEquals(1, point.rate(), units);
            assertEquals(OptionalDouble.empty(), point.standardError(), units);
            assertEquals(Optional.empty(), point.interval(), units);
        }
    }

    @Test
    void countsOutcomesAtEntry() {
        KaplanMeier curve = curve("0 0 -0 0+ -0+ 3 4+ 5+ 6+ 7+");

        assertEquals(
                new SurvivalStep(0, 10, 3, 2, 0.7, curve.steps().get(0).standardError()),
                curve.steps().get(0));
        assertEquals(0.3, curve.conversionAt(0).orElseThrow().rate(), 1e-15);
        assertEquals(0.3, curve.conversionAt(-0.0).orElseThrow().rate(), 1e-15);
        assertEquals(0, curve.conversionAt(0).orElseThrow().censoredShare());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesATimeThatIsNone(double time) {
        assertEquals(
                "durations[1] must be finite and not negative: durations[1] = " + time,
                refusal(() -> KaplanMeier.of(new double[] {1, time}, new boolean[2])));
        assertEquals(
                "horizon must be finite and not negative: horizon = " + time,
                refusal(() -> freireich().conversionAt(time)));
    }

    @Test
    void refusesArraysOfDifferentLengths() {
        assertEquals(
                "durations and events must be equally many: durations = 2, events = 3",
                refusal(() -> KaplanMeier.of(new double[2], new boolean[3])));
    }

    @Test
    void refusesAMethodThatIsNotForACurve() {
        assertEquals(
                "method must be for a curve: method = WILSON",
                refusal(() -> freireich().conversionAt(5, IntervalMethod.WILSON, 0.95)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 95, Double.NaN})
    void refusesALevelOutsideZeroToOneWithoutUnitsToo(double level) {
        KaplanMeier nobody = KaplanMeier.of(new double[0], new boolean[0]);

        assertEquals(
                "level must be strictly between 0 and 1: level = " + level,
                refusal(() -> nobody.conversionAt(5, GREENWOOD_LOG, level)));
    }

    @Test
    void refusesSharesThatAreNone() {
        assertEquals(
                "survival must be between 0 and 1: survival = 1.5",
                refusal(() -> new SurvivalStep(1, 1, 1, 0, 1.5, OptionalDouble.empty())));
        assertEquals(
                "survival must be between 0 and 1: survival = -0.5",
                refusal(() -> new SurvivalStep(1, 1, 1, 0, -0.5, OptionalDouble.empty())));
        for (double rate : new double[] {-0.5, 1.5, Double.NaN}) {
            assertEquals(
                    "rate must be between 0 and 1: rate = " + rate,
                    refusal(() ->
                            new CurvePoint(1, 1, 1, 0, rate, OptionalDouble.empty(), Optional.empty(), Set.of())));
        }
    }

    @Test
    void agreesWithEveryReferenceRow() throws IOException {
        Map<String, KaplanMeier> curves = curves(ReferenceFile.rows("survival_inputs.csv"));
        Map<String, Integer> next = new HashMap<>();
        double worst = 0;
        List<Map<String, String>> rows = ReferenceFile.rows("kaplan_meier.csv");
        for (Map<String, String> row : rows) {
            String set = row.get("set");
            // the rows of one set, scale and level are its steps in order
            int index = next.merge(set + row.get("conf_type") + row.get("conf"), 1, Integer::sum) - 1;
            worst = Math.max(
                    worst,
                    error(row, requireNonNull(curves.get(set), set).steps().get(index)));
        }
        assertEquals(702, rows.size());
        assertEquals(0, worst, TOLERANCE);
    }

    private static double error(Map<String, String> row, SurvivalStep step) {
        Optional<Interval> limits =
                step.limits(requireNonNull(SCALES.get(row.get("conf_type"))), ReferenceFile.number(row, "conf"));
        assertEquals(ReferenceFile.number(row, "time"), step.time());
        assertEquals(ReferenceFile.number(row, "n_risk"), step.atRisk());
        assertEquals(ReferenceFile.number(row, "n_event"), step.events());
        assertEquals(ReferenceFile.number(row, "n_censor"), step.censored());
        double worst = Math.abs(ReferenceFile.number(row, "surv") - step.survival());
        worst = Math.max(worst, error(row, "std_err_surv", step.standardError()));
        worst = Math.max(worst, error(row, "lower", limits.map(Interval::lower)));
        return Math.max(worst, error(row, "upper", limits.map(Interval::upper)));
    }

    private static double error(Map<String, String> row, String column, OptionalDouble actual) {
        return error(row, column, actual.isEmpty() ? Optional.empty() : Optional.of(actual.getAsDouble()));
    }

    /** What R calls not available or not a number is empty here. */
    private static double error(Map<String, String> row, String column, Optional<Double> actual) {
        boolean none = Set.of("NA", "NaN").contains(String.valueOf(row.get(column)));
        assertEquals(none, actual.isEmpty(), () -> column + " of " + row);
        return none ? 0 : Math.abs(ReferenceFile.number(row, column) - actual.orElseThrow());
    }

    private static Map<String, KaplanMeier> curves(List<Map<String, String>> inputs) {
        Map<String, StringBuilder> units = new HashMap<>();
        for (Map<String, String> row : inputs) {
            units.computeIfAbsent(row.get("set"), set -> new StringBuilder())
                    .append(row.get("time"))
                    .append("0".equals(row.get("status")) ? "+ " : " ");
        }
        Map<String, KaplanMeier> curves = new HashMap<>();
        units.forEach((set, text) -> curves.put(set, curve(text.toString())));
        return curves;
    }

    /** A curve written as in the literature: a plus marks a unit that is still open. */
    private static KaplanMeier curve(String units) {
        List<String> all = new ArrayList<>(List.of(units.trim().split(" +")));
        boolean[] events = new boolean[all.size()];
        double[] durations = new double[all.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = !all.get(i).endsWith("+");
            durations[i] = Double.parseDouble(all.get(i).replace("+", ""));
        }
        return KaplanMeier.of(durations, events);
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
