package io.crmkit.metrics.forecast;

import io.crmkit.metrics.funnel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/*
 * How an opportunity leaves one stage, day by day: rates of being won, of being lost and of moving to
 * each other stage, from the days at risk and the exits at that age.
 *
 * A day's rates come from the days around it, to either side a tenth of its age: nothing is smoothed in
 * the first ten days, where most happens, and ever more where fewer are left. Beyond the last day seen
 * its rates go on.
 */
final class StageHazards {

    private static final double WIDTH = 0.1;
    private static final int MOST_DAYS = 1_000;
    private static final double DAY = 86_400;

    private final int targets;
    private double[] atRisk = new double[1];
    private double[][] exits;
    private double[][] rates = new double[0][];

    /* targets: the stages in order, then won, then lost. */
    StageHazards(int targets) {
        this.targets = targets;
        exits = new double[1][targets];
    }

    void add(StageVisit visit, int target, Instant from, Instant asOf) {
        double entry = Math.max(0, days(visit.entered(), from));
        double exit = days(visit.entered(), visit.left().orElse(asOf));
        if (entry > 0 && entry >= exit) {
            return;
        }
        int last = (int) Math.min(MOST_DAYS, exit);
        grow(last + 1);
        for (int day = (int) Math.min(MOST_DAYS, entry); day <= last; day++) {
            double until = day == MOST_DAYS ? exit : Math.min(exit, day + 1);
            atRisk[day] += Math.max(0, until - Math.max(entry, day));
        }
        if (visit.left().isPresent()) {
            exits[last][target]++;
        }
    }

    private static double days(Instant from, Instant until) {
        Duration time = Duration.between(from, until);
        return (time.getSeconds() + time.getNano() / 1e9) / DAY;
    }

    private void grow(int length) {
        if (length > atRisk.length) {
            atRisk = Arrays.copyOf(atRisk, length);
            List<double[]> longer = new ArrayList<>(List.of(exits));
            while (longer.size() < length) {
                longer.add(new double[targets]);
            }
            exits = longer.toArray(double[][]::new);
        }
    }

    void smooth() {
        rates = new double[atRisk.length][];
        for (int day = 0; day < rates.length; day++) {
            rates[day] = rates(day, (int) (day * WIDTH));
        }
    }

    private double[] rates(int day, int width) {
        double risk = 0;
        double[] sums = new double[targets];
        for (int i = Math.max(0, day - width); i <= Math.min(exits.length - 1, day + width); i++) {
            risk += atRisk[i];
            for (int target = 0; target < targets; target++) {
                sums[target] += exits[i][target];
            }
        }
        for (int target = 0; target < targets; target++) {
            // who leaves at the moment of arrival was at risk for no time at all
            sums[target] /= Math.max(risk, 1e-9);
        }
        return sums;
    }

    /* For each day, and one more for all beyond, how many left on it or later; beyond the last day, on that day. */
    double[] exitsFrom() {
        double[] from = new double[exits.length + 1];
        for (int day = exits.length - 1; day >= 0; day--) {
            from[day] = from[day + 1] + Arrays.stream(exits[day]).sum();
        }
        from[exits.length] = from[exits.length - 1];
        return from;
    }

    boolean hasExits() {
        return Arrays.stream(exits).flatMapToDouble(Arrays::stream).sum() > 0;
    }

    int days() {
        return rates.length;
    }

    /* The probabilities of leaving on a day to each target, given that it is still there in the morning. */
    double[] leaving(int day) {
        double[] of = rates[Math.min(day, rates.length - 1)];
        double sum = 0;
        for (double rate : of) {
            sum += rate;
        }
        double[] leaving = new double[targets];
        for (int target = 0; sum > 0 && target < targets; target++) {
            leaving[target] = -Math.expm1(-sum) * of[target] / sum;
        }
        return leaving;
    }

    static int target(StageVisit visit, List<String> stages) {
        return visit.next().map(stages::indexOf).orElse(stages.size() + (visit.outcome() == Outcome.WON ? 0 : 1));
    }
}
