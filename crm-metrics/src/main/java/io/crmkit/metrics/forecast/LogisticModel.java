package io.crmkit.metrics.forecast;

import io.crmkit.metrics.funnel.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Win probability from stage, ages and further figures by a logistic regression.
 *
 * <p>Definition: the logit of a win is linear, with coefficients of each stage's own, in {@code l = log(1 + days in the
 * stage)}, its square, {@code log(1 + days)} and {@code log(1 + covariate)} for each covariate. Figures are brought to
 * mean zero and deviation one, and the coefficients but for the constant are held small by a ridge of one half of their
 * squared sum; found by Newton's method.
 *
 * <ul>
 *   <li>Shape: a probability for each opportunity.
 *   <li>Unit: days of 24 hours, covariates in units of the host's choice; probabilities as ratios.
 *   <li>Range: strictly between zero and one.
 *   <li>Nothing to divide by: without settled history, or where all was won or all lost, the share won with half a case
 *       more on either side.
 *   <li>Errors: none of its own. A covariate that is missing counts as zero; one that the history has not is ignored; a
 *       stage that it has not has the average figures.
 * </ul>
 *
 * <p>Snapshots are used up to the latest one at which 95 % of all so far are settled, as the outcomes known of younger
 * ones are the quick ones. Its level is then that of older times: see {@link LevelledModel}.
 *
 * <p>Source: Cox, D. R. (1958), JRSS B 20, 215–242; Hoerl, A. E. and Kennard, R. W. (1970), Technometrics 12, 55–67.
 */
public final class LogisticModel implements WinProbabilityModel {

    private static final int MOST_STEPS = 50;
    private static final double ENOUGH = 1e-10;
    private static final double HALF = 0.5;

    private final List<String> stages;
    private final List<String> covariates;
    private final double[] means;
    private final double[] deviations;
    private final double[] coefficients;

    private LogisticModel(List<OpportunitySnapshot> known) {
        stages = List.copyOf(new TreeSet<>(
                known.stream().map(snapshot -> snapshot.opportunity().stage()).toList()));
        covariates = List.copyOf(new TreeSet<>(known.stream()
                .flatMap(snapshot -> snapshot.opportunity().covariates().keySet().stream())
                .toList()));
        double[][] figures =
                known.stream().map(snapshot -> figures(snapshot.opportunity())).toArray(double[][]::new);
        means = new double[width()];
        deviations = new double[width()];
        standardise(figures);
        coefficients = new double[width()];
        fit(figures, known);
    }

    /**
     * Fits the model to what was known at a moment.
     *
     * @param history snapshots of opportunities with their outcomes, in any order
     * @param asOf the moment
     * @return the model
     */
    public static LogisticModel fit(Collection<OpportunitySnapshot> history, Instant asOf) {
        return new LogisticModel(KnownSnapshots.asOf(history, asOf));
    }

    private int width() {
        return 1 + stages.size() * (4 + covariates.size());
    }

    private double[] figures(OpenOpportunity opportunity) {
        double[] figures = new double[width()];
        figures[0] = 1;
        int stage = stages.indexOf(opportunity.stage());
        if (stage >= 0) {
            int next = 1 + stage * (4 + covariates.size());
            double age = Math.log1p(opportunity.stageDays());
            figures[next++] = 1;
            figures[next++] = age;
            figures[next++] = age * age;
            figures[next++] = Math.log1p(opportunity.days());
            for (String name : covariates) {
                figures[next++] = Math.log1p(opportunity.covariates().getOrDefault(name, 0.0));
            }
        }
        return figures;
    }

    private void standardise(double[][] figures) {
        Arrays.fill(deviations, 1);
        for (int column = 1; column < means.length && figures.length > 0; column++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : figures) {
                sum += row[column];
                squares += row[column] * row[column];
            }
            means[column] = sum / figures.length;
            double variance = squares / figures.length - means[column] * means[column];
            deviations[column] = variance > ENOUGH ? Math.sqrt(variance) : 1;
        }
        for (double[] row : figures) {
            standardise(row);
        }
    }

    private void standardise(double[] row) {
        for (int column = 1; column < row.length; column++) {
            row[column] = (row[column] - means[column]) / deviations[column];
        }
    }

    private void fit(double[][] figures, List<OpportunitySnapshot> known) {
        boolean[] won = new boolean[known.size()];
        long wins = 0;
        for (int i = 0; i < won.length; i++) {
            won[i] = known.get(i).outcome() == Outcome.WON;
            wins += won[i] ? 1 : 0;
        }
        coefficients[0] = Math.log((wins + HALF) / (won.length - wins + HALF));
        double step = wins == 0 || wins == won.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_STEPS && step > ENOUGH; i++) {
            step = newton(figures, won);
        }
    }

    private double newton(double[][] figures, boolean[] won) {
        int width = coefficients.length;
        double[] slope = new double[width];
        double[][] bend = new double[width][width];
        for (int i = 0; i < won.length; i++) {
            double chance = expit(linear(figures[i]));
            double weight = chance * (1 - chance);
            for (int j = 0; j < width; j++) {
                slope[j] += figures[i][j] * ((won[i] ? 1 : 0) - chance);
                for (int k = 0; k < width; k++) {
                    bend[j][k] += weight * figures[i][j] * figures[i][k];
                }
            }
        }
        for (int j = 1; j < width; j++) {
            slope[j] -= coefficients[j];
            bend[j][j] += 1;
        }
        double[] step = LinearSystem.solve(bend, slope);
        double longest = 0;
        for (int j = 0; j < width; j++) {
            coefficients[j] += step[j];
            longest = Math.max(longest, Math.abs(step[j]));
        }
        return longest;
    }

    private double linear(double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += coefficients[j] * row[j];
        }
        return sum;
    }

    static double expit(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Override
    public double probability(OpenOpportunity opportunity) {
        double[] figures = figures(opportunity);
        standardise(figures);
        return expit(linear(figures));
    }
}
