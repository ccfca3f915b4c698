package io.crmkit.metrics.fact;

import java.util.Arrays;

/* Sorts one subject's rows by second, equal ones staying in their order: merging runs of doubling length. */
final class RunSort {

    private RunSort() {}

    static void sort(int[] seconds, byte[] steps, int from, int end) {
        int length = end - from;
        for (long run = 1; run < length; run *= 2) {
            int[] oldSeconds = Arrays.copyOfRange(seconds, from, end);
            byte[] oldSteps = Arrays.copyOfRange(steps, from, end);
            for (long left = 0; left < length; left += 2 * run) {
                int middle = (int) Math.min(left + run, length);
                int right = (int) Math.min(left + 2 * run, length);
                merge(oldSeconds, oldSteps, (int) left, middle, right, seconds, steps, from);
            }
        }
    }

    private static void merge(
            int[] oldSeconds, byte[] oldSteps, int left, int middle, int right, int[] seconds, byte[] steps, int from) {
        int first = left;
        int second = middle;
        for (int place = left; place < right; place++) {
            boolean takeFirst = first < middle && (second >= right || oldSeconds[first] <= oldSeconds[second]);
            int taken = takeFirst ? first++ : second++;
            seconds[from + place] = oldSeconds[taken];
            steps[from + place] = oldSteps[taken];
        }
    }
}
