package io.crmkit.metrics.team;

import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.Proportion;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How much the sellers of a team really differ, and what that says of each one's rate.
 *
 * <p>Definition: each seller's successes are binomial at a rate of their own; the rates follow a Beta distribution of
 * mean {@code mean} and intra-seller correlation {@code rho = 1 / (alpha + beta + 1)}; the two are those of the
 * greatest marginal likelihood. {@code rho = 0} is a legal answer: nothing but chance between the sellers.
 *
 * <ul>
 *   <li>Shape: one mean, one correlation, and the test of {@code rho = 0}; a {@link ShrunkenRate} per seller.
 *   <li>Unit: ratio, not percent; the true rates have the standard deviation {@code sqrt(mean * (1 - mean) * rho)}.
 *   <li>Range: the mean zero to one; {@code rho} from zero to 0.999.
 *   <li>Nothing to divide by: sellers without trials are carried along and change nothing; where all trials succeed or
 *       none, {@code rho} is zero.
 *   <li>Errors: fewer than two sellers, or fewer than two with trials, or more than ten million trials of one seller,
 *       are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Below {@value #ENOUGH_SELLERS} sellers with trials the likelihood says next to nothing of {@code rho}, and its
 * maximum is often zero by accident. A weak prior then multiplies the likelihood: {@code sqrt(rho) * (1 - rho)^9}. The
 * root, a prior that rises with the standard deviation, keeps the estimate off zero; the power, a choice made here,
 * keeps it off one and has its greatest value at {@code rho} = 0.05. The likelihoods and the test never contain it.
 *
 * <p>What it is not: the intervals take the mean and {@code rho} as known, and so are too narrow, most of all for few
 * sellers. At {@code rho = 0} all sellers share one rate, and the interval is that of the team's pooled counts
 * (Jeffreys). Shrunken rates are good estimates, and no ranking.
 *
 * <p>Source: Skellam, J. G. (1948), JRSS B 10, 257–261 (beta-binomial); Self, S. G. and Liang, K.-Y. (1987), JASA 82,
 * 605–610 (test on the boundary); Chung, Y. et al. (2013), Psychometrika 78, 685–709 (the root).
 */
public final class EmpiricalBayes {

    /** From so many sellers with trials on, {@link #fit(List)} uses no prior. */
    public static final int ENOUGH_SELLERS = 8;

    private static final double LEVEL = 0.95;
    private static final double LOWEST_LOGIT = -20;
    private static final double HIGHEST_LOGIT = 7;
    private static final double GRID = 0.5;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Proportion pooled;
    private final double mean;
    private final double rho;
    private final double logLikelihood;
    private final double likelihoodRatio;

    EmpiricalBayes(Proportion pooled, double mean, double rho, double logLikelihood, double likelihoodRatio) {
        this.pooled = pooled;
        this.mean = mean;
        this.rho = rho;
        this.logLikelihood = logLikelihood;
        this.likelihoodRatio = likelihoodRatio;
    }

    /**
     * Fits mean and correlation to the counts of a team, with the weak prior below {@value #ENOUGH_SELLERS} sellers.
     *
     * @param sellers the counts, all of one step and one period, in any order
     * @return the fit
     * @throws IllegalArgumentException where fewer than two sellers have trials or one has more than ten million
     */
    public static EmpiricalBayes fit(List<SellerCount> sellers) {
        long tried = sellers.stream()
                .filter(seller -> seller.proportion().trials() > 0)
                .count();
        return fit(Team.requireComparable(sellers), tried < ENOUGH_SELLERS);
    }

    /**
     * Fits mean and correlation with the weak prior, however many sellers there are.
     *
     * <p>Its {@code rho} is never zero, unless all trials succeed or none, so that every seller keeps a posterior of
     * their own; {@link SellerComparison} uses it.
     *
     * @param sellers the counts, all of one step and one period, in any order
     * @return the fit
     * @throws IllegalArgumentException where fewer than two sellers have trials or one has more than ten million
     */
    public static EmpiricalBayes fitWithWeakPrior(List<SellerCount> sellers) {
        return fit(Team.requireComparable(sellers), true);
    }

    private static EmpiricalBayes fit(List<SellerCount> sellers, boolean weakPrior) {
        BetaBinomial counts = new BetaBinomial(sellers);
        double pooledRate = counts.pooled();
        double chance = counts.logLikelihood(pooledRate, 0);
        DoubleUnaryOperator profile = rho -> counts.logLikelihood(counts.bestMean(rho), rho);
        double likeliest = pooledRate == 0 || pooledRate == 1 ? 0 : peak(profile);
        double gain = profile.applyAsDouble(likeliest) - chance;
        // less than rounding can tell is no gain
        if (!(gain > 1e-12 * (1 + Math.abs(chance)))) {
            likeliest = 0;
            gain = 0;
        }
        boolean useful = weakPrior && pooledRate > 0 && pooledRate < 1;
        double rho = useful ? peak(r -> profile.applyAsDouble(r) + logPrior(r)) : likeliest;
        return new EmpiricalBayes(Team.pooled(sellers), counts.bestMean(rho), rho, chance + gain, 2 * gain);
    }

    private static double logPrior(double rho) {
        return Math.log(rho) / 2 + 9 * Math.log1p(-rho);
    }

    /** The place of the greatest value: the best point of a grid in the logit of rho, then golden section about it. */
    private static double peak(DoubleUnaryOperator height) {
        double best = LOWEST_LOGIT;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double logit = LOWEST_LOGIT; logit <= HIGHEST_LOGIT; logit += GRID) {
            double value = height.applyAsDouble(rhoOf(logit));
            if (value > greatest) {
                greatest = value;
                best = logit;
            }
        }
        return rhoOf(goldenSection(height, best - GRID, Math.min(HIGHEST_LOGIT, best + GRID)));
    }

    private static double goldenSection(DoubleUnaryOperator height, double from, double to) {
        double low = from;
        double high = to;
        while (high - low > 1e-8) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (height.applyAsDouble(rhoOf(left)) >= height.applyAsDouble(rhoOf(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    private static double rhoOf(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /**
     * Answers the mean of the sellers' true rates.
     *
     * @return the mean, from zero to one; at {@code rho = 0} the team's pooled rate
     */
    public double mean() {
        return mean;
    }

    /**
     * Answers how alike two trials of one seller are beyond two trials of different sellers.
     *
     * @return the correlation, from zero to 0.999
     */
    public double rho() {
        return rho;
    }

    /**
     * Answers the greatest logarithm of the marginal likelihood, without prior and with binomial coefficients.
     *
     * @return the logarithm, at most zero
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * Answers twice the logarithm by which varying rates suit the counts better than one common rate.
     *
     * @return the statistic, without prior; zero where nothing but chance lies between the sellers
     */
    public double likelihoodRatio() {
        return likelihoodRatio;
    }

    /**
     * Tests whether the sellers share one rate.
     *
     * <p>As {@code rho = 0} lies on the boundary, half of the chance results give no gain at all: the p value is half
     * the upper tail of chi-square with one degree of freedom, and one where there is no gain.
     *
     * @return the p value, from zero to one half, or one
     */
    public double pValue() {
        return likelihoodRatio == 0 ? 1 : ChiSquaredDistribution.of(1).survivalProbability(likelihoodRatio) / 2;
    }

    /**
     * Estimates the rate of a seller of this team.
     *
     * @param seller the seller's counts
     * @return the posterior mean with its 95 % credible interval of equal tails
     */
    public ShrunkenRate shrink(SellerCount seller) {
        double tail = (1 - LEVEL) / 2;
        BetaDistribution posterior = posterior(seller.proportion());
        return new ShrunkenRate(
                seller,
                estimate(seller.proportion()),
                posterior.inverseCumulativeProbability(tail),
                posterior.inverseSurvivalProbability(tail),
                LEVEL);
    }

    /**
     * Computes how sure one may be that a seller's true rate is below a given one.
     *
     * @param seller the seller's counts
     * @param rate the rate to compare with
     * @return the posterior probability, from zero to one
     */
    public double probabilityBelow(SellerCount seller, double rate) {
        return posterior(seller.proportion()).cumulativeProbability(rate);
    }

    /**
     * Explains the estimate of a seller's rate.
     *
     * @param seller the seller's counts
     * @return the raw rate, the team's mean and correlation, the weight of the seller's own counts, and the estimate with
     *     its ends
     */
    public Explanation explain(SellerCount seller) {
        ShrunkenRate rate = shrink(seller);
        return Explanation.of("rate of " + seller.seller() + ", drawn towards the team")
                .with("successes", seller.proportion().successes())
                .with("trials", seller.proportion().trials())
                .with("rate", seller.proportion().rate())
                .with("mean of the team", mean)
                .with("rho", rho)
                .with("weight of the own rate", weight(seller.proportion()))
                .with("shrunken rate", rate.rate())
                .with("shrunken rate, lower", rate.lower())
                .with("shrunken rate, upper", rate.upper());
    }

    private double estimate(Proportion own) {
        // (x + mean * s) / (n + s), multiplied by rho so that rho = 0 needs no case of its own
        return mean + weight(own) * (own.rate().orElse(mean) - mean);
    }

    private double weight(Proportion own) {
        return own.trials() * rho / (own.trials() * rho + 1 - rho);
    }

    BetaDistribution posterior(Proportion own) {
        if (rho == 0) {
            return BetaDistribution.of(pooled.successes() + 0.5, pooled.trials() - pooled.successes() + 0.5);
        }
        double s = (1 - rho) / rho;
        return BetaDistribution.of(own.successes() + mean * s, own.trials() - own.successes() + (1 - mean) * s);
    }
}
