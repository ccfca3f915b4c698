package io.crmkit.metrics.team;

import io.crmkit.metrics.Proportion;
import org.apache.commons.statistics.distribution.BetaDistribution;

/* What counts alone say of a rate, with Jeffreys' prior. */
final class Posteriors {

    private Posteriors() {}

    static BetaDistribution of(Proportion counts) {
        return BetaDistribution.of(counts.successes() + 0.5, counts.trials() - counts.successes() + 0.5);
    }
}
