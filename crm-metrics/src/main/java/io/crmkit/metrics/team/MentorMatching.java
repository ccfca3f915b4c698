package io.crmkit.metrics.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Finds, for each seller who struggles at a step, the colleague who can help most.
 *
 * <p>Definition: mentees are the sellers {@link Verdict#BELOW} by {@link SellerComparison}. A colleague can be the
 * mentor of one when the posterior probability of a higher true rate is at least {@value #CLEARLY_BETTER}, and that of a
 * true rate above the team's mean at least {@value #CLEARLY_ABOVE}. The benefit of a pair is the gap between the two
 * shrunken rates, times the share of it that help closes, times the mentee's trials, times the worth of a success. Pairs
 * are chosen so that the sum of the benefits is greatest while nobody has more mentees than the capacity.
 *
 * <ul>
 *   <li>Shape: at most one mentor for each mentee, with the evidence, and a reason for each one without.
 *   <li>Unit: the benefit in successes of the step, or what {@link MentorOptions#worth()} makes of them, in a period as
 *       long as the counted one.
 *   <li>Range: benefits are greater than zero.
 *   <li>Nothing to divide by: sellers without trials are neither mentees nor mentors.
 *   <li>Errors: those of {@link SellerComparison}.
 * </ul>
 *
 * <p>What it is not: a promise. That help closes the gap, or half of it, is an assumption; and rates are compared as if
 * all worked on like cases, so give it one segment at a time.
 *
 * <p>Source: Kuhn, H. W. (1955), The Hungarian method for the assignment problem, Naval Research Logistics 2, 83–97; the
 * thresholds are choices made here.
 */
public final class MentorMatching {

    /** The least posterior probability that a mentor's true rate is above the mentee's. */
    public static final double CLEARLY_BETTER = 0.95;
    /** The least posterior probability that a mentor's true rate is above the mean of the team's. */
    public static final double CLEARLY_ABOVE = 0.80;

    private final MentorOptions options;
    private final List<SellerFinding> findings;
    private final EmpiricalBayes fit;

    private MentorMatching(List<SellerCount> sellers, MentorOptions options) {
        this.options = options;
        findings = SellerComparison.of(sellers);
        fit = EmpiricalBayes.fitWithWeakPrior(sellers);
    }

    /**
     * Matches the sellers of a team with {@link MentorOptions#USUAL}.
     *
     * @param sellers the counts, all of one step, one period and one segment
     * @return the pairs, or why there are none
     * @throws IllegalArgumentException where fewer than two sellers have trials
     */
    public static MentorPlan of(List<SellerCount> sellers) {
        return of(sellers, MentorOptions.USUAL);
    }

    /**
     * Matches the sellers of a team.
     *
     * @param sellers the counts, all of one step, one period and one segment
     * @param options what to assume
     * @return the pairs, or why there are none
     * @throws IllegalArgumentException where fewer than two sellers have trials
     */
    public static MentorPlan of(List<SellerCount> sellers, MentorOptions options) {
        return new MentorMatching(sellers, options).plan();
    }

    private MentorPlan plan() {
        List<SellerFinding> mentees = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.BELOW)
                .toList();
        if (mentees.isEmpty()) {
            boolean seen = findings.stream().anyMatch(finding -> finding.verdict() != Verdict.NOT_ENOUGH_DATA);
            return new MentorPlan(
                    List.of(),
                    Map.of(),
                    Optional.of(seen ? NoMentor.NO_EVIDENCE_OF_DIFFERENCE : NoMentor.TOO_FEW_OBSERVATIONS));
        }
        return matched(
                mentees, findings.stream().filter(MentorMatching::canHelp).toList());
    }

    private static boolean canHelp(SellerFinding finding) {
        return finding.count().proportion().trials() > 0
                && finding.verdict() != Verdict.BELOW
                && 1 - finding.probabilityBelow() >= CLEARLY_ABOVE;
    }

    private MentorPlan matched(List<SellerFinding> mentees, List<SellerFinding> mentors) {
        int places = Math.min(options.capacity(), mentees.size());
        List<List<Optional<MentorPair>>> candidates = mentees.stream()
                .map(mentee ->
                        mentors.stream().map(mentor -> pair(mentee, mentor)).toList())
                .toList();
        int[] chosen = Assignment.best(benefits(candidates, places), mentors.size() * places);
        List<MentorPair> pairs = new ArrayList<>();
        Map<String, NoMentor> unmatched = new TreeMap<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] >= 0) {
                pairs.add(candidates.get(i).get(chosen[i] / places).orElseThrow());
            } else {
                unmatched.put(mentees.get(i).count().seller(), reason(candidates.get(i)));
            }
        }
        return new MentorPlan(pairs, unmatched, Optional.empty());
    }

    /* A column for each place a mentor has. */
    private static double[][] benefits(List<List<Optional<MentorPair>>> candidates, int places) {
        return candidates.stream()
                .map(row -> row.stream()
                        .mapToDouble(pair -> pair.map(MentorPair::benefit).orElse(0.0))
                        .flatMap(benefit -> DoubleStream.generate(() -> benefit).limit(places))
                        .toArray())
                .toArray(double[][]::new);
    }

    private Optional<MentorPair> pair(SellerFinding mentee, SellerFinding mentor) {
        double better = BetaOrder.probabilityBelow(
                fit.posterior(mentee.count().proportion()),
                fit.posterior(mentor.count().proportion()));
        double gap = mentor.shrunken().rate() - mentee.shrunken().rate();
        long trials = mentee.count().proportion().trials();
        double benefit = gap * options.gapClosed() * trials * options.worth();
        return better >= CLEARLY_BETTER
                ? Optional.of(new MentorPair(mentee, mentor, better, benefit))
                : Optional.empty();
    }

    private static NoMentor reason(List<Optional<MentorPair>> candidates) {
        return candidates.stream().anyMatch(Optional::isPresent)
                ? NoMentor.NO_CAPACITY
                : NoMentor.NO_MENTOR_CLEARLY_BETTER;
    }
}
