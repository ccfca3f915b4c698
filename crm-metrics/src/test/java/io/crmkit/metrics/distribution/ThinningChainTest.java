package io.crmkit.metrics.distribution;

import static io.crmkit.metrics.ReferenceFile.number;
import static io.crmkit.metrics.ReferenceFile.rows;
import static io.crmkit.metrics.distribution.Relative.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Proportion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThinningChainTest {

    private static final ThinningChain SEEN =
            ThinningChain.ofCounts(Proportion.of(267, 534), Proportion.of(67, 267), Proportion.of(17, 67));

    @Test
    void agreesWithExactFractionsOfTheChainedBetaBinomial() throws IOException {
        for (Map<String, String> row : rows("thinning_chain_predictive.csv")) {
            ThinningChain chain = chain(String.valueOf(row.get("posteriors")));
            long n = (long) number(row, "n");
            long k = (long) number(row, "k");
            double uncertain = chain.contracts(n).pmf(k);
            double plugIn = chain.plugIn().contracts(n).pmf(k);
            assertClose(number(row, "pmf_uncertain_rates"), uncertain, row.toString());
            assertClose(number(row, "pmf_plugin_rates"), plugIn, row.toString());
        }
    }

    private static ThinningChain chain(String posteriors) {
        return new ThinningChain(Stream.of(posteriors.split(";", -1))
                .map(posterior -> posterior.split("\\|", -1))
                .<ThinningStep>map(
                        ends -> new ThinningStep.Uncertain(Fractions.fraction(ends[0]), Fractions.fraction(ends[1])))
                .toList());
    }

    @Test
    void knowsWhatComesOfSixteenCalls() {
        // exact fraction of the chain of Beta(535/2, 535/2), Beta(135/2, 401/2), Beta(35/2, 101/2)
        assertClose(0.594627096076300855, SEEN.contracts(16).pmf(0), "no contract");
        assertClose(0.590293211432766856, SEEN.plugIn().contracts(16).pmf(0), "no contract");
    }

    @Test
    void composesKnownRatesIntoOne() {
        CountDistribution chained = ThinningChain.ofKnownRates(0.5, 0.25, 0.25).contracts(100);
        CountDistribution once = CountDistribution.binomial(100, 1 / 32.0);
        for (int k = 0; k <= 100; k++) {
            assertClose(once.pmf(k), chained.pmf(k), "k = " + k);
        }
    }

    @Test
    void thinsPoissonArrivalsIntoPoissonArrivals() {
        CountDistribution contracts = ThinningChain.ofKnownRates(0.25).contracts(CountDistribution.poisson(40));
        CountDistribution poisson = CountDistribution.poisson(10);
        for (int k = 0; k <= 60; k++) {
            assertClose(poisson.pmf(k), contracts.pmf(k), "k = " + k);
        }
    }

    @Test
    void isWiderWhereTheRatesAreUncertain() {
        assertEquals(SEEN.plugIn().rate(), SEEN.rate(), 1e-15);
        assertEquals(500 * SEEN.rate(), SEEN.contracts(500).mean(), 1e-9);
        assertEquals(500 * SEEN.rate(), SEEN.plugIn().contracts(500).mean(), 1e-9);
        assertTrue(SEEN.contracts(500).variance()
                > 1.5 * SEEN.plugIn().contracts(500).variance());
    }

    @Test
    void keepsEverythingWithoutSteps() {
        assertEquals(1, new ThinningChain(List.of()).contracts(7).pmf(7));
        assertEquals(1, ThinningChain.ofKnownRates(1, 1).contracts(7).pmf(7));
        assertEquals(1, ThinningChain.ofKnownRates(0.5, 0).contracts(7).pmf(0));
        assertEquals(1, SEEN.contracts(0).pmf(0));
    }

    @Test
    void leavesThePriorAloneWhereNothingWasSeen() {
        assertEquals(new ThinningStep.Uncertain(0.5, 0.5), ThinningStep.of(Proportion.of(0, 0)));
    }

    @Test
    void namesWhatIsWrong() {
        refuses("rate must be between 0 and 1: rate = NaN", () -> ThinningChain.ofKnownRates(Double.NaN));
        refuses(
                "beta must be between 1.0E-100 and 1.0E100: beta = -1.0",
                () -> new ThinningStep.Uncertain(1, -1).rate());
        refuses("count must not be negative: count = -1", () -> SEEN.contracts(-1));
    }

    private static void refuses(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
