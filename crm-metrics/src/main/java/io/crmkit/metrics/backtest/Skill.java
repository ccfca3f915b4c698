package io.crmkit.metrics.backtest;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One score of a forecast beside that of a baseline.
 *
 * <p>Definition: {@code skill = 1 - score / baselineScore}.
 *
 * <ul>
 *   <li>Shape: two scores by one rule.
 *   <li>Unit: the skill is a ratio, not percent.
 *   <li>Range: one is perfect, zero is the baseline, and below zero the forecast is worse than the baseline, down to
 *       negative infinity for an infinite loss.
 *   <li>Nothing to divide by: the skill is empty where the baseline scores zero or infinity.
 *   <li>Errors: a score that is negative or not a number is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: Murphy, A. H. (1988), Skill scores based on the mean square error, Monthly Weather Review 116, 2417–2424.
 *
 * @param rule the score compared
 * @param baseline what the forecast is compared with
 * @param score the score of the forecast
 * @param baselineScore the score of the baseline on the same events or values
 */
public record Skill(ScoringRule rule, Baseline baseline, double score, double baselineScore) {

    /**
     * Checks the scores.
     *
     * @throws IllegalArgumentException where a score is negative or not a number
     */
    public Skill {
        requireNonNull(rule, "rule");
        requireNonNull(baseline, "baseline");
        requireScore("score", score);
        requireScore("baselineScore", baselineScore);
    }

    private static void requireScore(String name, double score) {
        if (!(score >= 0)) {
            throw new IllegalArgumentException(name + " must not be negative: " + name + " = " + score);
        }
    }

    /**
     * Computes the skill.
     *
     * @return the skill, negative where the baseline does better, or empty
     */
    public OptionalDouble value() {
        return baselineScore == 0 || Double.isInfinite(baselineScore)
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - score / baselineScore);
    }

    /**
     * Answers whether the forecast scores better than the baseline.
     *
     * @return whether it does; an equal score is not better
     */
    public boolean isBetter() {
        return score < baselineScore;
    }

    /**
     * Writes the skill with its sign, and both scores.
     *
     * @return for example {@code BRIER 0.0916 against BASE_RATE 0.2400: skill +0.618}
     */
    @Override
    public String toString() {
        String skill = value().isPresent() ? String.format(Locale.ROOT, "%+.3f", value().getAsDouble()) : "not defined";
        return String.format(
                Locale.ROOT, "%s %.4f against %s %.4f: skill %s", rule, score, baseline, baselineScore, skill);
    }
}
