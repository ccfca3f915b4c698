package io.crmkit.metrics.fact;

import static io.crmkit.metrics.fact.FunnelRule.UNSET;

import java.util.Arrays;

/**
 * How far each subject came through steps in order, within a window that starts with its first step.
 *
 * <p>Definition: a chain of level {@code k} of a subject is one event each of the first {@code k} steps, in the order
 * of the steps, none later than the window's days after the first of them; the subject's level is the length of its
 * longest chain. Events at one second are taken in the order they come in.
 *
 * <ul>
 *   <li>Shape: one state per subject, of one int more than there are steps, whatever the number of events.
 *   <li>Unit: levels count steps; a day of the window has 86,400 seconds, and its last second counts.
 *   <li>Range: 1 to 32 distinct steps, windows of 0 to 3,660 days, instants less than 68 years from 2000. Events of
 *       other steps change nothing. An event that is there twice counts as once.
 *   <li>Nothing to divide by: a subject without the first step has level 0.
 *   <li>Errors: each subject's events must come in order of time; one before its latest is an {@link
 *       IllegalArgumentException} that names both, and the rows before it are counted. Facts in any order are put in
 *       order by {@link ActivityFacts#bySubject}.
 * </ul>
 *
 * <p>Funnels merge where they share no subject: give each thread its own subjects. An event cannot be taken back;
 * {@link #forget} the subject and count its events again.
 *
 * <p>What it is not: a funnel of first touches, in which a step counts whenever it happened.
 *
 * <p>Source: the aggregate function {@code windowFunnel} of ClickHouse in its default mode, with steps that exclude
 * each other.
 */
public final class OrderedFunnel {

    private final FunnelRule rule;
    private int[] states;
    private int[] selected = new int[0];

    private OrderedFunnel(FunnelRule rule) {
        this.rule = rule;
        this.states = new int[0];
    }

    /**
     * Obtains a funnel that no subject has entered.
     *
     * @param windowDays how many days after its first step a chain may go on
     * @param steps the ids of the steps, in order
     * @return the funnel
     * @throws IllegalArgumentException where there is no step, one is there twice, or the window is out of range
     */
    public static OrderedFunnel of(int windowDays, int... steps) {
        return new OrderedFunnel(FunnelRule.of(windowDays, steps));
    }

    /**
     * Counts one event.
     *
     * @param subject the subject's id
     * @param at the epoch second
     * @param step the step's id
     * @throws IllegalArgumentException where an id or the instant is out of range, or the event before the subject's
     *     latest
     */
    public void accumulate(int subject, long at, int step) {
        int level = rule.level(step);
        if (level > 0) {
            Checks.below("subject", subject, rule.mostSubjects());
            int second = rule.second(at);
            makeRoom(subject);
            FunnelRule.advance(states, subject * rule.stride(), level, second, rule.windowSeconds(), rule.stride());
        }
    }

    /**
     * Counts the rows of a block.
     *
     * @param block the block
     * @throws IllegalArgumentException where an id or an instant is out of range, or a row before its subject's latest
     */
    public void accumulate(ActivityBlock block) {
        if (block.length() > 0) {
            Checks.below("subject", block.maxSubject(), rule.mostSubjects());
            rule.second(block.minAt());
            rule.second(block.maxAt());
            makeRoom(block.maxSubject());
            advanceAll(block, select(block));
        }
    }

    /**
     * Counts all rows of facts.
     *
     * @param facts the facts, in order of time for each subject
     * @throws IllegalArgumentException as for a block; the blocks before are counted
     */
    public void accumulate(ActivityFacts facts) {
        facts.blocks().forEach(this::accumulate);
    }

    /**
     * Counts all rows of facts that are clustered by subject.
     *
     * @param facts the facts
     * @throws IllegalArgumentException where an id or an instant is out of range, or a row before the latest that its
     *     subject had before; the rows before it are counted
     */
    public void accumulate(SubjectFacts facts) {
        if (facts.size() > 0) {
            Checks.below("subject", facts.maxSubject(), rule.mostSubjects());
            rule.second(facts.minAt());
            makeRoom(facts.maxSubject());
            facts.advance(rule, states);
        }
    }

