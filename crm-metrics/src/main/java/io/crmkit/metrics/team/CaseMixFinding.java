package io.crmkit.metrics.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Explanation;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A seller's successes beside those that the others would have had with the same cases.
 *
 * @param seller the seller
 * @param trials how many of the seller's trials are in segments that others worked, too
 * @param observed how many of them succeeded
 * @param expected how many would have at the rates of the rest of the team, segment by segment
 * @param pValue of the exact stratified test, two-sided
 * @param adjustedPValue the same with the whole team in view
 * @param verdict what to say of the seller
 * @param leftOut the segments that nobody else worked, which say nothing here
 */
public record CaseMixFinding(
        String seller,
        long trials,
        long observed,
        double expected,
        double pValue,
        double adjustedPValue,
        Verdict verdict,
        List<String> leftOut) {

    /** Copies the segments left out. */
    public CaseMixFinding {
        requireNonNull(seller, "seller");
        requireNonNull(verdict, "verdict");
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Divides observed by expected successes.
     *
     * @return the ratio, above one for more than expected, or empty where none are expected
     */
    public OptionalDouble ratio() {
        return expected > 0 ? OptionalDouble.of(observed / expected) : OptionalDouble.empty();
    }

    /**
     * Explains the finding.
     *
     * @return counts, expectation, ratio and p values
     */
    public Explanation explain() {
        return Explanation.of(seller + " is " + verdict + " for the cases worked")
                .with("trials", trials)
                .with("observed", observed)
                .with("expected", expected)
                .with("observed over expected", ratio())
                .with("p value", pValue)
                .with("adjusted p value", adjustedPValue)
                .with("segments left out", leftOut.size());
    }
}
