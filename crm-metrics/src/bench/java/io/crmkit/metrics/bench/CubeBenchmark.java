package io.crmkit.metrics.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.crmkit.metrics.fact.Activity;
import io.crmkit.metrics.fact.ActivityEncoder;
import io.crmkit.metrics.fact.ActivityFacts;
import io.crmkit.metrics.fact.CodedFacts;
import io.crmkit.metrics.fact.Tally;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** Rows to seller x month x type: 288,000 counts. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx6g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class CubeBenchmark {

    /** The log as arrays and as facts. */
    @State(Scope.Benchmark)
    public static class Columns {
        /** How many rows. */
        @Param("10000000")
        int rows;

        Log log;
        ActivityFacts facts;
        CodedFacts coded;
        HandWritten handWritten;

        /** Makes the log and checks every answer. */
        @Setup(Level.Trial)
        public void fill() {
            log = Log.of(rows);
            facts = log.facts();
            coded = facts.coded(Log.PERIODS);
            handWritten = new HandWritten();
            int[] expected = Cubes.expected(log);
            Cubes.check("hand-written", expected, handWritten.cube(log));
            Cubes.check("columns", expected, Cubes.of(ofColumns(this)));
            Cubes.check("blocks", expected, Cubes.of(ofBlocks(this)));
            Cubes.check("coded", expected, Cubes.of(ofCoded(this)));
        }
    }

    /** The log as records of strings and instants. */
    @State(Scope.Benchmark)
    public static class Records {
        /** How many rows. */
        @Param("10000000")
        int rows;

        List<Activity> list;

        /** Makes the records and checks both answers. */
        @Setup(Level.Trial)
        public void fill() {
            Log log = Log.of(rows);
            List<String> sellers = names("seller-", Log.SELLERS);
            List<String> outcomes = names("outcome-", 5);
            list = IntStream.range(0, rows)
                    .mapToObj(row -> new Activity(
                            sellers.get(log.seller[row]),
                            STEPS.get(log.step[row]),
                            Instant.ofEpochSecond(log.at[row]),
                            outcomes.get(log.outcome[row]),
                            "opportunity"))
                    .toList();
            int[] expected = Cubes.expected(log);
            check(expected);
        }

        private void check(int[] expected) {
            int[] grouped = new int[Cubes.CELLS];
            byCalendar(this).forEach((key, count) -> grouped[cell(key)] = count.intValue());
            Cubes.check("groupingBy", expected, grouped);
            int[] indexed = new int[Cubes.CELLS];
            byIndex(this)
                    .forEach((key, count) ->
                            indexed[Cubes.cell(seller(key.seller()), key.month(), STEPS.indexOf(key.step()))] =
                                    count.intValue());
            Cubes.check("groupingBy index", expected, indexed);
            ActivityEncoder encoder = ActivityEncoder.of(STEPS, Log.SELLERS);
            Tally tally = Tally.zero(Log.SELLERS, Log.PERIODS, Log.TYPES);
            encoder.tally(list.iterator(), tally);
            int[] tallied = new int[Cubes.CELLS];
            byCalendar(this)
                    .keySet()
                    .forEach(key -> tallied[cell(key)] = (int)
                            tally.count(encoder.sellers().find(key.seller()), month(key), encoder.step(key.step())));
            Cubes.check("records", expected, tallied);
        }

        private static int cell(MonthKey key) {
            return Cubes.cell(seller(key.seller()), month(key), STEPS.indexOf(key.step()));
        }

        private static int seller(String name) {
            return Integer.parseInt(name.substring(7));
        }

        private static int month(MonthKey key) {
            return (key.month().getYear() - 2024) * 12 + key.month().getMonthValue() - 1;
        }

        private static List<String> names(String prefix, int count) {
            return IntStream.range(0, count).mapToObj(name -> prefix + name).toList();
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
         * Loads the log and checks the answers.
         *
         * @throws SQLException as DuckDB has it
         */
        @Setup(Level.Trial)
        public void load() throws SQLException {
            Log log = Log.of(rows);
            duck = DuckDb.of(log, threads);
            int[] expected = Cubes.expected(log);
            Cubes.check("DuckDB", expected, duck.cube());
            Cubes.check("DuckDB coded", expected, duck.codedCube());
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

    private static final List<String> STEPS = List.of("CALL", "MEETING", "QUOTE", "CONTRACT", "EMAIL", "NOTE");

    /** A group of the calendar. */
    record MonthKey(String seller, YearMonth month, String step) {}

    /** A group with the month as a number. */
    record IndexKey(String seller, int month, String step) {}

    /** The pass written by hand over the arrays. */
    @Benchmark
    public int[] handWritten(Columns columns) {
        return columns.handWritten.cube(columns.log);
    }

    /** The public API over raw columns, nothing known about them. */
    @Benchmark
    public Tally columns(Columns columns) {
        return ofColumns(columns);
    }

    /** The public API over blocks that know their least and greatest. */
    @Benchmark
    public Tally blocks(Columns columns) {
        return ofBlocks(columns);
    }

    /** The public API over facts coded at ingest. */
    @Benchmark
    public Tally coded(Columns columns) {
        return ofCoded(columns);
    }

    /** The public API over records, one after the other. */
    @Benchmark
    public Tally records(Records records) {
        Tally tally = Tally.zero(Log.SELLERS, Log.PERIODS, Log.TYPES);
        ActivityEncoder.of(STEPS, Log.SELLERS).tally(records.list.iterator(), tally);
        return tally;
    }

    /** Streams, with the month of the calendar as the key. */
    @Benchmark
    public Map<MonthKey, Long> streamsByCalendar(Records records) {
        return byCalendar(records);
    }

    /** Streams, with the month looked up as a number. */
    @Benchmark
    public Map<IndexKey, Long> streamsByIndex(Records records) {
        return byIndex(records);
    }

    /** DuckDB, grouped by three narrow columns. */
    @Benchmark
    public int[] duckDb(Duck duck) throws SQLException {
        return duck.duck.cube();
    }

    /** DuckDB, grouped by one code computed beforehand. */
    @Benchmark
    public int[] duckDbCoded(Duck duck) throws SQLException {
        return duck.duck.codedCube();
    }

    private static Tally ofColumns(Columns columns) {
        Tally tally = Tally.zero(Log.SELLERS, Log.PERIODS, Log.TYPES);
        tally.accumulate(columns.log.seller, columns.log.step, columns.log.at);
        return tally;
    }

    private static Tally ofBlocks(Columns columns) {
        Tally tally = Tally.zero(Log.SELLERS, Log.PERIODS, Log.TYPES);
        tally.accumulate(columns.facts);
        return tally;
    }

    private static Tally ofCoded(Columns columns) {
        Tally tally = Tally.zero(Log.SELLERS, Log.PERIODS, Log.TYPES);
        tally.accumulate(columns.coded);
        return tally;
    }

    private static Map<MonthKey, Long> byCalendar(Records records) {
        return records.list.stream()
                .collect(groupingBy(
                        activity -> new MonthKey(
                                activity.seller(), YearMonth.from(activity.at().atZone(Log.ZONE)), activity.step()),
                        counting()));
    }

    private static Map<IndexKey, Long> byIndex(Records records) {
        return records.list.stream()
                .collect(groupingBy(
                        activity -> new IndexKey(
                                activity.seller(),
                                Log.PERIODS.indexOf(activity.at().getEpochSecond()),
                                activity.step()),
                        counting()));
    }
}
