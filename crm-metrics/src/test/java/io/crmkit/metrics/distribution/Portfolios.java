package io.crmkit.metrics.distribution;

import java.util.Random;

/* Made-up portfolios: log-normal amounts in whole hundreds of minor units, probabilities by stage. */
final class Portfolios {

    private static final double[] STAGES = {0.05, 0.1, 0.25, 0.4, 0.6, 0.8, 0.9};

    private Portfolios() {}

    static ValuePortfolio lognormal(int size, long seed) {
        return lognormal(size, seed, 100);
    }

    static ValuePortfolio lognormal(int size, long seed, long step) {
        Random random = new Random(seed);
        long[] amounts = new long[size];
        double[] probabilities = new double[size];
        for (int i = 0; i < size; i++) {
            amounts[i] = step * Math.max(1, Math.round(Math.exp(9.4 + random.nextGaussian()) / step));
            probabilities[i] = STAGES[random.nextInt(STAGES.length)];
        }
        return ValuePortfolio.of(amounts, probabilities);
    }
}
