package io.crmkit.metrics.distribution;

/*
 * Interpolation at Chebyshev points of the second kind, by the barycentric formula.
 *
 * Berrut, J.-P. and Trefethen, L. N. (2004), SIAM Review 46, 501–517.
 */
final class Chebyshev {

    private Chebyshev() {}

    static double[] points(int count, double halfWidth) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = halfWidth * Math.cos(Math.PI * i / (count - 1));
        }
        return points;
    }

    /* The values, one row for each point, at another place. */
    static double[] at(double place, double[] points, double[][] rows) {
        double[] sums = new double[rows[0].length];
        double weights = 0;
        for (int i = 0; i < points.length; i++) {
            double distance = place - points[i];
            if (distance == 0) {
                return rows[i].clone();
            }
            boolean end = i == 0 || i == points.length - 1;
            double weight = (i % 2 == 0 ? 1 : -1) * (end ? 0.5 : 1) / distance;
            weights += weight;
            Masses.addScaled(sums, 0, rows[i], weight);
        }
        for (int j = 0; j < sums.length; j++) {
            sums[j] /= weights;
        }
        return sums;
    }
}
