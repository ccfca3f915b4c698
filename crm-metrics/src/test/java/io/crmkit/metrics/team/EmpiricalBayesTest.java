package io.crmkit.metrics.team;

import static io.crmkit.metrics.team.TeamFixture.refusal;
import static io.crmkit.metrics.team.TeamFixture.seller;
import static io.crmkit.metrics.team.TeamFixture.team;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.ReferenceFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmpiricalBayesTest {

    // R: optim on the rising-factorial likelihood
    @ParameterizedTest
    @CsvSource({
        "maven, 3.2629593172114115e-4, 0.6316650999, -102.24364553773032, 0.065273550895454946",
        "bpi2012, 8.1976443865675146e-3, 0.4503039477, -177.13676921503782, 6.0401360011011889"
    })
    void fitsTwoRealTeams(String set, double rho, double mean, double logLikelihood, double ratio) {
        EmpiricalBayes fit = EmpiricalBayes.fit(RealTeams.sellers(set));

        assertEquals(rho, fit.rho(), 1e-3 * rho);
        assertEquals(mean, fit.mean(), 1e-6);
        assertEquals(logLikelihood, fit.logLikelihood(), 1e-7);
        assertEquals(ratio, fit.likelihoodRatio(), 1e-7);
    }

    // python: scipy.stats.chi2.sf(ratio, 1) / 2
    @Test
    void testsWhetherTheSellersShareOneRate() {
        assertEquals(0.39917353, EmpiricalBayes.fit(RealTeams.sellers("maven")).pValue(), 1e-4);
        assertEquals(
                0.0069921035, EmpiricalBayes.fit(RealTeams.sellers("bpi2012")).pValue(), 1e-5);
    }

    @Test
    void findsNothingButChanceInACalmTeam() {
        EmpiricalBayes fit = EmpiricalBayes.fit(team("5/20 5/20 6/20 4/20 5/20 5/20 5/20 5/20"));

        assertEquals(0, fit.rho());
        assertEquals(0.25, fit.mean());
        assertEquals(0, fit.likelihoodRatio());
        assertEquals(1, fit.pValue());
        // python: scipy.stats.beta(40.5, 120.5).ppf([.025, .975])
        ShrunkenRate rate = fit.shrink(seller("Anna", 5, 20));
        assertEquals(0.25, rate.rate());
        assertEquals(0.18779402, rate.lower(), 1e-7);
        assertEquals(0.3211564, rate.upper(), 1e-7);
    }

    @Test
    void agreesWithEveryReferenceProbability() throws IOException {
        for (Map<String, String> row : ReferenceFile.rows("betabinomial_pmf.csv")) {
            double alpha = ReferenceFile.number(row, "alpha");
            double beta = ReferenceFile.number(row, "beta");
            double probability = ReferenceFile.number(row, "pmf");
            BetaBinomial counts = new BetaBinomial(List.of(
                    seller("Anna", (long) ReferenceFile.number(row, "k"), (long) ReferenceFile.number(row, "n"))));

            double logarithm = counts.logLikelihood(alpha / (alpha + beta), 1 / (alpha + beta + 1));
            assertEquals(Math.log(probability), logarithm, 1e-11 * (1 - Math.log(probability)), row::toString);
        }
    }

    @Test
    void agreesWithEveryReferenceComparison() throws IOException {
        for (Map<String, String> row : ReferenceFile.rows("posterior_comparisons.csv")) {
            double alpha = ReferenceFile.number(row, "a1");
            double beta = ReferenceFile.number(row, "b1");
            // the fraction plus one is prior, the rest are counts
            double mean = (alpha % 1 + 1) / (alpha % 1 + beta % 1 + 2);
            double rho = 1 / (alpha % 1 + beta % 1 + 3);
            long won = (long) alpha - 1;
            EmpiricalBayes fit = new EmpiricalBayes(Proportion.of(1, 2), mean, rho, 0, 0);

            assertEquals(
                    ReferenceFile.number(row, "p_x1_below_reference"),
                    fit.probabilityBelow(
                            seller("Anna", won, won + (long) beta - 1), ReferenceFile.number(row, "reference")),
                    1e-12,
                    row::toString);
        }
    }

    @Test
    void drawsASellerTowardsTheTeam() {
        // s = 19, alpha = 4.75: (1 + 4.75) / (5 + 19)
        EmpiricalBayes fit = new EmpiricalBayes(Proportion.of(25, 100), 0.25, 0.05, 0, 0);
        ShrunkenRate rate = fit.shrink(seller("Anna", 1, 5));

        assertEquals(5.75 / 24, rate.rate(), 1e-15);
        assertEquals(0.25, fit.shrink(seller("Bruno", 0, 0)).rate());
        assertEquals(seller("Anna", 1, 5), rate.count());
        assertEquals(0.95, rate.level());
        assertEquals(0.025, fit.probabilityBelow(seller("Anna", 1, 5), rate.lower()), 1e-9);
        assertEquals(0.975, fit.probabilityBelow(seller("Anna", 1, 5), rate.upper()), 1e-9);
    }

    @Test
    void keepsAwayFromTheBoundaryBelowEightSellers() {
        assertTrue(
                EmpiricalBayes.fit(team("5/20 5/20 5/20 5/20 5/20 5/20 5/20")).rho() > 0.001);
        assertEquals(
                0,
                EmpiricalBayes.fit(team("5/20 5/20 5/20 5/20 5/20 5/20 5/20 5/20"))
                        .rho());
        // a seller without trials does not count
        assertTrue(EmpiricalBayes.fit(team("5/20 5/20 5/20 5/20 5/20 5/20 5/20 0/0"))
                        .rho()
                > 0.001);
    }

    @Test
    void hasItsPriorsPeakWhereTheCountsSayNothing() {
        EmpiricalBayes fit = EmpiricalBayes.fit(team("1/1 0/1"));

        // the peak of sqrt(rho) (1 - rho)^9 is at 0.5 / 9.5
        assertEquals(0.5 / 9.5, fit.rho(), 1e-6);
        assertEquals(0, fit.likelihoodRatio());
        assertEquals(0.5, fit.mean(), 1e-9);
    }

    @Test
    void keepsThePriorOutOfTheTest() {
        List<SellerCount> sellers = RealTeams.sellers("bpi2012");
        EmpiricalBayes free = EmpiricalBayes.fit(sellers);
        EmpiricalBayes weak = EmpiricalBayes.fitWithWeakPrior(sellers);

        assertTrue(weak.rho() > free.rho());
        assertEquals(free.rho(), weak.rho(), 0.003);
        assertEquals(free.likelihoodRatio(), weak.likelihoodRatio());
        assertEquals(free.logLikelihood(), weak.logLikelihood());
    }

    @Test
    void knowsATeamOfAllOrNothing() {
        EmpiricalBayes fit = EmpiricalBayes.fit(team("9/9 0/9 9/9 0/9 9/9 0/9 9/9 0/9"));

        assertEquals(0.999, fit.rho(), 1e-3);
        assertEquals(0.5, fit.mean(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/20 0/30", "0/20 0/30 0/1 0/1 0/1 0/1 0/1 0/1 0/1"})
    void givesOneRateWhereNothingSucceeds(String counts) {
        EmpiricalBayes fit = EmpiricalBayes.fit(team(counts));

        assertEquals(0, fit.rho());
        assertEquals(0, fit.mean());
        assertEquals(0, fit.shrink(seller("Anna", 0, 20)).rate());
        assertTrue(fit.shrink(seller("Anna", 0, 20)).upper() > 0.01);
    }

    @Test
    void givesOneRateWhereAllSucceeds() {
        EmpiricalBayes fit = EmpiricalBayes.fit(team("20/20 30/30"));

        assertEquals(0, fit.rho());
        assertEquals(1, fit.mean());
    }

    @Test
    void refusesTeamsThatCannotBeCompared() {
        assertEquals(
                "sellers must be at least two, or there is nobody to compare with: sellers = 0",
                refusal(() -> EmpiricalBayes.fit(List.of())));
        assertEquals(
                "sellers must be at least two, or there is nobody to compare with: sellers = 1",
                refusal(() -> EmpiricalBayes.fit(team("1/4"))));
        assertEquals(
                "at least two sellers must have trials: sellers with trials = 0 of 2",
                refusal(() -> EmpiricalBayes.fit(team("0/0 0/0"))));
        assertEquals(
                "at least two sellers must have trials: sellers with trials = 1 of 2",
                refusal(() -> EmpiricalBayes.fitWithWeakPrior(team("0/0 1/4"))));
    }

    @Test
    void refusesMoreTrialsThanItCanWalk() {
        assertEquals(
                "trials of one seller must be at most 10000000: trials = 10000001",
                refusal(() -> EmpiricalBayes.fit(team("1/4 1/10000001"))));
    }

    @Test
    void refusesRatesOutOfRange() {
        SellerCount anna = seller("Anna", 1, 4);
        assertEquals(
                "rate must be between 0 and 1: rate = NaN",
                refusal(() -> new ShrunkenRate(anna, Double.NaN, 0, 1, 0.95)));
        assertEquals(
                "rate must be between 0 and 1: rate = 1.5", refusal(() -> new ShrunkenRate(anna, 1.5, 0, 1, 0.95)));
        assertEquals(
                "rate must be between 0 and 1: rate = -0.5", refusal(() -> new ShrunkenRate(anna, -0.5, 0, 1, 0.95)));
        assertEquals(
                "ends must be in order between 0 and 1: lower = 0.6, upper = 0.5",
                refusal(() -> new ShrunkenRate(anna, 0.5, 0.6, 0.5, 0.95)));
        assertEquals(
                "ends must be in order between 0 and 1: lower = -0.1, upper = 0.5",
                refusal(() -> new ShrunkenRate(anna, 0.5, -0.1, 0.5, 0.95)));
        assertEquals(
                "ends must be in order between 0 and 1: lower = 0.1, upper = 1.5",
                refusal(() -> new ShrunkenRate(anna, 0.5, 0.1, 1.5, 0.95)));
        assertEquals(
                "level must be strictly between 0 and 1: level = 95.0",
                refusal(() -> new ShrunkenRate(anna, 0.5, 0.1, 0.6, 95)));
    }
}
