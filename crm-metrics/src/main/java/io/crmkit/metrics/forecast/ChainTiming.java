package io.crmkit.metrics.forecast;

import java.util.Arrays;
import java.util.List;

/*
 * The chance of passing all steps left within a number of days, at one set of rates.
 *
 * done[k][h] is that of a unit which has just arrived at step k, with h days left: the sum over the
 * days it may take for step k of the rate times the share of that lag times what the rest needs.
 */
final class ChainTiming {

    private final List<ForecastStep> steps;
    private final double[] rates;
    private final double[][] done;

    ChainTiming(List<ForecastStep> steps, double[] rates, int days) {
        this.steps = steps;
        this.rates = rates;
        done = new double[steps.size() + 1][days + 1];
        Arrays.fill(done[steps.size()], 1);
        for (int k = steps.size() - 1; k >= 0; k--) {
            for (int left = 0; left <= days; left++) {
                done[k][left] = rates[k] * passing(k, 0, left);
            }
        }
    }

    /* Summed over the days from now on up to `left`: the share that passes step k on that day, and the rest in time. */
    private double passing(int k, int age, int left) {
        LagDistribution lag = steps.get(k).lag();
        double sum = 0;
        for (int day = age == 0 ? 0 : 1; day <= left; day++) {
            double share = lag.within(age + day) - lag.within(age + day - 1);
            sum += share * done[k + 1][left - day];
        }
        return sum;
    }

    /* Of a unit at step k for `age` days that has not gone on yet. */
    double open(int k, int age, int left) {
        double still = 1 - rates[k] * (age == 0 ? 0 : steps.get(k).lag().within(age));
        return still <= 0 ? 0 : Math.min(1, rates[k] * passing(k, age, left) / still);
    }

    /* Of a unit that comes evenly over a day which begins with `left` days left, the day itself included. */
    double arriving(int left) {
        return (done[0][left] + done[0][left - 1]) / 2;
    }
}
