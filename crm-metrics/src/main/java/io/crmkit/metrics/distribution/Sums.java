package io.crmkit.metrics.distribution;

/* Compensated sums (Neumaier, A. (1974), ZAMM 54, 39–51): the error does not grow with the number of terms. */
final class Sums {

    private double sum;
    private double lost;

    static double of(double[] terms) {
        Sums sums = new Sums();
        for (double term : terms) {
            sums.add(term);
        }
        return sums.value();
    }

    void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    double value() {
        return sum + lost;
    }
}
