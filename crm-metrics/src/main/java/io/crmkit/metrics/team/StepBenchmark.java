package io.crmkit.metrics.team;

import io.crmkit.metrics.Proportion;
import java.util.List;

/**
 * What the rate of a step is held against.
 *
 * <p>A rate says nothing by itself: that 25 % of the quotes become contracts and 50 % of the calls meetings does not make
 * the first the weaker step. See {@link WeakestStep}.
 */
public sealed interface StepBenchmark {

    /**
     * Computes the rate to reach.
     *
     * @return the rate, from zero to one
     */
    double target();

    /**
     * A rate that was set, or is known from elsewhere.
     *
     * @param target the rate, greater than zero, at most one
     */
    record Given(double target) implements StepBenchmark {

        /**
         * Checks the rate.
         *
         * @throws IllegalArgumentException where it is out of range
         */
        public Given {
            if (!(target > 0 && target <= 1)) {
                throw new IllegalArgumentException("target must be greater than 0 and at most 1: target = " + target);
            }
        }
    }

    /**
     * The rate of an earlier period, as uncertain as its counts leave it.
     *
     * @param counts the counts of that period, at least one trial
     */
    record PreviousPeriod(Proportion counts) implements StepBenchmark {

        /**
         * Checks the counts.
         *
         * @throws IllegalArgumentException where there is no trial
         */
        public PreviousPeriod {
            if (counts.trials() == 0) {
                throw new IllegalArgumentException("counts must have a trial: counts = " + counts);
            }
        }

        @Override
        public double target() {
            return Posteriors.of(counts).getMean();
        }
    }

    /**
     * The upper quartile of the sellers' shrunken rates: what one in four of the team does.
     *
     * <p>Definition: with the shrunken rates of the sellers with trials in ascending order, the value at the place
     * {@code 3/4 · (n - 1)}, interpolated between neighbours (type 7 of Hyndman and Fan 1996). Where sellers do not
     * differ beyond chance it is the team's mean, near enough.
     *
     * @param sellers the counts of the step, at least two sellers with trials
     */
    record UpperQuartile(List<SellerCount> sellers) implements StepBenchmark {

        /**
         * Copies the counts.
         *
         * @throws IllegalArgumentException where fewer than two sellers have trials
         */
        public UpperQuartile {
            sellers = Team.requireComparable(sellers);
        }

        @Override
        public double target() {
            EmpiricalBayes fit = EmpiricalBayes.fit(sellers);
            double[] rates = sellers.stream()
                    .filter(seller -> seller.proportion().trials() > 0)
                    .mapToDouble(seller -> fit.shrink(seller).rate())
                    .sorted()
                    .toArray();
            double place = 0.75 * (rates.length - 1);
            int below = (int) place;
            int above = Math.min(below + 1, rates.length - 1);
            return rates[below] + (place - below) * (rates[above] - rates[below]);
        }
    }
}
