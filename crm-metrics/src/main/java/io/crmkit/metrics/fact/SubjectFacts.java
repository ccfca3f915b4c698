package io.crmkit.metrics.fact;

import java.util.Arrays;

/**
 * Activities of some steps, clustered by subject, each subject's in order of time.
 *
 * <p>Definition: the rows of the chosen steps, sorted by subject, then by instant; rows of one subject and one second
 * stay in the order they came in.
 *
 * <ul>
 *   <li>Shape: three columns, 9 bytes a row.
 *   <li>Unit: the second.
 *   <li>Range: instants less than 68 years from 2000.
 *   <li>Nothing to divide by: there may be no rows.
 *   <li>Errors: an instant out of range is an {@link IllegalArgumentException} that names it.
 * </ul>
 *
 * <p>What it is not: all of the facts. Sellers, outcomes and all other steps are left out.
 */
public final class SubjectFacts {

    private final int[] subjects;
    private final int[] seconds;
    private final byte[] steps;

    private SubjectFacts(int rows) {
        subjects = new int[rows];
        seconds = new int[rows];
        steps = new byte[rows];
    }

    static SubjectFacts of(ActivityFacts facts, int... steps) {
        boolean[] kept = kept(steps);
        facts.blocks().forEach(SubjectFacts::check);
        int[] starts = starts(facts, kept);
        SubjectFacts clustered = new SubjectFacts(starts[starts.length - 1]);
        clustered.place(facts, kept, starts.clone());
        clustered.sort(starts);
        return clustered;
    }

    private static boolean[] kept(int... steps) {
        boolean[] kept = new boolean[128];
        for (int step : steps) {
            Checks.below("step", step, kept.length);
            kept[step] = true;
        }
        return kept;
    }

    private static void check(ActivityBlock block) {
        if (block.length() > 0) {
            Checks.atMost("subject", block.maxSubject(), Integer.MAX_VALUE - 16);
            FunnelRule.second(block.minAt(), 0);
            FunnelRule.second(block.maxAt(), 0);
        }
    }

    /* For each subject the place of its first row, and at the end the number of rows. */
    private static int[] starts(ActivityFacts facts, boolean[] kept) {
        Checks.atMost("rows", facts.size(), Integer.MAX_VALUE - 8);
        int subjects = 0;
        for (ActivityBlock block : facts.blocks()) {
            subjects = block.length() == 0 ? subjects : Math.max(subjects, block.maxSubject() + 1);
        }
        int[] starts = new int[subjects + 1];
        for (ActivityBlock block : facts.blocks()) {
            for (int row = block.offset(); row < block.offset() + block.length(); row++) {
                starts[block.subject()[row] + 1] += kept[block.step()[row]] ? 1 : 0;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    private void place(ActivityFacts facts, boolean[] kept, int[] next) {
        for (ActivityBlock block : facts.blocks()) {
            for (int row = block.offset(); row < block.offset() + block.length(); row++) {
                if (kept[block.step()[row]]) {
                    int place = next[block.subject()[row]]++;
                    subjects[place] = block.subject()[row];
                    seconds[place] = FunnelRule.since2000(block.at()[row]);
                    steps[place] = block.step()[row];
                }
            }
        }
    }

    private void sort(int[] starts) {
        for (int subject = 0; subject < starts.length - 1; subject++) {
            for (int row = starts[subject] + 1; row < starts[subject + 1]; row++) {
                if (seconds[row] < seconds[row - 1]) {
                    RunSort.sort(seconds, steps, starts[subject], starts[subject + 1]);
                    break;
                }
            }
        }
    }

    /**
     * Counts the rows.
     *
     * @return how many rows were kept
     */
    public int size() {
        return steps.length;
    }

    int maxSubject() {
        return subjects[subjects.length - 1];
    }

    long minAt() {
        return Arrays.stream(seconds).min().orElseThrow() + FunnelRule.ORIGIN;
    }

    /* Takes the states of the subjects through all rows. */
    void advance(FunnelRule rule, int[] states) {
        int[] subject = subjects;
        int[] second = seconds;
        byte[] step = steps;
        byte[] levels = rule.levels();
        int stride = rule.stride();
        int window = rule.windowSeconds();
        for (int row = 0; row < step.length; row++) {
            int level = levels[step[row]];
            if (level > 0) {
                FunnelRule.advance(states, subject[row] * stride, level, second[row], window, stride);
            }
        }
    }
}
