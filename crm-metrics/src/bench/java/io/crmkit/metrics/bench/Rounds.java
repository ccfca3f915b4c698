package io.crmkit.metrics.bench;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all benchmarks in rounds, in rotated order, so that a busy machine hits them alike, and prints medians and the
 * ratios that are claimed, each taken within a round.
 */
public final class Rounds {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private static final List<Claim> CLAIMS = List.of(
            new Claim("CubeBenchmark.handWritten", "CubeBenchmark.columns", 1 / 1.5),
            new Claim("CubeBenchmark.duckDb", "CubeBenchmark.columns", 4.5),
            new Claim("CubeBenchmark.duckDbCoded", "CubeBenchmark.columns", 4.5),
            new Claim("CubeBenchmark.duckDb", "CubeBenchmark.blocks", 10),
            new Claim("CubeBenchmark.duckDbCoded", "CubeBenchmark.blocks", 10),
            new Claim("CubeBenchmark.duckDb", "CubeBenchmark.coded", 10),
            new Claim("CubeBenchmark.duckDbCoded", "CubeBenchmark.coded", 10),
            new Claim("CubeBenchmark.streamsByCalendar", "CubeBenchmark.records", 8),
            new Claim("FunnelBenchmark.duckDb", "FunnelBenchmark.log", 6),
            new Claim("FunnelBenchmark.duckDb", "FunnelBenchmark.clustered", 30),
            new Claim("FunnelBenchmark.duckDbClustered", "FunnelBenchmark.clustered", 30));

    private record Claim(String slower, String faster, double goal) {}

    private Rounds() {}

    /**
     * Runs the rounds.
     *
     * @param arguments the options of JMH, without a pattern
     * @throws RunnerException where a benchmark fails, as it does where answers differ
     * @throws CommandLineOptionException where an option is unknown
     */
    public static void main(String... arguments) throws RunnerException, CommandLineOptionException {
        Options options = new CommandLineOptions(arguments);
        List<String> names = names();
        Map<String, List<Double>> scores = new LinkedHashMap<>();
        names.forEach(name -> scores.put(name, new ArrayList<>()));
        for (int round = 0; round < ROUNDS; round++) {
            for (String name : names) {
                of(scores, name).add(score(options, name));
            }
            Collections.rotate(names, 5);
        }
        scores.forEach((name, values) -> print("%-36s %s ms%n", name, spread(values)));
        CLAIMS.forEach(claim -> print(claim, of(scores, claim.slower()), of(scores, claim.faster())));
    }

    private static List<Double> of(Map<String, List<Double>> scores, String name) {
        return requireNonNull(scores.get(name), name);
    }

    private static List<String> names() {
        return new ArrayList<>(Stream.of(CubeBenchmark.class, FunnelBenchmark.class, UpdateBenchmark.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Benchmark.class))
                        .map(method -> type.getSimpleName() + "." + method.getName()))
                .sorted()
                .toList());
    }

    private static double score(Options options, String name) throws RunnerException {
        Options one = new OptionsBuilder()
                .parent(options)
                .include("\\." + name.replace(".", "\\.") + "$")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        RunResult result = new Runner(one).runSingle();
        double score = result.getPrimaryResult().getScore();
        print("%-36s %12.3f%n", name, score);
        return score;
    }

    private static void print(Claim claim, List<Double> slower, List<Double> faster) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < slower.size(); round++) {
            ratios.add(slower.get(round) / faster.get(round));
        }
        print("%s / %s: %s, goal %.2f%n", claim.slower(), claim.faster(), spread(ratios), claim.goal());
    }

    private static String spread(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "median %.3f (%.3f to %.3f)",
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    @SuppressWarnings("SystemOut")
    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
