package io.crmkit.metrics.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/* Count distributions made of others. */
final class CountParts {

    private CountParts() {}

    static CountDistribution sum(List<CountDistribution> parts) {
        double error = parts.stream()
                .mapToDouble(part -> part.accuracy().probabilityError())
                .sum();
        List<Masses> tables = new ArrayList<>();
        parts.forEach(part -> tables.add(masses(part)));
        Masses total = total(tables).trimmed(Masses.TINY);
        double rounding = total.size() * Math.ulp(1.0);
        return new CountTable(total, new Accuracy(Computation.CONVOLUTION, Math.min(1, error + rounding), 0, true));
    }

    /* Pairs of neighbours in size, so that no wide table meets many narrow ones. */
    private static Masses total(List<Masses> tables) {
        if (tables.isEmpty()) {
            return Masses.point(0);
        }
        List<Masses> layer = new ArrayList<>(tables);
        while (layer.size() > 1) {
            layer.sort(Comparator.comparingInt(Masses::size));
            List<Masses> next = new ArrayList<>();
            for (int i = 0; i + 1 < layer.size(); i += 2) {
                next.add(layer.get(i).convolve(layer.get(i + 1)).trimmed(Masses.TINY));
            }
            if (layer.size() % 2 == 1) {
                next.add(layer.get(layer.size() - 1));
            }
            layer = next;
        }
        return layer.get(0);
    }

    static CountDistribution mixture(double[] weights, List<CountDistribution> parts) {
        double total = totalWeight(weights);
        long least = parts.stream().mapToLong(part -> masses(part).offset).min().orElse(0);
        long greatest =
                parts.stream().mapToLong(part -> masses(part).last()).max().orElse(0);
        double[] mixed = new double[Masses.requireFits(greatest - least + 1)];
        double error = weights.length * Math.ulp(1.0);
        for (int i = 0; i < weights.length; i++) {
            Masses part = masses(parts.get(i));
            Masses.addScaled(mixed, (int) (part.offset - least), part.values, weights[i] / total);
            error += weights[i] / total * parts.get(i).accuracy().probabilityError();
        }
        Accuracy accuracy = new Accuracy(Computation.CONVOLUTION, Math.min(1, error), 0, true);
        return new CountTable(new Masses(least, mixed).trimmed(0), accuracy);
    }

    private static double totalWeight(double[] weights) {
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            total += Checks.notNegative("weights[" + i + "]", weights[i]);
        }
        return Checks.positive("sum of weights", total);
    }

    static Masses masses(CountDistribution part) {
        return ((CountTable) part).masses();
    }
}
