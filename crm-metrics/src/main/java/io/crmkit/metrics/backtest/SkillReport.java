package io.crmkit.metrics.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A forecast beside the baselines it is to beat, shown where it does not beat them too.
 *
 * <p>Definition: one {@link Skill} for each rule and baseline that apply.
 *
 * <ul>
 *   <li>Shape: a list, never filtered.
 *   <li>Unit: see {@link Skill}.
 *   <li>Range: see {@link Skill}.
 *   <li>Nothing to divide by: see {@link Skill}.
 *   <li>Errors: no prediction or no value is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: a test. A small positive skill on few events may be chance.
 *
 * <p>Source: {@link Skill}.
 *
 * @param skills the comparisons, in a fixed order
 */
public record SkillReport(List<Skill> skills) {

    /** Copies the comparisons. */
    public SkillReport {
        skills = List.copyOf(skills);
    }

    /**
     * Compares predictions of events with the base rate of the same events.
     *
     * <p>That base rate is known only afterwards, so that this is a severe comparison; {@link #ofEvents(List, double)}
     * takes the one that was known.
     *
     * @param predictions the predictions, in any order
     * @return Brier score and log loss against the base rate
     * @throws IllegalArgumentException where there is no prediction
     */
    public static SkillReport ofEvents(List<Prediction> predictions) {
        Checks.requireSome("predictions", predictions.size());
        return ofEvents(predictions, BrierScore.rate(predictions));
    }

    /**
     * Compares predictions of events with a base rate.
     *
     * @param predictions the predictions, in any order
     * @param baseRate the rate known before, from zero to one
     * @return Brier score and log loss against the base rate
     * @throws IllegalArgumentException where there is no prediction or the rate is out of range
     */
    public static SkillReport ofEvents(List<Prediction> predictions, double baseRate) {
        List<Prediction> baseline = predictions.stream()
                .map(p -> new Prediction(baseRate, p.happened()))
                .toList();
        return new SkillReport(List.of(
                new Skill(
                        ScoringRule.BRIER,
                        Baseline.BASE_RATE,
                        BrierScore.of(predictions).score(),
                        BrierScore.of(baseline).score()),
                new Skill(
                        ScoringRule.LOG_LOSS,
                        Baseline.BASE_RATE,
                        EventScores.logLoss(predictions),
                        EventScores.logLoss(baseline))));
    }

    /**
     * Compares forecasts of a series with the last value and, where there was a whole season, with the season before.
     *
     * @param history the values known before the forecast, oldest first
     * @param season how many values make a season; one for none
     * @param actual the values that came
     * @param forecast the forecasts
     * @return mean absolute and root mean squared error against {@link Baseline#SEASONAL_NAIVE}, if any, and {@link
     *     Baseline#NAIVE}
     * @throws IllegalArgumentException where the history is empty, the season is not positive, or the arrays do not fit
     */
    public static SkillReport ofSeries(double[] history, int season, double[] actual, double[] forecast) {
        Checks.requirePositive("season", season);
        Checks.requireSome("history", Checks.requireFinite("history", history).length);
        List<Skill> skills = new ArrayList<>();
        if (season > 1 && history.length >= season) {
            skills.addAll(against(Baseline.SEASONAL_NAIVE, repeat(history, season, actual.length), actual, forecast));
        }
        skills.addAll(against(Baseline.NAIVE, repeat(history, 1, actual.length), actual, forecast));
        return new SkillReport(skills);
    }

    private static List<Skill> against(Baseline baseline, double[] naive, double[] actual, double[] forecast) {
        return List.of(
                new Skill(
                        ScoringRule.MEAN_ABSOLUTE_ERROR,
                        baseline,
                        PointScores.meanAbsoluteError(actual, forecast),
                        PointScores.meanAbsoluteError(actual, naive)),
                new Skill(
                        ScoringRule.ROOT_MEAN_SQUARED_ERROR,
                        baseline,
                        PointScores.rootMeanSquaredError(actual, forecast),
                        PointScores.rootMeanSquaredError(actual, naive)));
    }

    private static double[] repeat(double[] history, int season, int length) {
        double[] repeated = new double[length];
        Arrays.setAll(repeated, i -> history[history.length - season + i % season]);
        return repeated;
    }

    /**
     * Answers whether the forecast does better than every baseline by every rule.
     *
     * @return whether each comparison {@linkplain Skill#isBetter() is better}
     */
    public boolean beatsEveryBaseline() {
        return skills.stream().allMatch(Skill::isBetter);
    }

    /**
     * Writes one line for each comparison.
     *
     * @return the lines of {@link Skill#toString()}
     */
    @Override
    public String toString() {
        return skills.stream().map(Skill::toString).collect(Collectors.joining("\n"));
    }
}
