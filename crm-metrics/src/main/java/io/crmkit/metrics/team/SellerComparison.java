package io.crmkit.metrics.team;

import io.crmkit.metrics.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Each seller against the rest of the team, with the error rate of the whole team under control.
 *
 * <p>Definition: Fisher's exact test, two-sided, of the seller's counts against the pooled counts of all the others;
 * the p values of all sellers with trials adjusted by {@link FalseDiscoveryRate}. A seller is {@link Verdict#BELOW} (and
 * likewise {@link Verdict#ABOVE}) when three things hold:
 *
 * <ol>
 *   <li>the adjusted p value is at most {@value #FALSE_DISCOVERIES};
 *   <li>the raw rate is below the rest's by at least the margin, a share of the distance from the rest's rate to zero or
 *       one, whichever is nearer;
 *   <li>the posterior probability, from {@link EmpiricalBayes#fitWithWeakPrior(List)}, of a true rate below the team's
 *       mean is at least {@value #CERTAINTY}.
 * </ol>
 *
 * <p>Otherwise the seller is {@link Verdict#NOT_ENOUGH_DATA} as long as the trials are fewer than needed to find, with a
 * probability of {@value #POWER}, a true rate off the rest's by half the distance to zero or one, whichever is nearer,
 * towards that side. The needed trials are those of the normal approximation, at the two-sided level of a lone finding
 * ({@value #FALSE_DISCOVERIES} over the sellers with trials) and with the rest's trials as they are. With enough
 * trials, the seller is {@link Verdict#WITHIN}.
 *
 * <ul>
 *   <li>Shape: one finding per seller, in the order given.
 *   <li>Unit: ratio, not percent.
 *   <li>Range: zero to one.
 *   <li>Nothing to divide by: a seller without trials is {@link Verdict#NOT_ENOUGH_DATA} and not among the tests.
 *   <li>Errors: fewer than two sellers, fewer than two with trials, more than ten million trials of one seller, or a
 *       margin outside zero to one, are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: proof of skill. Sellers are taken to work on like cases; two looks at the same month, or many steps
 * looked at one by one, are more tests than it knows of; give it the steps together ({@link #ofSteps}). As the rest contains any other outlier, one great outlier
 * moves everybody else's rest a little.
 *
 * <p>Source: Fisher, R. A. (1934), Statistical Methods for Research Workers; Benjamini, Y. and Hochberg, Y. (1995), JRSS
 * B 57, 289–300; the conjunction of the three, and the rule for more trials, are choices made here.
 */
public final class SellerComparison {

    /** The expected share of false findings among all findings, kept at or below this. */
    public static final double FALSE_DISCOVERIES = 0.10;
    /** The least posterior probability of the side a finding names. */
    public static final double CERTAINTY = 0.90;
    /** The margin of {@link #of(List)}. */
    public static final double USUAL_MARGIN = 0.10;
    /** The probability with which enough trials show a gap worth finding. */
    public static final double POWER = 0.80;
    /** The gap worth finding, as a share of the distance from the rest's rate to zero or one, whichever is nearer. */
    public static final double GAP_WORTH_FINDING = 0.50;

    private final List<SellerCount> sellers;
    private final Proportion team;
    private final EmpiricalBayes fit;
    private final double margin;
    private final double[] tests;

    private SellerComparison(List<SellerCount> sellers, double margin) {
        this.sellers = Team.requireComparable(sellers);
        this.team = Team.pooled(sellers);
        this.fit = EmpiricalBayes.fitWithWeakPrior(sellers);
        this.margin = margin;
        Map<Proportion, Double> known = new HashMap<>();
        tests = sellers.stream()
                .filter(SellerComparison::hasTrials)
                .map(SellerCount::proportion)
                .mapToDouble(own -> known.computeIfAbsent(own, counts -> FisherExact.pValue(counts, rest(counts))))
                .toArray();
    }

    /**
     * Compares the sellers of a team at the usual margin of {@value #USUAL_MARGIN}.
     *
     * @param sellers the counts, all of one step and one period; a seller listed twice counts as two
     * @return one finding per seller, in the order given, unmodifiable
     * @throws IllegalArgumentException where fewer than two sellers have trials or one has more than ten million
     */
    public static List<SellerFinding> of(List<SellerCount> sellers) {
        return of(sellers, USUAL_MARGIN);
    }

    /**
     * Compares the sellers of a team.
     *
     * @param sellers the counts, all of one step and one period; a seller listed twice counts as two
     * @param margin the least gap worth a finding, as a share of the distance from the rest's rate to zero or one,
     *     whichever is nearer: 0.2 at a rate of 25 % means 5 points; from zero to one
     * @return one finding per seller, in the order given, unmodifiable
     * @throws IllegalArgumentException where fewer than two sellers have trials, one has more than ten million, or the
     *     margin is out of range
     */
    public static List<SellerFinding> of(List<SellerCount> sellers, double margin) {
        requireMargin(margin);
        SellerComparison comparison = new SellerComparison(sellers, margin);
        return comparison.findings(FalseDiscoveryRate.benjaminiHochberg(comparison.tests), comparison.tests.length);
    }

    /**
     * Compares the sellers of a team at several steps at once, with the error rate of all sellers at all steps under
     * control.
     *
     * <p>Who looks at three steps of twenty sellers makes sixty tests; step by step, each look would be allowed its own
     * false findings. Everything else is as at the class, step by step.
     *
     * @param steps the counts by the name of the step, all of one period
     * @param margin the least gap worth a finding, as for {@link #of(List, double)}
     * @return for each step one finding per seller, in the order given, unmodifiable
     * @throws IllegalArgumentException where a step has fewer than two sellers with trials or one with more than ten
     *     million, or the margin is out of range
     */
    public static Map<String, List<SellerFinding>> ofSteps(Map<String, List<SellerCount>> steps, double margin) {
        requireMargin(margin);
        Map<String, SellerComparison> comparisons = new LinkedHashMap<>();
        steps.forEach((step, sellers) -> comparisons.put(step, new SellerComparison(sellers, margin)));
        double[] adjusted = FalseDiscoveryRate.benjaminiHochberg(comparisons.values().stream()
                .flatMapToDouble(comparison -> Arrays.stream(comparison.tests))
                .toArray());
        Map<String, List<SellerFinding>> findings = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, SellerComparison> entry : comparisons.entrySet()) {
            int end = next + entry.getValue().tests.length;
            double[] own = Arrays.copyOfRange(adjusted, next, end);
            findings.put(entry.getKey(), entry.getValue().findings(own, adjusted.length));
            next = end;
        }
        return Collections.unmodifiableMap(findings);
    }

    private static void requireMargin(double margin) {
        if (!(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException("margin must be between 0 and 1: margin = " + margin);
        }
    }

    private List<SellerFinding> findings(double[] adjusted, int family) {
        // sellers of equal counts have equal p values, adjusted ones too: what is found of one holds for all
        Map<Proportion, SellerFinding> known = new HashMap<>();
        List<SellerFinding> findings = new ArrayList<>();
        int next = 0;
        for (SellerCount seller : sellers) {
            boolean tested = hasTrials(seller);
            double pValue = tested ? tests[next] : 1;
            double adjustedPValue = tested ? adjusted[next] : 1;
            findings.add(known.computeIfAbsent(
                            seller.proportion(), counts -> finding(seller, pValue, adjustedPValue, family))
                    .of(seller));
            next += tested ? 1 : 0;
        }
        return List.copyOf(findings);
    }

    private SellerFinding finding(SellerCount seller, double pValue, double adjusted, int family) {
        Proportion rest = rest(seller.proportion());
        double below = fit.probabilityBelow(seller, fit.mean());
        OptionalLong needed = new NeededTrials(rest, family).trials();
        long own = seller.proportion().trials();
        Verdict verdict = verdict(seller.proportion(), rest, adjusted, below);
        OptionalLong more = OptionalLong.empty();
        if (verdict == Verdict.WITHIN && (needed.isEmpty() || needed.getAsLong() > own)) {
            verdict = Verdict.NOT_ENOUGH_DATA;
            more = needed.isEmpty() ? needed : OptionalLong.of(needed.getAsLong() - own);
        }
        return new SellerFinding(seller, rest, pValue, adjusted, fit.shrink(seller), below, verdict, more);
    }

    private Verdict verdict(Proportion own, Proportion rest, double adjusted, double below) {
        double rate = rest.rate().orElseThrow();
        double gap = own.rate().orElse(rate) - rate;
        boolean found = adjusted <= FALSE_DISCOVERIES && Math.abs(gap) >= margin * Math.min(rate, 1 - rate);
        if (found && gap < 0 && below >= CERTAINTY) {
            return Verdict.BELOW;
        }
        return found && gap > 0 && 1 - below >= CERTAINTY ? Verdict.ABOVE : Verdict.WITHIN;
    }

    private Proportion rest(Proportion own) {
        return Proportion.of(team.successes() - own.successes(), team.trials() - own.trials());
    }

    private static boolean hasTrials(SellerCount seller) {
        return seller.proportion().trials() > 0;
    }
}