    /**
     * Adds the subjects of another funnel; the other is not changed.
     *
     * @param other a funnel of the same steps and window
     * @throws IllegalArgumentException where they are not the same, or both have had events of one subject; then
     *     nothing is changed
     */
    public void merge(OrderedFunnel other) {
        rule.checkSame(other.rule);
        int stride = rule.stride();
        for (int state = 0; state < Math.min(states.length, other.states.length); state += stride) {
            if (states[state] != UNSET && other.states[state] != UNSET) {
                throw new IllegalArgumentException("funnels must not share a subject: subject = " + state / stride);
            }
        }
        makeRoom(other.states.length / stride - 1);
        for (int cell = 0; cell < other.states.length; cell++) {
            states[cell] = Math.max(states[cell], other.states[cell]);
        }
    }

    /**
     * Forgets a subject, so that its events can be counted again after one of them was corrected.
     *
     * @param subject the subject's id
     * @throws IllegalArgumentException where the id is negative
     */
    public void forget(int subject) {
        Checks.notNegative("subject", subject);
        int stride = rule.stride();
        if (subject < states.length / stride) {
            Arrays.fill(states, subject * stride, (subject + 1) * stride, UNSET);
        }
    }

    /**
     * Obtains the level of a subject.
     *
     * @param subject the subject's id
     * @return how many steps its longest chain has, 0 for a subject without events
     * @throws IllegalArgumentException where the id is negative
     */
    public int level(int subject) {
        Checks.notNegative("subject", subject);
        return subject < states.length / rule.stride() ? levelAt(subject * rule.stride()) : 0;
    }

    /**
     * Counts the subjects that reached each step, or went beyond.
     *
     * @return one count per step, none greater than the one before; fit for {@code Funnel.reached}
     */
    public long[] reached() {
        long[] reached = new long[rule.steps().size()];
        for (int state = 0; state < states.length; state += rule.stride()) {
            for (int level = 0; level < reached.length; level++) {
                reached[level] += states[state + level + 1] == UNSET ? 0 : 1;
            }
        }
        return reached;
    }

    private int levelAt(int state) {
        int level = 0;
        while (level < rule.steps().size() && states[state + level + 1] != UNSET) {
            level++;
        }
        return level;
    }

    /* The places of the rows that are steps of this funnel, found without a branch per row. */
    private int select(ActivityBlock block) {
        if (selected.length < block.length()) {
            selected = new int[block.length()];
        }
        int[] rows = selected;
        byte[] levels = rule.levels();
        byte[] step = block.step();
        int count = 0;
        for (int row = block.offset(); row < block.offset() + block.length(); row++) {
            rows[count] = row;
            count += -levels[step[row]] >>> 31;
        }
        return count;
    }

    private void advanceAll(ActivityBlock block, int count) {
        int[] rows = selected;
        int[] all = states;
        byte[] levels = rule.levels();
        byte[] step = block.step();
        long[] at = block.at();
        int[] subject = block.subject();
        int stride = rule.stride();
        int window = rule.windowSeconds();
        for (int index = 0; index < count; index++) {
            int row = rows[index];
            int second = FunnelRule.since2000(at[row]);
            FunnelRule.advance(all, subject[row] * stride, levels[step[row]], second, window, stride);
        }
    }

    private void makeRoom(int subject) {
        int needed = (subject + 1) * rule.stride();
        if (states.length < needed) {
            int old = states.length;
            int subjects = (int) Math.min(rule.mostSubjects(), Math.max(16, (subject + 1L) * 3 / 2));
            states = Arrays.copyOf(states, subjects * rule.stride());
            Arrays.fill(states, old, states.length, UNSET);
        }
    }
}
