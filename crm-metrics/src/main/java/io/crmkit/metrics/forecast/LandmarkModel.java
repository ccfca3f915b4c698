package io.crmkit.metrics.forecast;

import io.crmkit.metrics.funnel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Win probability by stage and by days in the stage, from all visits to stages, those that still last included.
 *
 * <p>Definition: on each day in a stage an opportunity is won, lost or moved on at the rates counted at that age, exits
 * over days at risk, smoothed over the days around it, a tenth of the age to either side. The probability of a win is the sum over all
 * ways from there to it (a semi-Markov chain; the estimate of Aalen and Johansen, with a clock that starts anew in each
 * stage), drawn towards the stage's as if one more case had gone like all, so that no age is ever certain. An opportunity that is still open tells how long it was not won, and so the model needs no resolved history
 * alone, which would hold too many quick ends.
 *
 * <ul>
 *   <li>Shape: a probability for each opportunity; the share closed within days; the most probable next stage.
 *   <li>Unit: days of 24 hours; probabilities as ratios.
 *   <li>Range: zero to one. Beyond the longest stay seen the last rates go on; ages are counted up to 1,000 days.
 *   <li>Nothing to divide by: a stage that nobody has ever left has the share of wins among all that were settled, and
 *       one half where none was.
 *   <li>Errors: a {@code recent} stretch that is not positive is an {@link IllegalArgumentException}. Visits that begin
 *       at {@code asOf} or later are left out, and exits from then on are not known yet.
 * </ul>
 *
 * <p>What it is not: aware of anything but stage and time; {@link LogisticModel} is, and {@link LevelledModel} joins the
 * two.
 *
 * <p>Source: Aalen, O. O. and Johansen, S. (1978), Scandinavian Journal of Statistics 5, 141–150; landmarking: Anderson,
 * J. R., Cain, K. C. and Gelber, R. D. (1983), Journal of Clinical Oncology 1, 710–719.
 */
public final class LandmarkModel implements WinProbabilityModel {

    /** As many days ahead as a win can be foreseen. */
    public static final int MOST_DAYS = 730;

    private final List<String> stages;
    private final List<StageHazards> hazards = new ArrayList<>();
    private final Map<String, double[]> ever = new LinkedHashMap<>();
    private final double base;
    private final long visits;
    private @Nullable LandmarkDays days;

    private LandmarkModel(Collection<StageVisit> history, Instant from, Instant asOf) {
        stages = List.copyOf(stagesOf(history));
        stages.forEach(stage -> hazards.add(new StageHazards(stages.size() + 2)));
        long wins = 0;
        long settled = 0;
        long counted = 0;
        for (StageVisit whole : history) {
            if (whole.entered().isBefore(asOf)) {
                StageVisit visit = whole.asOf(asOf);
                hazards.get(stages.indexOf(visit.stage())).add(visit, StageHazards.target(visit, stages), from, asOf);
                wins += visit.outcome() == Outcome.WON ? 1 : 0;
                settled += visit.outcome() == Outcome.OPEN ? 0 : 1;
                counted++;
            }
        }
        hazards.forEach(StageHazards::smooth);
        base = settled == 0 ? 0.5 : (double) wins / settled;
        visits = counted;
        double[] fresh = fresh();
        for (int stage = 0; stage < stages.size(); stage++) {
            ever.put(stages.get(stage), winning(stage, fresh));
        }
    }

    private static Set<String> stagesOf(Collection<StageVisit> history) {
        Set<String> names = new TreeSet<>();
        for (StageVisit visit : history) {
            names.add(visit.stage());
            visit.next().ifPresent(names::add);
        }
        return names;
    }

    /**
     * Fits the model to all that was known at a moment.
     *
     * @param history the visits, in any order
     * @param asOf the moment
     * @return the model
     */
    public static LandmarkModel fit(Collection<StageVisit> history, Instant asOf) {
        return new LandmarkModel(history, Instant.MIN, asOf);
    }

    /**
     * Fits the model to what happened in the latest stretch of time alone, at every age: it follows change sooner, and
     * errs more by chance.
     *
     * @param history the visits, in any order
     * @param asOf the moment, the end of the stretch
     * @param recent the length of the stretch, such as 60 days
     * @return the model
     * @throws IllegalArgumentException where the stretch is not positive
     */
    public static LandmarkModel fit(Collection<StageVisit> history, Instant asOf, Duration recent) {
        if (recent.isNegative() || recent.isZero()) {
            throw new IllegalArgumentException("recent must be positive: recent = " + recent);
        }
        return new LandmarkModel(history, asOf.minus(recent), asOf);
    }

    /* The probability of a win for whoever has just come into each stage. */
    private double[] fresh() {
        int size = stages.size();
        double[][] matrix = new double[size][size];
        double[] right = new double[size];
        for (int stage = 0; stage < size; stage++) {
            double[] ends = hazards.get(stage).hasExits() ? leavingEver(stage) : nowhere();
            for (int target = 0; target < size; target++) {
                matrix[stage][target] = (stage == target ? 1 : 0) - ends[target];
            }
            right[stage] = ends[size];
        }
        return LinearSystem.solve(matrix, right);
    }

    private double[] nowhere() {
        double[] ends = new double[stages.size() + 2];
        ends[stages.size()] = base;
        ends[stages.size() + 1] = 1 - base;
        return ends;
    }

