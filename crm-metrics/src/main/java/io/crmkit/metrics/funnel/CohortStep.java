package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One conversion of a cohort with the arrivals behind it.
 *
 * <p>Definition: the denominator counts the trials, the numerator those that are {@link Outcome#WON}.
 *
 * <ul>
 *   <li>Shape: a conversion, and one trial for each unit of its denominator.
 *   <li>Unit: see {@link Conversion}; curves count in days of 24 hours.
 *   <li>Range: zero to one.
 *   <li>Nothing to divide by: no trials, an empty rate and a curve without points.
 *   <li>Errors: counts that are not those of the trials are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: {@link Definition} and {@link CohortDefinition}.
 *
 * @param conversion the counts, their rate and its caveats
 * @param trials the arrivals counted, in order of arrival, then by unit
 */
public record CohortStep(Conversion conversion, List<StepTrial> trials) {

    /**
     * Copies the trials and checks that they are what was counted.
     *
     * @throws IllegalArgumentException where the numbers differ
     */
    public CohortStep {
        requireNonNull(conversion, "conversion");
        trials = List.copyOf(trials);
        long won = count(trials, Outcome.WON);
        if (conversion.denominator() != trials.size() || conversion.numerator() != won) {
            throw new IllegalArgumentException("the conversion must count its trials: conversion = "
                    + conversion.numerator() + " of " + conversion.denominator() + ", trials = " + won + " of "
                    + trials.size());
        }
    }

    static long count(List<StepTrial> trials, Outcome outcome) {
        return trials.stream().filter(trial -> trial.outcome() == outcome).count();
    }

    /**
     * Names the units behind a count.
     *
     * @param outcome which of the three
     * @return their keys in order of arrival; a unit that counts several times is named as often
     */
    public List<String> units(Outcome outcome) {
        return trials.stream()
                .filter(trial -> trial.outcome() == outcome)
                .map(StepTrial::unit)
                .toList();
    }

    /**
     * Draws how units pass this step with age, from all trials.
     *
     * @return the curves, in days
     */
    public CumulativeIncidence curve() {
        return CumulativeIncidence.of(
                trials.stream().mapToDouble(StepTrial::days).toArray(),
                trials.stream().map(StepTrial::outcome).toArray(Outcome[]::new));
    }

    /**
     * Draws how units pass this step now: from what happened in the latest stretch of time alone, at every age.
     *
     * <p>Definition: a period life table. Each trial counts as at risk only for the part of its time that lies within
     * {@code latest} before {@code asOf}. Old trials still tell how late ones pass, without telling how the early days
     * used to go. Where the time before that stretch tells another story by the log-rank test at 0.05, every point
     * carries {@link io.crmkit.metrics.Caveat#DRIFT}: then {@link #curve()}, which mixes both, misleads.
     *
     * <ul>
     *   <li>Shape: curves as {@link #curve()}.
     *   <li>Unit: days of 24 hours.
     *   <li>Range: ages from zero on.
     *   <li>Nothing to divide by: where nobody was at risk in that stretch the curves have no points.
     *   <li>Errors: a stretch that is not positive is an {@link IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: Brenner, H. and Gefeller, O. (1996), Cancer 78, 2004–2010; {@link KaplanMeier}.
     *
     * @param latest the stretch, such as the last 30 days; shorter follows change faster, longer errs less by chance
     * @param asOf the end of the stretch, the moment of the report
     * @return the curves, in days
     * @throws IllegalArgumentException where the stretch is not positive
     */
    public CumulativeIncidence recentCurve(Duration latest, Instant asOf) {
        if (latest.isNegative() || latest.isZero()) {
            throw new IllegalArgumentException("latest must be positive: latest = " + latest);
        }
        return new PeriodTable(trials, asOf.minus(latest)).recentCurve();
    }

    /**
     * Explains the conversion.
     *
     * @param level the confidence level, strictly between zero and one
     * @return how many trials are won, lost and open, the median days of those that went on, and what {@link
     *     Conversion#explain(double)} adds
     * @throws IllegalArgumentException where the level is out of range
     */
    public Explanation explain(double level) {
        Explanation counts = conversion.explain(level);
        for (Outcome outcome : Outcome.values()) {
            counts = counts.with(outcome.name().toLowerCase(Locale.ROOT) + " trials", count(trials, outcome));
        }
        return counts.with("median days of those that went on", curve().medianTime());
    }
}
