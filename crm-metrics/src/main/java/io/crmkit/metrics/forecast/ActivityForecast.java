package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.distribution.CountDistribution;
import io.crmkit.metrics.funnel.CohortReport;
import io.crmkit.metrics.funnel.CohortStep;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Forecasts contracts from activity: from the units on their way, each at its step and age, and from those still to be
 * started.
 *
 * <p>Definition: at given rates, a unit at step {@code k} for {@code a} days finishes within {@code h} more days with
 * the probability that it takes the next step in one of them, given that it has not until now, and all further steps in
 * the days left; started units finish likewise. The contracts of open units are Poisson-binomial, those of arrivals
 * negative binomial. Rates are uncertain and common to all: the answer is the mixture over 256 points spread evenly over
 * their distributions.
 *
 * <ul>
 *   <li>Shape: a count distribution per seller and one of the team.
 *   <li>Unit: contracts; days are calendar days, arrivals come on work-days, evenly over the day.
 *   <li>Range: counts from zero.
 *   <li>Nothing to divide by: nothing open and nothing to come is no contract, for certain.
 *   <li>Errors: no steps, repeated steps, unknown steps of open units, or dates out of order, are an {@link
 *       IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: the effect of more activity; it supposes that what comes goes on as what was counted did. A lag
 * longer than any observed is not foreseen. Sellers are taken to share the rates of the steps; give each their own
 * forecast where they do not.
 *
 * <p>Source: thinning of Poisson processes, Kingman, J. F. C. (1993), Poisson Processes, chapter 5; points: Roberts, M.
 * (2018), The unreasonable effectiveness of quasirandom sequences.
 */
public final class ActivityForecast {

    private final List<ForecastStep> steps;
    private final WorkCalendar calendar;
    private final RateNodes rates;

    private ActivityForecast(List<ForecastStep> steps, WorkCalendar calendar) {
        this.steps = steps;
        this.calendar = requireNonNull(calendar, "calendar");
        rates = new RateNodes(steps);
    }

    /**
     * Obtains the forecast of a chain of steps.
     *
     * @param steps the steps in order, the last one leading to the contract
     * @param calendar the days on which units are started
     * @return the forecast
     * @throws IllegalArgumentException where there is no step, or one occurs twice
     */
    public static ActivityForecast of(List<ForecastStep> steps, WorkCalendar calendar) {
        List<ForecastStep> copy = List.copyOf(steps);
        Set<String> names = new HashSet<>();
        for (ForecastStep step : copy) {
            if (!names.add(step.step())) {
                throw new IllegalArgumentException("steps must be distinct: " + step.step() + " occurs twice");
            }
        }
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("steps must be at least one: steps = []");
        }
        return new ActivityForecast(copy, calendar);
    }

    /**
     * Obtains the forecast of a chain whose rates and lags are those of a cohort.
     *
     * @param report the cohort; its definition should be strict or imputed, so that each unit is at one step
     * @param calendar the days on which units are started
     * @return the forecast
     * @throws IllegalArgumentException where from some step nobody has gone on yet
     */
    public static ActivityForecast of(CohortReport report, WorkCalendar calendar) {
        List<ForecastStep> steps = new ArrayList<>();
        for (CohortStep step : report.steps()) {
            steps.add(ForecastStep.of(step));
        }
        return of(steps, calendar);
    }

    /**
     * Forecasts the contracts of a stretch of days.
     *
     * @param open the units on their way at the beginning of {@code asOf}
     * @param arrivals what is still to be started, from {@code asOf} on
     * @param asOf the first day not yet known
     * @param from the first day of the stretch, not before {@code asOf}
     * @param until the day after its last one, not before {@code from}
     * @return the distributions
     * @throws IllegalArgumentException where a step is unknown or the days are out of order
     */
    public ActivityOutlook contracts(
            List<OpenUnits> open, List<Arrivals> arrivals, LocalDate asOf, LocalDate from, LocalDate until) {
        requireOrder(asOf, from, until);
        requireKnownSteps(open);
        int start = (int) ChronoUnit.DAYS.between(asOf, from);
        int end = (int) ChronoUnit.DAYS.between(asOf, until);
        int[] workdays = IntStream.range(0, end)
                .filter(day -> calendar.isWorkday(asOf.plusDays(day)))
                .toArray();
        OutlookSum sum = new OutlookSum(names(open, arrivals));
        for (double[] node : rates.nodes()) {
            sum.add(atRates(new ChainTiming(steps, node, end), open, arrivals, start, end, workdays));
        }
        return sum.outlook();
    }

    private Map<String, SellerNode> atRates(
            ChainTiming timing, List<OpenUnits> open, List<Arrivals> arrivals, int start, int end, int[] workdays) {
        Map<String, SellerNode> nodes = new TreeMap<>();
        for (OpenUnits units : open) {
            int step = stepOf(units.step());
            double before = start == 0 ? 0 : timing.open(step, units.days(), start);
            double chance = timing.open(step, units.days(), end) - before;
            node(nodes, units.seller()).open(Math.max(0, chance), units.count());
        }
        double passing = Arrays.stream(workdays)
                .mapToDouble(day -> timing.arriving(end - day) - (day < start ? timing.arriving(start - day) : 0))
                .sum();
        for (Arrivals coming : arrivals) {
            node(nodes, coming.seller()).arriving(coming.perWorkday() * passing, coming.size());
        }
        return nodes;
    }

    private static SellerNode node(Map<String, SellerNode> nodes, String seller) {
        return nodes.computeIfAbsent(seller, name -> new SellerNode());
    }

    private static Set<String> names(List<OpenUnits> open, List<Arrivals> arrivals) {
        Set<String> names = new TreeSet<>();
        open.forEach(units -> names.add(units.seller()));
        arrivals.forEach(coming -> names.add(coming.seller()));
        return names;
    }

    private int stepOf(String name) {
        return steps.stream().map(ForecastStep::step).toList().indexOf(name);
    }

    private void requireKnownSteps(List<OpenUnits> open) {
        Set<String> unknown = new TreeSet<>();
        open.stream().map(OpenUnits::step).filter(step -> stepOf(step) < 0).forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("open units must be at steps of the forecast: unknown = " + unknown
                    + ", steps = " + steps.stream().map(ForecastStep::step).toList());
        }
    }

    private static void requireOrder(LocalDate asOf, LocalDate from, LocalDate until) {
        if (from.isBefore(asOf) || until.isBefore(from)) {
            throw new IllegalArgumentException("days must be in order asOf, from, until: asOf = " + asOf + ", from = "
                    + from + ", until = " + until);
        }
    }

    /* What a seller may expect at one set of rates. */
    static final class SellerNode {

        private final List<double[]> chances = new ArrayList<>();
        private final List<CountDistribution> coming = new ArrayList<>();
        private double fromOpen;
        private double fromArrivals;

        void open(double chance, long count) {
            double[] same = new double[Math.toIntExact(count)];
            Arrays.fill(same, chance);
            chances.add(same);
            fromOpen += chance * count;
        }

        void arriving(double mean, double size) {
            coming.add(CountDistribution.negativeBinomial(mean, size));
            fromArrivals += mean;
        }

        CountDistribution contracts() {
            double[] all = chances.stream().flatMapToDouble(Arrays::stream).toArray();
            return CountDistribution.poissonBinomial(all).plus(CountDistribution.sum(coming));
        }

        double fromOpen() {
            return fromOpen;
        }

        double fromArrivals() {
            return fromArrivals;
        }
    }
}
