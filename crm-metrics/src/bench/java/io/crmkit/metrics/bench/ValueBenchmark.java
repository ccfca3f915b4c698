package io.crmkit.metrics.bench;

import io.crmkit.metrics.distribution.ValueDistribution;
import io.crmkit.metrics.distribution.ValuePortfolio;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Seven quantiles of a pipeline's value: by inversion, on a grid, by simulation, by Fourier convolution. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx6g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValueBenchmark {

    private static final double[] LEVELS = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};
    private static final double[] STAGES = {0.1, 0.25, 0.5, 0.75, 0.9};
    private static final long STEP = 100;

    /** Log-normal amounts in whole hundreds, and the probabilities of their stages. */
    @State(Scope.Benchmark)
    public static class Deals {
        /** How many opportunities. */
        @Param({"1000", "10000", "100000", "1000000"})
        int deals;

        long[] amounts;
        double[] probabilities;
        ValuePortfolio portfolio;

        /** Makes the portfolio, and checks the inversion against the grid where that is quick. */
        @Setup(Level.Trial)
        public void fill() {
            SplittableRandom random = new SplittableRandom(deals);
            amounts = new long[deals];
            probabilities = new double[deals];
            for (int i = 0; i < deals; i++) {
                double normal = 0;
                for (int j = 0; j < 12; j++) {
                    normal += random.nextDouble();
                }
                amounts[i] = STEP * Math.max(1, Math.round(Math.exp(3 + 0.8 * (normal - 6))));
                probabilities[i] = STAGES[random.nextInt(STAGES.length)];
            }
            portfolio = ValuePortfolio.of(amounts, probabilities);
            check();
        }

        private void check() {
            long[] inverted = quantiles(ValueDistribution.inverted(portfolio));
            long[] other = deals <= 10_000
                    ? ValuePeers.transformed(amounts, probabilities, STEP, LEVELS)
                    : ValuePeers.simulated(amounts, probabilities, 1_000, LEVELS);
            double tolerance = deals <= 10_000 ? 1e-6 : 1e-2;
            for (int i = 0; i < LEVELS.length; i++) {
                if (Math.abs(inverted[i] - other[i]) > tolerance * other[i] + STEP) {
                    throw new IllegalStateException(
                            "inverted " + Arrays.toString(inverted) + ", other " + Arrays.toString(other));
                }
            }
        }
    }

    private static long[] quantiles(ValueDistribution distribution) {
        return Arrays.stream(LEVELS).mapToLong(distribution::quantile).toArray();
    }

    /** Inversion of the characteristic function. */
    @Benchmark
    public long[] inverted(Deals deals) {
        return quantiles(ValueDistribution.inverted(deals.portfolio));
    }

    /** The same where all have a common shock of correlation 0.05. */
    @Benchmark
    public long[] withCommonShock(Deals deals) {
        return quantiles(ValueDistribution.withCommonShock(deals.portfolio, 0.05));
    }

    /** Ten thousand simulated portfolios. */
    @Benchmark
    public long[] simulated(Deals deals) {
        return ValuePeers.simulated(deals.amounts, deals.probabilities, 10_000, LEVELS);
    }

    /** Halving and Fourier convolution. */
    @Benchmark
    public long[] transformed(Deals deals) {
        return ValuePeers.transformed(deals.amounts, deals.probabilities, STEP, LEVELS);
    }

    /** Dynamic programming on a grid of some 40,000 cells. */
    @Benchmark
    public long[] onGrid(Deals deals) {
        long total = Arrays.stream(deals.amounts).sum();
        return quantiles(ValueDistribution.onGrid(deals.portfolio, Math.max(1, total / 40_000)));
    }

    /** The portfolios of 2,000 sellers with 50 opportunities each. */
    @State(Scope.Benchmark)
    public static class Sellers {
        ValuePortfolio[] portfolios = new ValuePortfolio[0];

        /** Cuts one great portfolio up. */
        @Setup(Level.Trial)
        public void fill() {
            Deals all = new Deals();
            all.deals = 100_000;
            all.fill();
            portfolios = new ValuePortfolio[2_000];
            for (int i = 0; i < portfolios.length; i++) {
                portfolios[i] = ValuePortfolio.of(
                        Arrays.copyOfRange(all.amounts, i * 50, i * 50 + 50),
                        Arrays.copyOfRange(all.probabilities, i * 50, i * 50 + 50));
            }
        }
    }

    /** Seven quantiles for each of 2,000 sellers. */
    @Benchmark
    public long sellers(Sellers sellers) {
        long sum = 0;
        for (ValuePortfolio portfolio : sellers.portfolios) {
            sum += quantiles(ValueDistribution.of(portfolio))[3];
        }
        return sum;
    }
}
