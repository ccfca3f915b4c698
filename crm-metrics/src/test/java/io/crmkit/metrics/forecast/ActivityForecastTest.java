package io.crmkit.metrics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.distribution.CountDistribution;
import io.crmkit.metrics.distribution.ThinningChain;
import io.crmkit.metrics.funnel.CohortDefinition;
import io.crmkit.metrics.funnel.CohortFunnel;
import io.crmkit.metrics.funnel.CohortReport;
import io.crmkit.metrics.funnel.CumulativeIncidence;
import io.crmkit.metrics.funnel.Funnel;
import io.crmkit.metrics.funnel.Outcome;
import io.crmkit.metrics.funnel.StepEntry;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityForecastTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final WorkCalendar WEEKDAYS = WorkCalendar.mondayToFriday(List.of());
    /** Half of those who go on do so within 2 days, all within 4. */
    private static final LagDistribution SLOW = LagDistribution.of(0, 0.25, 0.5, 0.75, 1);
    /** So many trials that nothing is uncertain. */
    private static final double SURE = 1e12;

    private static ForecastStep known(String step, double rate, LagDistribution lag) {
        return new ForecastStep(step, rate * SURE, (1 - rate) * SURE, lag);
    }

    private static OpenUnits open(String step, int days, long count) {
        return new OpenUnits("Anna", step, days, count);
    }

    private static ActivityOutlook outlook(List<ForecastStep> steps, List<OpenUnits> open, int days) {
        return ActivityForecast.of(steps, WEEKDAYS).contracts(open, List.of(), MONDAY, MONDAY, MONDAY.plusDays(days));
    }

    @Test
    void thinsAtKnownRatesWhereNothingTakesTime() {
        List<ForecastStep> steps = List.of(
                known("call", 0.5, LagDistribution.atOnce()),
                known("meeting", 0.25, LagDistribution.atOnce()),
                known("quote", 0.25, LagDistribution.atOnce()));
        CountDistribution contracts =
                outlook(steps, List.of(open("call", 0, 96)), 1).team();
        CountDistribution binomial = CountDistribution.binomial(96, 1.0 / 32);

        for (int count = 0; count < 12; count++) {
            assertEquals(binomial.pmf(count), contracts.pmf(count), 1e-6);
        }
        assertEquals(3, contracts.mean(), 1e-5);
    }

    @Test
    void carriesTheDoubtAboutTheRatesAsTheExactChainDoes() {
        Proportion meetings = Proportion.of(12, 24);
        Proportion quotes = Proportion.of(3, 12);
        Proportion contracts = Proportion.of(1, 3);
        List<ForecastStep> steps = List.of(
                ForecastStep.of("call", meetings, LagDistribution.atOnce()),
                ForecastStep.of("meeting", quotes, LagDistribution.atOnce()),
                ForecastStep.of("quote", contracts, LagDistribution.atOnce()));
        CountDistribution forecast =
                outlook(steps, List.of(open("call", 0, 100)), 1).team();
        CountDistribution exact =
                ThinningChain.ofCounts(meetings, quotes, contracts).contracts(100);

        assertEquals(exact.mean(), forecast.mean(), 0.02 * exact.mean());
        assertEquals(exact.variance(), forecast.variance(), 0.06 * exact.variance());
        for (int count = 0; count < 25; count++) {
            assertEquals(exact.cdf(count), forecast.cdf(count), 0.01);
        }
    }

    // rate 0.6; after 2 days half of those who go on have gone, so 0.3 of all; 0.15 more do on each of two days
    @ParameterizedTest
    @CsvSource({"0, 1, 0.15", "0, 4, 0.6", "0, 9, 0.6", "2, 1, 0.214285714285714", "2, 2, 0.428571428571429", "4, 5, 0"
    })
    void countsAnOpenUnitAtItsAge(int age, int days, double chance) {
        CountDistribution one = outlook(List.of(known("quote", 0.6, SLOW)), List.of(open("quote", age, 1)), days)
                .team();

        assertEquals(chance, one.mean(), 1e-5);
        assertEquals(chance, one.pmf(1), 1e-5);
    }

    @Test
    void leavesTimeForTheStepsToCome() {
        List<ForecastStep> steps = List.of(known("meeting", 0.5, SLOW), known("quote", 0.5, SLOW));

        // in two days: one day for each, or with none: 1/4 · 1/4 · 1/4
        assertEquals(
                0.25 / 16,
                outlook(steps, List.of(open("meeting", 0, 1)), 2).team().mean(),
                1e-6);
        assertEquals(
                0.25, outlook(steps, List.of(open("meeting", 0, 1)), 8).team().mean(), 1e-6);
    }

    @Test
    void splitsAStretchIntoItsDays() {
        ActivityForecast forecast = ActivityForecast.of(List.of(known("quote", 0.6, SLOW)), WEEKDAYS);
        List<OpenUnits> open = List.of(open("quote", 0, 8));
        List<Arrivals> coming = List.of(new Arrivals("Anna", 2, SURE));
        LocalDate end = MONDAY.plusDays(20);
        double whole =
                forecast.contracts(open, coming, MONDAY, MONDAY, end).team().mean();
        double first = forecast.contracts(open, coming, MONDAY, MONDAY, MONDAY.plusDays(3))
                .team()
                .mean();
        double rest = forecast.contracts(open, coming, MONDAY, MONDAY.plusDays(3), end)
                .team()
                .mean();

        assertEquals(whole, first + rest, 1e-9);
        assertTrue(first > 0 && rest > 0);
        assertEquals(
                0, forecast.contracts(open, coming, MONDAY, end, end).team().mean(), 1e-12);
    }

    @Test
    void startsUnitsOnWorkdaysOnly() {
        ActivityForecast forecast = ActivityForecast.of(
                List.of(known("call", 0.5, LagDistribution.atOnce())),
                WorkCalendar.mondayToFriday(List.of(MONDAY.plusDays(1))));
        ActivityOutlook week = forecast.contracts(
                List.of(), List.of(new Arrivals("Anna", 3, SURE)), MONDAY, MONDAY, MONDAY.plusDays(7));

        assertEquals(4 * 3 * 0.5, week.team().mean(), 1e-5, "four days, as the Tuesday is a holiday");
        assertEquals(6, week.team().variance(), 1e-3, "Poisson");
        assertEquals(6, week.fromArrivals(), 1e-5);
        assertEquals(0, week.fromOpen());
    }

    @Test
    void isAsUnsureOfArrivalsAsTheirCountIsSmall() {
        ActivityForecast forecast =
                ActivityForecast.of(List.of(known("call", 0.5, LagDistribution.atOnce())), WEEKDAYS);
        ActivityOutlook week =
                forecast.contracts(List.of(), List.of(Arrivals.of("Anna", 4, 10)), MONDAY, MONDAY, MONDAY.plusDays(14));

        // Gamma of shape 4.5: 10 workdays, half of them: mean 2.25, variance mean + mean² / 4.5
        assertEquals(2.25, week.team().mean(), 1e-4);
        assertEquals(2.25 + 2.25 * 2.25 / 4.5, week.team().variance(), 1e-3);
    }

    @Test
    void sharesTheDoubtAboutTheRatesWithinTheTeam() {
        List<ForecastStep> steps = List.of(ForecastStep.of("quote", Proportion.of(5, 20), LagDistribution.atOnce()));
        List<OpenUnits> open = List.of(new OpenUnits("Anna", "quote", 0, 40), new OpenUnits("Bruno", "quote", 0, 20));
        ActivityOutlook outlook = outlook(steps, open, 1);

        assertEquals(Set.of("Anna", "Bruno"), outlook.sellers().keySet());
        assertEquals(
                outlook.team().mean(),
                outlook.sellers().values().stream()
                        .mapToDouble(CountDistribution::mean)
                        .sum(),
                1e-9);
        assertTrue(outlook.team().variance()
                > 1.4
                        * outlook.sellers().values().stream()
                                .mapToDouble(CountDistribution::variance)
                                .sum());
        CountDistribution exact = CountDistribution.betaBinomial(60, 5.5, 15.5);
        assertEquals(exact.variance(), outlook.team().variance(), 0.02 * exact.variance());
    }

    @Test
    void isSureOfNothingWhereNothingIsOpen() {
        ActivityOutlook nothing = outlook(List.of(known("quote", 0.5, SLOW)), List.of(), 30);

        assertEquals(1, nothing.team().pmf(0));
        assertEquals(Map.of(), nothing.sellers());
    }

    @Test
    void readsStepsFromACohortWithThoseStillOpen() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<StepEntry> entries = new ArrayList<>();
        Map<String, Instant> lost = new java.util.HashMap<>();
        for (int i = 0; i < 40; i++) {
            entries.add(new StepEntry("u" + i, "quote", start));
            if (i < 10) {
                entries.add(new StepEntry("u" + i, "contract", start.plus(i + 1L, ChronoUnit.DAYS)));
            } else if (i < 30) {
                lost.put("u" + i, start.plus(20, ChronoUnit.DAYS));
            }
        }
        CohortReport report = CohortFunnel.of(Funnel.of("quote", "contract"), CohortDefinition.strict())
                .report(entries, lost, start.plus(30, ChronoUnit.DAYS));
        ForecastStep step = ForecastStep.of(report.overall());

        assertEquals("quote", step.step());
        assertEquals(10.5, step.alpha(), 1e-9, "a quarter of forty trials, as nobody was censored early");
        assertEquals(30.5, step.beta(), 1e-9);
        assertEquals(0.5, step.lag().within(5), 1e-12);
        assertEquals(1, step.lag().within(10), 1e-12);
        ActivityForecast forecast = ActivityForecast.of(report, WEEKDAYS);
        assertEquals(
                41 * 10.5 / 41,
                forecast.contracts(List.of(open("quote", 0, 41)), List.of(), MONDAY, MONDAY, MONDAY.plusDays(30))
                        .team()
                        .mean(),
                0.01);
    }

    @Test
    void takesTheSettledForTrialsWhereAllWentOn() {
        CohortReport report = CohortFunnel.of(Funnel.of("quote", "contract"), CohortDefinition.strict())
                .report(
                        List.of(
                                new StepEntry("a", "quote", Instant.EPOCH),
                                new StepEntry("a", "contract", Instant.EPOCH.plusSeconds(3600))),
                        Map.of(),
                        Instant.EPOCH.plus(9, ChronoUnit.DAYS));
        ForecastStep step = ForecastStep.of(report.overall());

        assertEquals(1.5, step.alpha(), 1e-12);
        assertEquals(0.5, step.beta(), 1e-12);
        assertEquals(0.75, step.rate(), 1e-12);
    }

    @Test
    void agreesWithASimulationOfUnitsOnTheirWay() {
        List<ForecastStep> steps = List.of(
                new ForecastStep("meeting", 8, 12, SLOW),
                new ForecastStep("quote", 6, 9, LagDistribution.of(0.2, 0.6, 1)));
        ActivityForecast forecast = ActivityForecast.of(steps, WEEKDAYS);
        CountDistribution contracts = forecast.contracts(
                        List.of(open("meeting", 1, 12), open("quote", 1, 7)),
                        List.of(),
                        MONDAY,
                        MONDAY,
                        MONDAY.plusDays(4))
                .team();
        Simulation simulation = new Simulation(new SplittableRandom(20_261_123));
        int runs = 100_000;
        double[] seen = new double[20];
        for (int i = 0; i < runs; i++) {
            seen[simulation.run()] += 1.0 / runs;
        }
        double cumulated = 0;
        for (int count = 0; count < seen.length; count++) {
            cumulated += seen[count];
            // the standard error of the simulation is at most 0.0016
            assertEquals(cumulated, contracts.cdf(count), 0.008, "count " + count);
        }
    }

    /** Draws rates, then for each unit lags that have not ended yet, and counts who is through in four days. */
    private record Simulation(SplittableRandom random) {

        int run() {
            double first = beta(8, 12);
            double second = beta(6, 9);
            int through = 0;
            for (int i = 0; i < 12; i++) {
                int day = passesAfter(first, 1, new double[] {0, 0.25, 0.25, 0.25, 0.25});
                if (day >= 0 && day <= 4) {
                    int next = passesAfter(second, -1, new double[] {0.2, 0.4, 0.4});
                    through += next >= 0 && day + next <= 4 ? 1 : 0;
                }
            }
            for (int i = 0; i < 7; i++) {
                int day = passesAfter(second, 1, new double[] {0.2, 0.4, 0.4});
                through += day >= 0 && day <= 4 ? 1 : 0;
            }
            return through;
        }

        /** The days from now on, or minus one for never; those who had gone on by the age are drawn again. */
        private int passesAfter(double rate, int age, double[] lag) {
            while (true) {
                int days = random.nextDouble() < rate ? draw(lag) : Integer.MAX_VALUE;
                if (days == Integer.MAX_VALUE) {
                    return -1;
                }
                if (days > age) {
                    return days - Math.max(0, age);
                }
            }
        }

        private int draw(double[] lag) {
            double place = random.nextDouble();
            int day = 0;
            while (place >= lag[day] && day < lag.length - 1) {
                place -= lag[day];
                day++;
            }
            return day;
        }

        /** The k-th smallest of n uniform numbers has a Beta distribution. */
        private double beta(int alpha, int beta) {
            return random.doubles(alpha + beta - 1L)
                    .sorted()
                    .skip(alpha - 1L)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void coversWhatComesFromOneMonthOfOneSeller() {
        // true rates 1/2, 1/4, 1/4; from 24 calls counted, 100 calls to come
        SplittableRandom random = new SplittableRandom(17);
        int covered = 0;
        int months = 300;
        for (int month = 0; month < months; month++) {
            int meetings = draw(random, 24, 0.5);
            int quotes = draw(random, meetings, 0.25);
            int contracts = draw(random, quotes, 0.25);
            List<ForecastStep> steps = List.of(
                    ForecastStep.of("call", Proportion.of(meetings, 24), LagDistribution.atOnce()),
                    ForecastStep.of("meeting", Proportion.of(quotes, meetings), LagDistribution.atOnce()),
                    ForecastStep.of("quote", Proportion.of(contracts, quotes), LagDistribution.atOnce()));
            int truth = draw(random, draw(random, draw(random, 100, 0.5), 0.25), 0.25);
            boolean inside = outlook(steps, List.of(open("call", 0, 100)), 1)
                    .team()
                    .interval(0.8)
                    .contains(truth);
            covered += inside ? 1 : 0;
        }
        double coverage = (double) covered / months;
        assertTrue(coverage >= 0.78 && coverage <= 0.93, () -> "coverage: " + coverage);
    }

    private static int draw(SplittableRandom random, int trials, double rate) {
        int successes = 0;
        for (int i = 0; i < trials; i++) {
            successes += random.nextDouble() < rate ? 1 : 0;
        }
        return successes;
    }

    @Test
    void explainsTheTeamsForecast() {
        ActivityOutlook outlook = ActivityForecast.of(List.of(known("quote", 0.5, LagDistribution.atOnce())), WEEKDAYS)
                .contracts(
                        List.of(open("quote", 0, 10)),
                        List.of(new Arrivals("Bruno", 1, SURE)),
                        MONDAY,
                        MONDAY,
                        MONDAY.plusDays(7));
        io.crmkit.metrics.Explanation why = outlook.explain(0.8);

        assertEquals(5, why.term("expected from open units").orElseThrow(), 1e-5);
        assertEquals(2.5, why.term("expected from arrivals").orElseThrow(), 1e-5);
        assertEquals(outlook.team().mean(), why.term("expected").orElseThrow());
        assertEquals(Math.sqrt(5.0), why.term("standard deviation").orElseThrow(), 1e-4);
        assertEquals(outlook.team().interval(0.8).upper(), why.term("upper").orElseThrow());
        assertEquals(outlook.team().interval(0.8).lower(), why.term("lower").orElseThrow());
    }

    @Test
    void countsWorkdays() {
        assertEquals(5, WEEKDAYS.workdays(MONDAY, MONDAY.plusDays(7)));
        assertEquals(0, WEEKDAYS.workdays(MONDAY, MONDAY));
        assertEquals(
                "until must not be before from: from = 2026-11-23, until = 2026-11-22",
                refusal(() -> WEEKDAYS.workdays(MONDAY, MONDAY.minusDays(1))));
        assertEquals(
                "weekend must leave a day to work: weekend = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY,"
                        + " SUNDAY]",
                refusal(() -> new WorkCalendar(EnumSet.allOf(DayOfWeek.class), Set.of())));
    }

    @Test
    void refusesWhatMakesNoSense() {
        ForecastStep step = known("quote", 0.5, SLOW);
        ActivityForecast forecast = ActivityForecast.of(List.of(step), WEEKDAYS);

        assertEquals("steps must be at least one: steps = []", refusal(() -> ActivityForecast.of(List.of(), WEEKDAYS)));
        assertEquals(
                "steps must be distinct: quote occurs twice",
                refusal(() -> ActivityForecast.of(List.of(step, step), WEEKDAYS)));
        assertEquals(
                "open units must be at steps of the forecast: unknown = [call, demo], steps = [quote]",
                refusal(() -> forecast.contracts(
                        List.of(open("demo", 0, 1), open("call", 0, 1)), List.of(), MONDAY, MONDAY, MONDAY)));
        for (int[] days : new int[][] {{-1, 3}, {3, 2}}) {
            assertTrue(refusal(() -> forecast.contracts(
                            List.of(), List.of(), MONDAY, MONDAY.plusDays(days[0]), MONDAY.plusDays(days[1])))
                    .startsWith("days must be in order asOf, from, until: asOf = 2026-11-23, from = "));
        }
        assertEquals(
                "alpha must be positive and finite: step = quote, alpha = NaN",
                refusal(() -> new ForecastStep("quote", Double.NaN, 1, SLOW)));
        assertEquals(
                "beta must be positive and finite: step = quote, beta = 0.0",
                refusal(() -> new ForecastStep("quote", 1, 0, SLOW)));
        assertEquals(
                "days and count must not be negative: seller = Anna, step = quote, days = -1, count = 2",
                refusal(() -> open("quote", -1, 2)));
        assertEquals(
                "days and count must not be negative: seller = Anna, step = quote, days = 1, count = -2",
                refusal(() -> open("quote", 1, -2)));
    }

    @Test
    void refusesArrivalsThatAreNone() {
        assertEquals(
                "perWorkday must be finite and not negative: seller = Anna, perWorkday = -1.0",
                refusal(() -> new Arrivals("Anna", -1, 1)));
        assertEquals(
                "size must be positive and finite: seller = Anna, size = Infinity",
                refusal(() -> new Arrivals("Anna", 1, Double.POSITIVE_INFINITY)));
        assertEquals(
                "started must not be negative and workdays at least 1: seller = Anna, started = 3, workdays = 0",
                refusal(() -> Arrivals.of("Anna", 3, 0)));
        assertEquals(
                "started must not be negative and workdays at least 1: seller = Anna, started = -3, workdays = 1",
                refusal(() -> Arrivals.of("Anna", -3, 1)));
    }

    @Test
    void refusesLagsThatAreNone() {
        assertEquals(
                "shares must not fall and be between 0 and 1: shares[1] = 0.2 after 0.5",
                refusal(() -> LagDistribution.of(0.5, 0.2, 1)));
        assertEquals("shares must end at 1: shares = [0.5]", refusal(() -> LagDistribution.of(0.5)));
        assertEquals("shares must end at 1: shares = []", refusal(LagDistribution::of));
        CumulativeIncidence nobody = CumulativeIncidence.of(new double[] {3}, new Outcome[] {Outcome.LOST});
        assertEquals("curve must have somebody who goes on: steps = 1", refusal(() -> LagDistribution.of(nobody)));
        assertEquals(0, SLOW.within(-1));
        assertEquals(1, SLOW.within(99));
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
