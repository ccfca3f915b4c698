package io.crmkit.metrics.bench;

import io.crmkit.metrics.fact.ActivityFacts;
import io.crmkit.metrics.fact.OrderedFunnel;
import io.crmkit.metrics.fact.SubjectFacts;
import java.sql.SQLException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Call, meeting, quote, contract, in order, within 60 days: subjects per level. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx6g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class FunnelBenchmark {

    /** The log as facts, in order of time and clustered by subject. */
    @State(Scope.Benchmark)
    public static class Facts {
        /** How many rows. */
        @Param("10000000")
        int rows;

        ActivityFacts log;
        SubjectFacts clustered;

        /** Makes the facts and checks that both orders give one answer. */
        @Setup(Level.Trial)
        public void fill() {
            log = Log.of(rows).facts();
            clustered = log.bySubject(0, 1, 2, 3);
            Cubes.check("clustered", reached(log), reached(clustered));
        }
    }

    /** The log in DuckDB. */
    @State(Scope.Benchmark)
    public static class Duck {
        /** How many rows. */
        @Param("10000000")
        int rows;

        /** How many threads DuckDB may use. */
        @Param("2")
        int threads;

        DuckDb duck;

        /**
         * Loads the log and checks DuckDB's answer against this library's.
         *
         * @throws SQLException as DuckDB has it
         */
        @Setup(Level.Trial)
        public void load() throws SQLException {
            Log log = Log.of(rows);
            duck = DuckDb.of(log, threads);
            Cubes.check("DuckDB", reached(log.facts()), duck.funnel());
            Cubes.check("DuckDB clustered", reached(log.facts()), duck.clusteredFunnel());
        }

        /**
         * Closes the database.
         *
         * @throws SQLException as DuckDB has it
         */
        @TearDown(Level.Trial)
        public void close() throws SQLException {
            duck.close();
        }
    }

    /** The public API over the log in order of time. */
    @Benchmark
    public long[] log(Facts facts) {
        return reached(facts.log);
    }

    /** The public API over facts clustered by subject. */
    @Benchmark
    public long[] clustered(Facts facts) {
        return reached(facts.clustered);
    }

    /** DuckDB's nested window functions. */
    @Benchmark
    public long[] duckDb(Duck duck) throws SQLException {
        return duck.duck.funnel();
    }

    /** The same in DuckDB over a table of the four steps alone, sorted by subject. */
    @Benchmark
    public long[] duckDbClustered(Duck duck) throws SQLException {
        return duck.duck.clusteredFunnel();
    }

    private static long[] reached(ActivityFacts facts) {
        OrderedFunnel funnel = OrderedFunnel.of(Log.WINDOW_DAYS, 0, 1, 2, 3);
        funnel.accumulate(facts);
        return funnel.reached();
    }

    private static long[] reached(SubjectFacts facts) {
        OrderedFunnel funnel = OrderedFunnel.of(Log.WINDOW_DAYS, 0, 1, 2, 3);
        funnel.accumulate(facts);
        return funnel.reached();
    }
}
