package io.crmkit.metrics.fact;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/*
 * The steps of an ordered funnel, its window, and the arithmetic on a subject's state.
 *
 * The state of a subject is levels + 1 ints, in seconds since 2000: the latest event, then for each level the latest
 * start of a chain that reached it. A step of level k takes over the start of level k - 1 where that is within the
 * window. For level 1 that start is the event itself, which is why the latest event is stored right before it.
 */
@SuppressWarnings("ArrayRecordComponent")
record FunnelRule(List<Integer> steps, int windowSeconds, byte[] levels) {

    static final int UNSET = Integer.MIN_VALUE;
    static final long ORIGIN = 946_684_800L;

    private static final int MOST_LEVELS = 32;
    private static final int DAY = 86_400;
    private static final int MOST_DAYS = 3_660;

    static FunnelRule of(int windowDays, int... steps) {
        Checks.notNegative("windowDays", windowDays);
        Checks.atMost("windowDays", windowDays, MOST_DAYS);
        Checks.positive("number of steps", steps.length);
        Checks.atMost("number of steps", steps.length, MOST_LEVELS);
        byte[] levels = new byte[128];
        for (int level = 1; level <= steps.length; level++) {
            int step = steps[level - 1];
            Checks.below("step", step, levels.length);
            if (levels[step] != 0) {
                throw new IllegalArgumentException("steps must be distinct: step = " + step);
            }
            levels[step] = (byte) level;
        }
        return new FunnelRule(IntStream.of(steps).boxed().toList(), windowDays * DAY, levels);
    }

    int stride() {
        return steps.size() + 1;
    }

    int mostSubjects() {
        return (Integer.MAX_VALUE - 8) / stride();
    }

    int level(int step) {
        Checks.below("step", step, levels.length);
        return levels[step];
    }

    int second(long at) {
        return second(at, windowSeconds);
    }

    /* An instant in seconds since 2000, late enough for a window before it not to run into UNSET. */
    static int second(long at, int window) {
        long second = at - ORIGIN;
        if (second <= (long) UNSET + window || second > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("at must be after " + instant((long) UNSET + window) + " and not after "
                    + instant(Integer.MAX_VALUE) + ": at = " + at);
        }
        return (int) second;
    }

    static int since2000(long at) {
        return (int) (at - ORIGIN);
    }

    /* Takes the state of one subject through one event. */
    static void advance(int[] states, int state, int level, int second, int window, int stride) {
        int latest = states[state];
        if (second < latest) {
            throw late(state / stride, second, latest);
        }
        states[state] = second;
        int start = states[state + level - 1];
        int kept = states[state + level];
        states[state + level] = start >= second - window ? start : kept;
    }

    static Instant instant(long second) {
        return Instant.ofEpochSecond(second + ORIGIN);
    }

    private static IllegalArgumentException late(int subject, int second, int latest) {
        return new IllegalArgumentException("at must not be before the subject's latest event: subject = " + subject
                + ", at = " + instant(second) + ", latest = " + instant(latest));
    }

    void checkSame(FunnelRule other) {
        if (!steps.equals(other.steps) || windowSeconds != other.windowSeconds) {
            throw new IllegalArgumentException("funnels must have the same steps and window: " + this + "; " + other);
        }
    }

    @Override
    public String toString() {
        return "steps " + steps + " within " + windowSeconds / DAY + " days";
    }
}
