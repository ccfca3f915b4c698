package io.crmkit.metrics.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.Proportion;
import java.util.OptionalLong;

/**
 * What a {@link SellerComparison} found about one seller, with the figures it rests on.
 *
 * <p>Definition: see {@link SellerComparison}.
 *
 * <ul>
 *   <li>Shape: the counts of both sides, the test, the estimate and the verdict.
 *   <li>Unit: probabilities and ratios, not percent; {@code moreTrials} is a count.
 *   <li>Range: zero to one; {@code moreTrials} at least one.
 *   <li>Nothing to divide by: without trials the p values are one and the estimate is the team's.
 *   <li>Errors: none; the parts are made by the comparison.
 * </ul>
 *
 * <p>Source: see {@link SellerComparison}.
 *
 * @param count the seller's counts
 * @param rest the pooled counts of all the others
 * @param pValue of Fisher's exact test, two-sided
 * @param adjustedPValue the same with the whole team in view
 * @param shrunken the estimate of the seller's rate, fitted with the weak prior
 * @param probabilityBelow the posterior probability that the seller's true rate is below the mean of the team's
 * @param verdict what to say of the seller
 * @param moreTrials how many more trials would decide; given only at {@link Verdict#NOT_ENOUGH_DATA}, and not even
 *     there where the rest of the team is too small, or succeeds always or never, for any number to do
 */
public record SellerFinding(
        SellerCount count,
        Proportion rest,
        double pValue,
        double adjustedPValue,
        ShrunkenRate shrunken,
        double probabilityBelow,
        Verdict verdict,
        OptionalLong moreTrials) {

    /** Checks that all parts are given. */
    public SellerFinding {
        requireNonNull(count, "count");
        requireNonNull(rest, "rest");
        requireNonNull(shrunken, "shrunken");
        requireNonNull(verdict, "verdict");
        requireNonNull(moreTrials, "moreTrials");
    }

    /* The same finding about a seller with the same counts. */
    SellerFinding of(SellerCount other) {
        ShrunkenRate rate =
                new ShrunkenRate(other, shrunken.rate(), shrunken.lower(), shrunken.upper(), shrunken.level());
        return new SellerFinding(other, rest, pValue, adjustedPValue, rate, probabilityBelow, verdict, moreTrials);
    }

    /**
     * Explains the verdict.
     *
     * @return both counts and rates, the p values, the estimate with its ends, the posterior probability, and the trials
     *     still needed
     */
    public Explanation explain() {
        Explanation terms = Explanation.of(count.seller() + " is " + verdict)
                .with("successes", count.proportion().successes())
                .with("trials", count.proportion().trials())
                .with("rate", count.proportion().rate())
                .with("rest's successes", rest.successes())
                .with("rest's trials", rest.trials())
                .with("rest's rate", rest.rate())
                .with("p value", pValue)
                .with("adjusted p value", adjustedPValue)
                .with("shrunken rate", shrunken.rate())
                .with("shrunken rate, lower", shrunken.lower())
                .with("shrunken rate, upper", shrunken.upper())
                .with("probability of being below the team", probabilityBelow);
        return moreTrials.isEmpty() ? terms : terms.with("more trials needed", moreTrials.getAsLong());
    }
}
