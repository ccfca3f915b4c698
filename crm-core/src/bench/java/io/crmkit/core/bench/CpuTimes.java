package io.crmkit.core.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Measures what recording and criteria cost in time of the processor, which a busy machine changes little. */
public final class CpuTimes {

    private static final int ROUNDS = 7;

    private CpuTimes() {}

    /**
     * Prints the best of several rounds for each.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        RecordingBenchmark recording = new RecordingBenchmark();
        RecordingBenchmark.Empty empty = new RecordingBenchmark.Empty();
        print("recorded one by one, each", 100_000, empty::open, () -> {
            long found = 0;
            for (int i = 0; i < 100_000; i++) {
                found += recording.oneByOne(empty).revision().number();
            }
            return found;
        });
        print("recorded a hundred together, each", 100_000, empty::open, () -> {
            long found = 0;
            for (int i = 0; i < 1_000; i++) {
                found += recording.together(empty).size();
            }
            return found;
        });
        CriterionBenchmark criteria = new CriterionBenchmark();
        CriterionBenchmark.Contacts contacts = new CriterionBenchmark.Contacts();
        contacts.contacts = 1_000_000;
        contacts.fill();
        print("five criteria, compiled, each contact", 1_000_000, () -> criteria.criterion(contacts));
        print("five criteria, by hand, each contact", 1_000_000, () -> criteria.handWritten(contacts));
        print("five criteria, streams, each contact", 1_000_000, () -> criteria.streams(contacts));
    }

    private static void print(String what, int operations, LongSupplier work) {
        print(what, operations, () -> {}, work);
    }

    private static void print(String what, int operations, Runnable before, LongSupplier work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            before.run();
            long start = threads.getCurrentThreadCpuTime();
            if (work.getAsLong() == 0) {
                throw new IllegalStateException(what + " did nothing");
            }
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        System.out.printf(Locale.ROOT, "%-40s %8.1f ns%n", what, (double) best / operations);
    }
}
