package io.crmkit.metrics.fact;

import static io.crmkit.metrics.fact.FunnelRule.UNSET;

import java.util.Arrays;

/**
 * Activities clustered by subject, each subject's in order of time.
 *
 * <p>Definition: the rows sorted by subject, then by instant; rows of one subject and one second stay in the order they
 * came in.
 *
 * <ul>
 *   <li>Shape: the place of each subject's first row, then a step and a second for each row: 5 bytes a row and 4 a
 *       subject.
 *   <li>Unit: the second.
 *   <li>Range: instants less than 68 years from 2000.
 *   <li>Nothing to divide by: a subject may have no rows.
 *   <li>Errors: an instant out of range is an {@link IllegalArgumentException} that names it.
 * </ul>
 *
 * <p>What it is not: all of the facts. Sellers and outcomes are left out.
 */
public final class SubjectFacts {

    private final int[] starts;
    private final int[] seconds;
    private final byte[] steps;
    private final int minSecond;

    private SubjectFacts(int[] starts, int[] seconds, byte[] steps, int minSecond) {
        this.starts = starts;
        this.seconds = seconds;
        this.steps = steps;
        this.minSecond = minSecond;
    }

    static SubjectFacts of(ActivityFacts facts) {
        Checks.atMost("rows", facts.size(), Integer.MAX_VALUE - 8);
        int minSecond = Integer.MAX_VALUE;
        for (ActivityBlock block : facts.blocks()) {
            if (block.length() > 0) {
                Checks.atMost("subject", block.maxSubject(), Integer.MAX_VALUE - 16);
                second(block.maxAt());
                minSecond = Math.min(minSecond, second(block.minAt()));
            }
        }
        int[] starts = starts(facts);
        SubjectFacts clustered =
                new SubjectFacts(starts, new int[(int) facts.size()], new byte[(int) facts.size()], minSecond);
        clustered.place(facts, starts.clone());
        clustered.sort();
        return clustered;
    }

    private static int second(long at) {
        long second = at - FunnelRule.ORIGIN;
        if (second <= UNSET || second > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("at must be after " + FunnelRule.instant(UNSET) + " and not after "
                    + FunnelRule.instant(Integer.MAX_VALUE) + ": at = " + at);
        }
        return (int) second;
    }

    private static int[] starts(ActivityFacts facts) {
        int subjects = 0;
        for (ActivityBlock block : facts.blocks()) {
            subjects = block.length() == 0 ? subjects : Math.max(subjects, block.maxSubject() + 1);
        }
        int[] starts = new int[subjects + 1];
        for (ActivityBlock block : facts.blocks()) {
            for (int row = block.offset(); row < block.offset() + block.length(); row++) {
                starts[block.subject()[row] + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    private void place(ActivityFacts facts, int[] next) {
        for (ActivityBlock block : facts.blocks()) {
            for (int row = block.offset(); row < block.offset() + block.length(); row++) {
                int place = next[block.subject()[row]]++;
                seconds[place] = (int) (block.at()[row] - FunnelRule.ORIGIN);
                steps[place] = block.step()[row];
            }
        }
    }

    private void sort() {
        for (int subject = 0; subject < subjects(); subject++) {
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
     * @return how many rows there are
     */
    public int size() {
        return steps.length;
    }

    /**
     * Counts the subjects, with those that have no rows.
     *
     * @return one more than the greatest id
     */
    public int subjects() {
        return starts.length - 1;
    }

    long minAt() {
        return minSecond + FunnelRule.ORIGIN;
    }

    /* Takes the states of all subjects through their rows, without a branch per row. */
    void advance(FunnelRule rule, int[] states) {
        checkOrder(rule, states);
        byte[] levels = rule.levels().clone();
        for (int step = 0; step < levels.length; step++) {
            levels[step] = levels[step] == 0 ? (byte) (rule.stride() + 1) : levels[step];
        }
        int[] chain = new int[rule.stride() + 2];
        for (int subject = 0; subject < subjects(); subject++) {
            int state = subject * rule.stride();
            Arrays.fill(chain, UNSET);
            System.arraycopy(states, state, chain, 0, rule.stride());
            int latest = run(chain, levels, starts[subject], starts[subject + 1], rule);
            System.arraycopy(chain, 0, states, state, rule.stride());
            states[state] = latest;
        }
    }

    /* Steps outside the funnel have a level beyond the last one but one, which is never reached from below. */
    private int run(int[] chain, byte[] levels, int from, int end, FunnelRule rule) {
        int window = rule.windowSeconds();
        int last = rule.stride();
        int latest = chain[0];
        for (int row = from; row < end; row++) {
            int second = seconds[row];
            int level = levels[steps[row]];
            latest = level < last ? second : latest;
            chain[0] = second;
            int start = chain[level - 1];
            chain[level] = start >= second - window ? start : chain[level];
        }
        return latest;
    }

    private void checkOrder(FunnelRule rule, int[] states) {
        for (int subject = 0; subject < subjects(); subject++) {
            int state = states[subject * rule.stride()];
            for (int row = starts[subject]; state != UNSET && row < starts[subject + 1]; row++) {
                if (rule.levels()[steps[row]] > 0 && seconds[row] < state) {
                    throw FunnelRule.late(subject, seconds[row], state);
                }
            }
        }
    }
}
