package io.crmkit.metrics.distribution;

import java.util.function.LongFunction;

/* One step at work: for each count that goes in, the table of what comes out. */
record Thinning(double rate, LongFunction<Masses> row) {

    static Thinning known(double rate) {
        return new Thinning(rate, units -> CountTables.binomial(units, rate));
    }

    static Thinning uncertain(ThinningStep.Uncertain step) {
        return new Thinning(step.rate(), units -> CountTables.betaBinomial(units, step.alpha(), step.beta()));
    }

    Masses apply(Masses units) {
        if (units.size() == 1) {
            return row.apply(units.offset);
        }
        double[] kept = new double[Masses.requireFits(units.last() + 1)];
        for (long n = units.offset; n <= units.last(); n++) {
            Masses part = row.apply(n);
            Masses.addScaled(kept, (int) part.offset, part.values, units.at(n));
        }
        return new Masses(0, kept);
    }
}
