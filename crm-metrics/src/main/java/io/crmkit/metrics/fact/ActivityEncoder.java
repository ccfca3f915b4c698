package io.crmkit.metrics.fact;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Gives the keys of activities their dense ids.
 *
 * <p>Definition: a step's id is its place in the list of steps; sellers, outcomes and subjects are numbered in order of
 * first appearance.
 *
 * <ul>
 *   <li>Shape: one dictionary each for sellers, outcomes and subjects, and the fixed list of steps.
 *   <li>Unit: none.
 *   <li>Range: up to 128 steps and 128 outcomes, as many sellers as declared, any number of subjects.
 *   <li>Nothing to divide by: does not apply.
 *   <li>Errors: an unknown step, or a seller or outcome too many, is an {@link IllegalArgumentException} that names it.
 * </ul>
 *
 * <p>What it is not: fit for several threads at once. Facts of two encoders do not go together: their ids differ.
 */
public final class ActivityEncoder {

    private static final int CODES = 128;

    private final Dictionary<String> steps;
    private final Dictionary<String> sellers;
    private final Dictionary<String> outcomes = Dictionary.of("outcome", CODES);
    private final Dictionary<String> subjects = Dictionary.of("subject", Integer.MAX_VALUE - 8);

    private ActivityEncoder(List<String> steps, int maxSellers) {
        Checks.positive("number of steps", steps.size());
        Checks.atMost("number of steps", steps.size(), CODES);
        this.steps = Dictionary.of("step", CODES);
        this.sellers = Dictionary.of("seller", maxSellers);
        for (String step : steps) {
            if (this.steps.find(step) >= 0) {
                throw new IllegalArgumentException("steps must be distinct: step = " + step);
            }
            this.steps.idOf(step);
        }
    }

    /**
     * Obtains an encoder that has seen no key.
     *
     * @param steps the steps, in the order of their ids
     * @param maxSellers how many sellers are accepted
     * @return the encoder
     * @throws IllegalArgumentException where there is no step, one is there twice, or there are more than 128
     */
    public static ActivityEncoder of(List<String> steps, int maxSellers) {
        return new ActivityEncoder(steps, maxSellers);
    }

    /**
     * Lists the steps in order of their ids.
     *
     * @return the steps
     */
    public List<String> steps() {
        return steps.keys();
    }

    /**
     * Obtains the dictionary of the sellers.
     *
     * @return the dictionary, which grows with the activities read
     */
    public Dictionary<String> sellers() {
        return sellers;
    }

    /**
     * Obtains the dictionary of the outcomes.
     *
     * @return the dictionary, which grows with the activities read
     */
    public Dictionary<String> outcomes() {
        return outcomes;
    }

    /**
     * Obtains the dictionary of the subjects.
     *
     * @return the dictionary, which grows with the activities read
     */
    public Dictionary<String> subjects() {
        return subjects;
    }

    /**
     * Obtains the id of a step.
     *
     * @param step the step
     * @return its place in the list of steps
     * @throws IllegalArgumentException where the step is unknown
     */
    public int step(String step) {
        int id = steps.find(step);
        if (id < 0) {
            throw new IllegalArgumentException("step is unknown: step = " + step + ", steps = " + steps.keys());
        }
        return id;
    }

    /**
     * Counts records by seller, period and step, each read once and not kept; outcomes and subjects are not looked at.
     *
     * @param activities the records, read to the end
     * @param tally which counts them, for as many steps as this encoder has
     * @throws IllegalArgumentException where a step or a seller is not in the tally; whole blocks of {@value
     *     ActivityBlock#ROWS} records before it are counted
     */
    public void tally(Iterator<Activity> activities, Tally tally) {
        int[] seller = new int[ActivityBlock.ROWS];
        byte[] step = new byte[ActivityBlock.ROWS];
        long[] at = new long[ActivityBlock.ROWS];
        while (activities.hasNext()) {
            int rows = 0;
            while (rows < seller.length && activities.hasNext()) {
                Activity next = activities.next();
                seller[rows] = sellers.idOf(next.seller());
                step[rows] = (byte) step(next.step());
                at[rows++] = next.at().getEpochSecond();
            }
            tally.accumulate(seller, step, at, 0, rows);
        }
    }

    /* The next rows, up to a full block. */
    ActivityBlock block(Iterator<Activity> activities) {
        int[] seller = new int[ActivityBlock.ROWS];
        byte[] step = new byte[ActivityBlock.ROWS];
        long[] at = new long[ActivityBlock.ROWS];
        byte[] outcome = new byte[ActivityBlock.ROWS];
        int[] subject = new int[ActivityBlock.ROWS];
        int rows = 0;
        while (rows < ActivityBlock.ROWS && activities.hasNext()) {
            Activity next = activities.next();
            seller[rows] = sellers.idOf(next.seller());
            step[rows] = (byte) step(next.step());
            at[rows] = next.at().getEpochSecond();
            outcome[rows] = (byte) outcomes.idOf(next.outcome());
            subject[rows] = subjects.idOf(next.subject());
            rows++;
        }
        return ActivityBlock.of(
                Arrays.copyOf(seller, rows),
                Arrays.copyOf(step, rows),
                Arrays.copyOf(at, rows),
                Arrays.copyOf(outcome, rows),
                Arrays.copyOf(subject, rows),
                0,
                rows);
    }
}
