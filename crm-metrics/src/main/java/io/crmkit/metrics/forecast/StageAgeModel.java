package io.crmkit.metrics.forecast;

import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.funnel.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Win probability from a table: the share won by stage and by age in the stage, few cases drawn towards many.
 *
 * <p>Definition: the share of a stage is drawn towards that of all as if ten more had gone like all; the share of an age
 * within it towards the stage's in the same way. Ages are the bands that begin at 0, 1, 3, 7, 14, 30, 60 and 120 days.
 *
 * <ul>
 *   <li>Shape: a probability for each opportunity, and the counts behind it.
 *   <li>Unit: days of 24 hours; probabilities as ratios.
 *   <li>Range: zero to one.
 *   <li>Nothing to divide by: an unknown stage has the share of all, and one half where nothing is known.
 *   <li>Errors: none of its own.
 * </ul>
 *
 * <p>Snapshots are used up to the latest one at which 95 % of all so far are settled, as the outcomes known of younger
 * ones are the quick ones.
 *
 * <p>Source: shrinkage by pseudo-counts, as in Good, I. J. (1965), The Estimation of Probabilities.
 */
public final class StageAgeModel implements WinProbabilityModel {

    private static final double[] BANDS = {0, 1, 3, 7, 14, 30, 60, 120};
    private static final double WEIGHT = 10;

    private final Proportion all;
    private final Map<String, Proportion> stages = new TreeMap<>();
    private final Map<String, Proportion> bands = new TreeMap<>();

    private StageAgeModel(List<OpportunitySnapshot> known) {
        Proportion sum = Proportion.of(0, 0);
        for (OpportunitySnapshot snapshot : known) {
            Proportion one = Proportion.of(snapshot.outcome() == Outcome.WON ? 1 : 0, 1);
            sum = sum.plus(one);
            stages.merge(snapshot.opportunity().stage(), one, Proportion::plus);
            bands.merge(band(snapshot.opportunity()), one, Proportion::plus);
        }
        all = sum;
    }

    /**
     * Fits the table to what was known at a moment.
     *
     * @param history snapshots of opportunities with their outcomes, in any order
     * @param asOf the moment
     * @return the model
     */
    public static StageAgeModel fit(Collection<OpportunitySnapshot> history, Instant asOf) {
        return new StageAgeModel(KnownSnapshots.asOf(history, asOf));
    }

    private static String band(OpenOpportunity opportunity) {
        int band = 0;
        while (band + 1 < BANDS.length && opportunity.stageDays() >= BANDS[band + 1]) {
            band++;
        }
        return opportunity.stage() + '\u0000' + band;
    }

    @Override
    public double probability(OpenOpportunity opportunity) {
        double stage = drawn(stages.get(opportunity.stage()), all.rate().orElse(0.5));
        return drawn(bands.get(band(opportunity)), stage);
    }

    private static double drawn(@Nullable Proportion own, double towards) {
        return own == null ? towards : (own.successes() + WEIGHT * towards) / (own.trials() + WEIGHT);
    }

    /**
     * Counts what the probability of an opportunity rests on.
     *
     * @param opportunity the opportunity
     * @return how many of how many of its stage and age were won
     */
    public Proportion counts(OpenOpportunity opportunity) {
        return bands.getOrDefault(band(opportunity), Proportion.of(0, 0));
    }
}
