package io.crmkit.metrics.funnel;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/*
 * Whether two groups reach a step at the same rate at every age: the log-rank test of Mantel (1966),
 * Cancer Chemotherapy Reports 50, 163–170. At each time of a win the wins of both are dealt out among
 * those at risk; the first group's wins are compared with their expectation.
 */
final class LogRank {

    private double excess;
    private double variance;

    private LogRank() {}

    static double pValue(LifeTable one, LifeTable other) {
        return ChiSquaredDistribution.of(1).survivalProbability(chiSquare(one, other));
    }

    static double chiSquare(LifeTable one, LifeTable other) {
        LogRank test = new LogRank();
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            double time = Math.min(timeOf(one, i), timeOf(other, j));
            boolean mine = timeOf(one, i) == time;
            boolean theirs = timeOf(other, j) == time;
            long wins = mine ? one.count(i, Outcome.WON) : 0;
            long otherWins = theirs ? other.count(j, Outcome.WON) : 0;
            test.add(wins, one.atRiskAt(time), wins + otherWins, one.atRiskAt(time) + other.atRiskAt(time));
            i += mine ? 1 : 0;
            j += theirs ? 1 : 0;
        }
        return test.variance == 0 ? 0 : test.excess * test.excess / test.variance;
    }

    private static double timeOf(LifeTable table, int index) {
        return index < table.size() ? table.time(index) : Double.POSITIVE_INFINITY;
    }

    private void add(long wins, long atRisk, long allWins, long allAtRisk) {
        if (allWins == 0 || allAtRisk < 2) {
            return;
        }
        double share = (double) atRisk / allAtRisk;
        excess += wins - allWins * share;
        variance += allWins * share * (1 - share) * (allAtRisk - allWins) / (allAtRisk - 1);
    }
}
