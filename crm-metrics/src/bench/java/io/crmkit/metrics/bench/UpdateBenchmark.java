package io.crmkit.metrics.bench;

import io.crmkit.metrics.fact.Counts;
import io.crmkit.metrics.fact.OrderedFunnel;
import io.crmkit.metrics.fact.Tally;
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

/** One event at a time into counts and funnel, and the rates of a team read from the counts. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx6g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class UpdateBenchmark {

    /** The log, and what was counted of it. */
    @State(Scope.Benchmark)
    public static class History {
        /** How many rows. */
        @Param("10000000")
        int rows;

        Log log;
        Tally tally;
        Counts counts;

        /** Makes the log and checks that single events give what blocks give. */
        @Setup(Level.Trial)
        public void fill() {
            log = Log.of(rows);
            tally = Tally.zero(Log.SELLERS, Log.PERIODS, Log.TYPES);
            OrderedFunnel funnel = OrderedFunnel.of(Log.WINDOW_DAYS, 0, 1, 2, 3);
            update(log, tally, funnel);
            counts = tally.finish();
            OrderedFunnel batch = OrderedFunnel.of(Log.WINDOW_DAYS, 0, 1, 2, 3);
            batch.accumulate(log.facts());
            Cubes.check("counts", Cubes.expected(log), Cubes.of(tally));
            Cubes.check("funnel", batch.reached(), funnel.reached());
        }
    }

    /** All events of the log, one call each for the counts and for the funnel. */
    @Benchmark
    public OrderedFunnel updates(History history) {
        Tally tally = Tally.zero(Log.SELLERS, Log.PERIODS, Log.TYPES);
        OrderedFunnel funnel = OrderedFunnel.of(Log.WINDOW_DAYS, 0, 1, 2, 3);
        update(history.log, tally, funnel);
        return funnel;
    }

    /** Three rates over twelve months of each of 2,000 sellers, with the gap to the team. */
    @Benchmark
    public double teamRates(History history) {
        Counts counts = history.counts;
        double gaps = 0;
        for (int step = 1; step <= 3; step++) {
            double team = counts.totalRatio(12, 24, step, step - 1).orElse(0);
            for (int seller = 0; seller < Log.SELLERS; seller++) {
                gaps += Math.abs(counts.ratio(seller, 12, 24, step, step - 1).orElse(0) - team);
            }
        }
        return gaps;
    }

    /** The counts made ready for reading. */
    @Benchmark
    public Counts finish(History history) {
        return history.tally.finish();
    }

    private static void update(Log log, Tally tally, OrderedFunnel funnel) {
        for (int row = 0; row < log.rows; row++) {
            tally.accumulate(log.seller[row], log.at[row], log.step[row]);
            funnel.accumulate(log.subject[row], log.at[row], log.step[row]);
        }
    }
}
