package io.crmkit.metrics.team;

import io.crmkit.metrics.Proportion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Each seller against the rest of the team with the cases held equal: within each segment, then over all.
 *
 * <p>Definition: in each segment, such as a product, a source or a size of customer, the seller's trials would bring
 * {@code trials · rate of the rest} successes; {@code expected} is their sum, {@code observed} what the seller had. The
 * test is exact: with the sums of each segment's two-by-two table kept, the seller's successes are a sum of
 * hypergeometric counts, and the p value is the probability of all sums at most as probable as the one seen. The p
 * values of all sellers are adjusted by {@link FalseDiscoveryRate}. A seller is {@link Verdict#BELOW} (likewise {@link
 * Verdict#ABOVE}) when the adjusted value is at most {@link SellerComparison#FALSE_DISCOVERIES} and observed lies under
 * expected by at least a tenth of it; {@link Verdict#NOT_ENOUGH_DATA} when no count of successes at all could have been
 * found in a team of this size; otherwise {@link Verdict#WITHIN}.
 *
 * <ul>
 *   <li>Shape: one finding per seller, in alphabetical order.
 *   <li>Unit: successes.
 *   <li>Range: expected from zero to the trials.
 *   <li>Nothing to divide by: a segment that nobody else worked has no rate of the rest; it is left out and named. A
 *       seller with no other segments has zero trials and is not among the tests.
 *   <li>Errors: fewer than two sellers in all are an {@link IllegalArgumentException}. A seller named twice in a segment
 *       counts with the sum.
 * </ul>
 *
 * <p>Worked example: Anna sells 8 of 10 easy cases and 20 of 90 hard ones, Bruno 60 of 90 easy ones and 1 of 10 hard
 * ones. Bruno's 61 of 100 look far better than Anna's 28 of 100, and yet Anna is ahead in both segments: 28 observed
 * against 15.7 expected.
 *
 * <p>What it is not: free of what the segments do not tell. Sellers may differ in cases within a segment, too.
 *
 * <p>Source: Mantel, N. and Haenszel, W. (1959), JNCI 22, 719–748, in its exact form; indirect standardisation as in
 * Breslow, N. E. and Day, N. E. (1987), Statistical Methods in Cancer Research II.
 */
public final class CaseMix {

    private final Map<String, Map<String, Proportion>> segments = new LinkedHashMap<>();
    private final Map<String, Proportion> totals = new LinkedHashMap<>();
    private final TreeSet<String> sellers = new TreeSet<>();

    private CaseMix(Map<String, List<SellerCount>> counts) {
        counts.forEach((segment, list) -> {
            Map<String, Proportion> bySeller = new LinkedHashMap<>();
            list.forEach(count -> bySeller.merge(count.seller(), count.proportion(), Proportion::plus));
            segments.put(segment, bySeller);
            totals.put(segment, bySeller.values().stream().reduce(Proportion.of(0, 0), Proportion::plus));
            sellers.addAll(bySeller.keySet());
        });
    }

    /**
     * Compares the sellers of a team.
     *
     * @param counts the counts of the sellers by segment, all of one step and one period
     * @return one finding per seller, in alphabetical order
     * @throws IllegalArgumentException where there are fewer than two sellers
     */
    public static List<CaseMixFinding> of(Map<String, List<SellerCount>> counts) {
        CaseMix mix = new CaseMix(counts);
        if (mix.sellers.size() < 2) {
            throw new IllegalArgumentException(
                    "sellers must be at least two, or there is nobody to compare with: sellers = " + mix.sellers);
        }
        return mix.findings();
    }

    private List<CaseMixFinding> findings() {
        List<Standing> standings = sellers.stream().map(this::standing).toList();
        double[] adjusted = FalseDiscoveryRate.benjaminiHochberg(standings.stream()
                .filter(standing -> standing.trials > 0)
                .mapToDouble(Standing::pValue)
                .toArray());
        List<CaseMixFinding> findings = new ArrayList<>();
        int next = 0;
        for (Standing standing : standings) {
            boolean tested = standing.trials > 0;
            findings.add(standing.finding(tested ? adjusted[next] : 1, adjusted.length));
            next += tested ? 1 : 0;
        }
        return List.copyOf(findings);
    }

    private Standing standing(String seller) {
        Standing standing = new Standing(seller);
        segments.forEach((segment, bySeller) -> {
            Proportion own = bySeller.getOrDefault(seller, Proportion.of(0, 0));
            Proportion all = totals.getOrDefault(segment, own);
            if (own.trials() > 0) {
                standing.add(
                        segment, own, Proportion.of(all.successes() - own.successes(), all.trials() - own.trials()));
            }
        });
        return standing;
    }

    /* What one seller has over all segments. */
    private static final class Standing {

        private static final double MARGIN = SellerComparison.USUAL_MARGIN;

        private final String seller;
        private final List<String> leftOut = new ArrayList<>();
        private ConditionalCounts chance = ConditionalCounts.certain();
        private long trials;
        private long observed;
        private double expected;

        Standing(String seller) {
            this.seller = seller;
        }

        void add(String segment, Proportion own, Proportion rest) {
            if (rest.trials() == 0) {
                leftOut.add(segment);
                return;
            }
            trials += own.trials();
            observed += own.successes();
            expected += own.trials() * rest.rate().orElseThrow();
            chance = chance.plus(ConditionalCounts.of(own, rest));
        }

        double pValue() {
            return chance.pValue(observed);
        }

        CaseMixFinding finding(double adjusted, int family) {
            return new CaseMixFinding(
                    seller, trials, observed, expected, pValue(), adjusted, verdict(adjusted, family), leftOut);
        }

        private Verdict verdict(double adjusted, int family) {
            boolean found = adjusted <= SellerComparison.FALSE_DISCOVERIES;
            if (found && observed <= expected * (1 - MARGIN)) {
                return Verdict.BELOW;
            }
            if (found && observed >= expected * (1 + MARGIN)) {
                return Verdict.ABOVE;
            }
            boolean blind = chance.leastPValue() * family > SellerComparison.FALSE_DISCOVERIES;
            return trials == 0 || blind ? Verdict.NOT_ENOUGH_DATA : Verdict.WITHIN;
        }
    }
}
