package io.crmkit.metrics.forecast;

import static io.crmkit.metrics.forecast.ForecastCategory.BEST_CASE;
import static io.crmkit.metrics.forecast.ForecastCategory.CLOSED;
import static io.crmkit.metrics.forecast.ForecastCategory.COMMIT;
import static io.crmkit.metrics.forecast.ForecastCategory.OMITTED;
import static io.crmkit.metrics.forecast.ForecastCategory.PIPELINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.distribution.CountDistribution;
import io.crmkit.metrics.forecast.ForecastRollUp.Adjustment;
import io.crmkit.metrics.forecast.ForecastRollUp.Entry;
import io.crmkit.metrics.forecast.ForecastRollUp.Level;
import io.crmkit.metrics.forecast.Waterfall.Movement;
import io.crmkit.metrics.funnel.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);
    private static final Set<String> TEAM = Set.of("Anna", "Bruno");

    private static Amount euro(long value) {
        return new Amount(BigDecimal.valueOf(value), EUR);
    }

    private static List<Entry> salesforce() {
        return List.of(
                new Entry(CLOSED, euro(50)),
                new Entry(COMMIT, euro(100)),
                new Entry(BEST_CASE, euro(100)),
                new Entry(BEST_CASE, euro(50)),
                new Entry(PIPELINE, euro(200)),
                new Entry(OMITTED, euro(70)));
    }

    // the example of Salesforce's help
    @ParameterizedTest
    @CsvSource({"CLOSED, 50, 50", "COMMIT, 100, 150", "BEST_CASE, 150, 300", "PIPELINE, 200, 450", "OMITTED, 70, 70"})
    void sumsUpSinglyAndCumulatively(ForecastCategory category, long single, long cumulative) {
        ForecastRollUp sums = ForecastRollUp.of(EUR, salesforce(), List.of());

        assertEquals(euro(single), sums.single(category, Level.GROSS));
        assertEquals(euro(cumulative), sums.cumulative(category, Level.MANAGER));
    }

    @Test
    void neverChangesTheGrossSumByAnAdjustment() {
        ForecastRollUp sums = ForecastRollUp.of(
                EUR,
                salesforce(),
                List.of(
                        new Adjustment(Level.OWNER, COMMIT, euro(20), "a verbal yes"),
                        new Adjustment(Level.MANAGER, COMMIT, euro(-60), "heard that before")));

        assertEquals(euro(100), sums.single(COMMIT, Level.GROSS));
        assertEquals(euro(120), sums.single(COMMIT, Level.OWNER));
        assertEquals(euro(60), sums.single(COMMIT, Level.MANAGER));
        assertEquals(euro(110), sums.cumulative(COMMIT, Level.MANAGER));
        assertEquals(euro(150), sums.cumulative(COMMIT, Level.GROSS));
        assertEquals(
                Amount.zero(EUR), ForecastRollUp.of(EUR, List.of(), List.of()).cumulative(PIPELINE, Level.OWNER));
    }

    @Test
    void refusesAnotherCurrencyAndAGrossAdjustment() {
        Amount dollars = new Amount(BigDecimal.ONE, Currency.getInstance("USD"));

        assertEquals(
                "amounts must be in one currency: currency = EUR, amount = " + dollars,
                refusal(() -> ForecastRollUp.of(EUR, List.of(new Entry(COMMIT, dollars)), List.of())));
        assertEquals(
                "level must be OWNER or MANAGER: level = GROSS",
                refusal(() -> new Adjustment(Level.GROSS, COMMIT, euro(1), "why")));
        PipelineEntry foreign = new PipelineEntry("a", "Anna", dollars, MAY, Outcome.OPEN);
        assertEquals(
                "amounts must be in one currency: currency = EUR, opportunity = a, amount = " + dollars,
                refusal(() -> waterfall(List.of(foreign), List.of())));
    }

    private static PipelineEntry open(String id, long amount) {
        return new PipelineEntry(id, "Anna", euro(amount), MAY, Outcome.OPEN);
    }

    private static PipelineEntry entry(String id, String owner, long amount, LocalDate close, Outcome outcome) {
        return new PipelineEntry(id, owner, euro(amount), close, outcome);
    }

    private static Waterfall waterfall(List<PipelineEntry> before, List<PipelineEntry> after) {
        return Waterfall.between(EUR, TEAM, APRIL, JULY, before, after);
    }

    @Test
    void saysWhyThePipelineChanged() {
        Waterfall waterfall = waterfall(
                List.of(
                        open("stays", 10),
                        open("grows", 20),
                        open("shrinks", 30),
                        open("won", 40),
                        open("lost", 50),
                        open("pushed", 60),
                        open("given", 70),
                        open("gone", 80),
                        entry("pulled", "Anna", 90, JULY, Outcome.OPEN),
                        entry("received", "Carla", 100, MAY, Outcome.OPEN),
                        entry("reopened", "Anna", 110, MAY, Outcome.LOST),
                        entry("elsewhere", "Carla", 1_000, MAY, Outcome.OPEN)),
                List.of(
                        open("stays", 10),
                        open("grows", 25),
                        open("shrinks", 27),
                        entry("won", "Anna", 44, MAY, Outcome.WON),
                        entry("lost", "Anna", 50, MAY, Outcome.LOST),
                        entry("pushed", "Anna", 60, JULY, Outcome.OPEN),
                        entry("given", "Carla", 70, MAY, Outcome.OPEN),
                        entry("pulled", "Bruno", 95, APRIL, Outcome.OPEN),
                        open("received", 100),
                        open("reopened", 110),
                        open("new", 5),
                        entry("quick", "Anna", 7, MAY, Outcome.WON),
                        entry("elsewhere", "Carla", 900, MAY, Outcome.WON)));

        assertEquals(euro(360), waterfall.start());
        assertEquals(euro(5 + 7 + 110), waterfall.of(Movement.NEW));
        assertEquals(euro(90), waterfall.of(Movement.PULLED_IN));
        assertEquals(euro(100), waterfall.of(Movement.TRANSFERRED_IN));
        assertEquals(euro(5 + 4 + 5), waterfall.of(Movement.INCREASED));
        assertEquals(euro(3), waterfall.of(Movement.DECREASED));
        assertEquals(euro(60), waterfall.of(Movement.PUSHED_OUT));
        assertEquals(euro(70), waterfall.of(Movement.TRANSFERRED_OUT));
        assertEquals(euro(44 + 7), waterfall.of(Movement.WON));
        assertEquals(euro(50), waterfall.of(Movement.LOST));
        assertEquals(euro(80), waterfall.of(Movement.REMOVED));
        assertEquals(euro(10 + 25 + 27 + 95 + 100 + 110 + 5), waterfall.end());
    }

    /** A list of opportunities from codes; the same code is the same opportunity in another state. */
    private static List<PipelineEntry> entries(List<Integer> codes, int salt) {
        List<PipelineEntry> entries = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            int code = codes.get(i) + salt * 7_919;
            if (code % 11 != 0) {
                entries.add(entry(
                        "o" + i,
                        List.of("Anna", "Bruno", "Carla").get(code % 3),
                        code % 97,
                        APRIL.minusDays(20).plusDays(code % 130),
                        code % 5 == 0 ? Outcome.WON : code % 7 == 0 ? Outcome.LOST : Outcome.OPEN));
            }
        }
        return entries;
    }

    @Property(tries = 500)
    void endsWhereItsMovementsLead(
            @ForAll @Size(max = 30) List<@IntRange(max = 100_000) Integer> before,
            @ForAll @Size(max = 30) List<@IntRange(max = 100_000) Integer> after) {
        Waterfall waterfall = waterfall(entries(before, 0), entries(after, 1));
        Amount sum = waterfall.start();
        for (Movement movement : Movement.values()) {
            assertTrue(waterfall.of(movement).value().signum() >= 0, movement::name);
            sum = sum.plus(waterfall.of(movement).times(movement.sign()));
        }
        assertEquals(waterfall.end(), sum);
        assertEquals(
                waterfall.start(),
                waterfall(entries(before, 0), entries(before, 0)).end(),
                "nothing moved");
    }

    @Test
    void refusesListsThatMakeNoSense() {
        assertEquals(
                "before must hold each opportunity once: id = a",
                refusal(() -> waterfall(List.of(open("a", 1), open("a", 2)), List.of())));
        assertEquals(
                "from must be before until: from = 2026-07-01, until = 2026-07-01",
                refusal(() -> Waterfall.between(EUR, TEAM, JULY, JULY, List.of(), List.of())));
        assertTrue(refusal(() -> open("a", -1)).startsWith("amount must not be negative: opportunity = a, amount = "));
    }

    private static final WorkCalendar WEEKDAYS = WorkCalendar.mondayToFriday(List.of());

    @Test
    void dividesAQuotaByTheWorkdaysOfTheSeason() {
        // May 2026 has 21 weekdays, June 22
        LocalDate may = LocalDate.of(2026, 5, 1);
        LocalDate june = LocalDate.of(2026, 6, 1);
        PaceLine even = new PaceLine(may, JULY, WEEKDAYS, Map.of());
        PaceLine spring = new PaceLine(may, JULY, WEEKDAYS, Map.of(YearMonth.of(2026, 6), 0.5));

        assertEquals(21 / 43.0, even.dueBy(june), 1e-12);
        assertEquals(21 / 32.0, spring.dueBy(june), 1e-12);
        assertEquals(0, even.dueBy(may));
        assertEquals(0, even.dueBy(APRIL));
        assertEquals(1, even.dueBy(JULY));
        assertEquals(1, even.dueBy(JULY.plusYears(1)));
        assertEquals(22 / 43.0, even.share(june, LocalDate.MAX.minusYears(1)), 1e-12, "who joins in June");
        assertEquals(1, even.share(APRIL, JULY), 1e-12);
        assertEquals(0, even.share(june, june));
    }

    @Test
    void refusesPacesThatAreNone() {
        assertEquals(
                "period must have a work-day of some weight: from = 2026-05-02, until = 2026-05-04",
                refusal(() -> new PaceLine(LocalDate.of(2026, 5, 2), LocalDate.of(2026, 5, 4), WEEKDAYS, Map.of())));
        assertEquals(
                "period must have a work-day of some weight: from = 2026-07-01, until = 2026-04-01",
                refusal(() -> new PaceLine(JULY, APRIL, WEEKDAYS, Map.of())));
        assertEquals(
                "season must be finite and not negative: month = 2026-05, weight = NaN",
                refusal(() -> new PaceLine(APRIL, JULY, WEEKDAYS, Map.of(YearMonth.of(2026, 5), Double.NaN))));
        assertEquals(
                "left must not be before joined: joined = 2026-07-01, left = 2026-04-01",
                refusal(() -> new PaceLine(APRIL, JULY, WEEKDAYS, Map.of()).share(JULY, APRIL)));
    }

    @Test
    void judgesAQuota() {
        QuotaAttainment half = QuotaAttainment.of(17, 10, CountDistribution.binomial(14, 0.5), 0.5);

        assertEquals(7, half.gap());
        assertEquals(7, half.expected(), 1e-12);
        // at least half of 14 fair coins: (1 + C(14, 7) / 2^14) / 2
        assertEquals((1 + 3432 / 16384.0) / 2, half.probability(), 1e-12);
        assertEquals(8.5, half.due(), 1e-12);
        assertEquals(1.5, half.ahead(), 1e-12);
        assertEquals(OptionalDouble.of(3), half.coverage(21));
        QuotaAttainment reached = QuotaAttainment.of(17, 18, CountDistribution.point(0), 1);
        assertEquals(1, reached.probability());
        assertEquals(0, reached.gap());
        assertEquals(OptionalDouble.empty(), reached.coverage(21));
        Explanation why = half.explain();
        assertEquals(OptionalDouble.of(17), why.term("quota"));
        assertEquals(OptionalDouble.of(10), why.term("done"));
        assertEquals(OptionalDouble.of(7), why.term("gap"));
        assertEquals(OptionalDouble.of(half.probability()), why.term("probability"));
        assertEquals(OptionalDouble.of(8.5), why.term("due by now"));
        assertEquals(OptionalDouble.of(1.5), why.term("ahead of the pace"));
        assertEquals(half.expected(), why.term("expected to come").orElseThrow());
    }

    @Test
    void refusesQuotasThatAreNone() {
        assertEquals(
                "quota must be at least 1: quota = 0",
                refusal(() -> QuotaAttainment.of(0, 1, CountDistribution.point(0), 1)));
        assertEquals(
                "figures must not be negative: done = -1, expected = 0.0, due = 5.0, probability = 0.0",
                refusal(() -> QuotaAttainment.of(5, -1, CountDistribution.point(0), 1)));
        assertTrue(refusal(() -> new QuotaAttainment(5, 1, Double.NaN, 0.5, 1)).startsWith("figures must not be"));
        assertTrue(refusal(() -> new QuotaAttainment(5, 1, 1, 1.5, 1)).startsWith("figures must not be"));
        assertTrue(refusal(() -> new QuotaAttainment(5, 1, 1, 0.5, Double.NaN)).startsWith("figures must not be"));
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
