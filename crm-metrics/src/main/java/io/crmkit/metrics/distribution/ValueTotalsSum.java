package io.crmkit.metrics.distribution;

/* One pass over a portfolio. */
final class ValueTotalsSum {

    private final ValuePortfolio portfolio;
    private LognormalParts parts = LognormalParts.KNOWN;
    private double mean;
    private double variance;
    private double third;
    private double fourth;
    private double total;
    private double largest;
    private double lost;
    private long lattice;

    ValueTotalsSum(ValuePortfolio portfolio) {
        this.portfolio = portfolio;
    }

    ValueTotals totals() {
        for (int i = 0; i < portfolio.size(); i++) {
            if (portfolio.spread(i) > 0) {
                addUncertain((double) portfolio.amount(i), portfolio.probability(i), portfolio.spread(i));
            } else if (portfolio.probability(i) > 0) {
                addKnown(portfolio.amount(i), portfolio.probability(i));
            }
        }
        return new ValueTotals(portfolio.size(), mean, variance, third, fourth, total, largest, lattice, lost);
    }

    private void addKnown(long amount, double p) {
        double q = 1 - p;
        double a2pq = (double) amount * amount * (p * q);
        mean += amount * p;
        variance += a2pq;
        third += amount * a2pq * (q - p);
        fourth += (double) amount * amount * a2pq * (1 - 6 * p * q);
        total += amount;
        largest = Math.max(largest, (double) amount);
        lattice = lattice == 1 || (lattice != 0 && amount % lattice == 0)
                ? lattice
                : ValueTotals.commonDivisor(lattice, amount);
    }

    private void addUncertain(double a, double p, double spread) {
        if (p == 0) {
            return;
        }
        parts = LognormalParts.of(spread, parts);
        double m1 = p * a;
        double m2 = p * a * a * parts.secondMoment;
        double m3 = p * a * a * a * parts.thirdMoment;
        double m4 = p * a * a * a * a * parts.fourthMoment;
        mean += m1;
        variance += m2 - m1 * m1;
        third += m3 - 3 * m1 * m2 + 2 * m1 * m1 * m1;
        fourth += m4 - 4 * m1 * m3 - 3 * m2 * m2 + 12 * m1 * m1 * m2 - 6 * m1 * m1 * m1 * m1;
        total += a * parts.greatest();
        largest = Math.max(largest, a * parts.greatest());
        lost += p * a * a * parts.lostVariance();
        lattice = 1;
    }
}