    private double[] leavingEver(int stage) {
        StageHazards of = hazards.get(stage);
        double[] ends = afterwards(of);
        for (int day = of.days() - 1; day >= 0; day--) {
            ends = stepBack(of.leaving(day), ends);
        }
        return ends;
    }

    /* Beyond the last day its rates go on, so that the ends are in proportion to them. */
    private double[] afterwards(StageHazards of) {
        double[] ends = of.leaving(of.days() - 1);
        double sum = 0;
        for (double end : ends) {
            sum += end;
        }
        if (sum == 0) {
            return nowhere();
        }
        for (int i = 0; i < ends.length; i++) {
            ends[i] /= sum;
        }
        return ends;
    }

    private static double[] stepBack(double[] leaving, double[] later) {
        double stay = 1;
        for (double probability : leaving) {
            stay -= probability;
        }
        double[] ends = new double[later.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = leaving[i] + Math.max(0, stay) * later[i];
        }
        return ends;
    }

    /* For each whole day in the stage the probability of a win, with one more for all days beyond. */
    private double[] winning(int stage, double[] fresh) {
        StageHazards of = hazards.get(stage);
        if (!of.hasExits()) {
            return new double[] {fresh[stage]};
        }
        double[] winning = new double[of.days() + 1];
        double[] ends = afterwards(of);
        winning[of.days()] = win(ends, fresh);
        for (int day = of.days() - 1; day >= 0; day--) {
            ends = stepBack(of.leaving(day), ends);
            winning[day] = win(ends, fresh);
        }
        return drawn(winning, of.exitsFrom());
    }

    /* As if one more had gone as all of the stage did, and there one more as all did. */
    private double[] drawn(double[] winning, double[] exits) {
        double all = (winning[0] * exits[0] + base) / (exits[0] + 1);
        double[] drawn = new double[winning.length];
        for (int day = 0; day < drawn.length; day++) {
            drawn[day] = (winning[day] * exits[day] + all) / (exits[day] + 1);
        }
        return drawn;
    }

    private static double win(double[] ends, double[] fresh) {
        double sum = ends[fresh.length];
        for (int stage = 0; stage < fresh.length; stage++) {
            sum += ends[stage] * fresh[stage];
        }
        return Math.min(1, Math.max(0, sum));
    }

    @Override
    public double probability(OpenOpportunity opportunity) {
        double[] winning = ever.getOrDefault(opportunity.stage(), new double[] {base});
        double age = Math.min(opportunity.stageDays(), winning.length - 1.0);
        int day = (int) age;
        int next = Math.min(day + 1, winning.length - 1);
        return winning[day] + (age - day) * (winning[next] - winning[day]);
    }

    /**
     * Computes the probability that an opportunity is won within a number of days.
     *
     * @param opportunity the opportunity as it stands; a stage without history has none
     * @param days the days from now on, from zero to {@value #MOST_DAYS}
     * @return the probability, never above {@link #probability}
     * @throws IllegalArgumentException where the days are out of range
     */
    public double winWithin(OpenOpportunity opportunity, int days) {
        int stage = stages.indexOf(opportunity.stage());
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must be between 0 and " + MOST_DAYS + ": days = " + days);
        }
        return stage < 0 ? 0 : days().winning(stage, (int) opportunity.stageDays(), days);
    }

    /**
     * Finds the day on which an opportunity is as likely to be won by as not, given that it is won at all.
     *
     * @param opportunity the opportunity as it stands
     * @return the whole days from now on, or empty where that is later than {@value #MOST_DAYS} days, or never
     */
    public OptionalInt probableCloseInDays(OpenOpportunity opportunity) {
        int stage = stages.indexOf(opportunity.stage());
        double half = probability(opportunity) / 2;
        return stage < 0 || half == 0
                ? OptionalInt.empty()
                : days().firstDay(stage, (int) opportunity.stageDays(), half);
    }

    /* Built when first asked for: most fits are asked for the probability alone. */
    private synchronized LandmarkDays days() {
        if (days == null) {
            days = new LandmarkDays(hazards, MOST_DAYS);
        }
        return days;
    }

    /**
     * Computes where an opportunity goes from its stage.
     *
     * @param opportunity the opportunity as it stands
     * @return the probability of each next stage, and of the names {@code WON} and {@code LOST}; empty without history
     */
    public Map<String, Double> next(OpenOpportunity opportunity) {
        int stage = stages.indexOf(opportunity.stage());
        Map<String, Double> next = new TreeMap<>();
        if (stage >= 0 && hazards.get(stage).hasExits()) {
            StageHazards of = hazards.get(stage);
            double[] ends = afterwards(of);
            for (int day = of.days() - 1; day >= (int) opportunity.stageDays(); day--) {
                ends = stepBack(of.leaving(day), ends);
            }
            for (int target = 0; target < ends.length; target++) {
                next.put(nameOf(target), ends[target]);
            }
        }
        return next;
    }

    private String nameOf(int target) {
        return target < stages.size()
                ? stages.get(target)
                : (target == stages.size() ? Outcome.WON : Outcome.LOST).name();
    }

    /**
     * Counts the visits that the model was fitted to.
     *
     * @return how many, those still open included
     */
    public long visits() {
        return visits;
    }
}
