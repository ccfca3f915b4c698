package io.crmkit.metrics.forecast;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Stages from which an opportunity moves on with fixed probabilities until it is won or lost: a Markov chain that ends.
 *
 * <p>Definition: with {@code Q} the probabilities of moving between stages and {@code R} those of ending, {@code
 * N = (I - Q)^-1} holds the expected visits and {@code B = N R} the probabilities of each end.
 *
 * <ul>
 *   <li>Shape: a square matrix of moves, a column per end.
 *   <li>Unit: probabilities per step; expected visits and steps as counts.
 *   <li>Range: each row of moves and ends sums to one.
 *   <li>Nothing to divide by: a chain that can go on for ever has no answer, and is refused.
 *   <li>Errors: a matrix of another shape, a probability outside zero to one, a row that does not sum to one within
 *       1e-9, or a stage from which no end can be reached, are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: a forecast by age. Each step forgets how long the last one took; real stages do not. It is for what
 * if: what a better step does to the whole way. See {@link LandmarkModel} for the age.
 *
 * <p>Source: Kemeny, J. G. and Snell, J. L. (1960), Finite Markov Chains, chapter 3.
 */
public final class AbsorbingChain {

    private static final double ROW_SUM = 1e-9;

    private final List<String> stages;
    private final List<String> ends;
    private final double[][] moves;
    private final double[][] endings;
    private final double[][] visits;

    private AbsorbingChain(List<String> stages, List<String> ends, double[][] moves, double[][] endings) {
        this.stages = List.copyOf(stages);
        this.ends = List.copyOf(ends);
        this.moves = copied("moves", moves, stages.size());
        this.endings = copied("endings", endings, ends.size());
        requireDistinct();
        requireRows();
        visits = LinearSystem.inverse(identityMinus(this.moves));
    }

    /**
     * Obtains a chain.
     *
     * @param stages the names of the stages
     * @param ends the names of the ends
     * @param moves for each stage, the probability of moving to each stage
     * @param endings for each stage, the probability of each end
     * @return the chain
     * @throws IllegalArgumentException where the matrices are no such chain
     */
    public static AbsorbingChain of(List<String> stages, List<String> ends, double[][] moves, double[][] endings) {
        return new AbsorbingChain(stages, ends, moves, endings);
    }

    private double[][] copied(String name, double[][] matrix, int columns) {
        List<double[]> rows = new ArrayList<>();
        for (double[] row : matrix) {
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        name + " must have " + columns + " columns: row " + rows.size() + " has " + row.length);
            }
            rows.add(row.clone());
        }
        if (rows.size() != stages.size()) {
            throw new IllegalArgumentException(
                    name + " must have a row per stage: rows = " + rows.size() + ", stages = " + stages);
        }
        return rows.toArray(double[][]::new);
    }

    private void requireDistinct() {
        if (new HashSet<>(stages).size() < stages.size() || new HashSet<>(ends).size() < ends.size()) {
            throw new IllegalArgumentException(
                    "stages and ends must be distinct: stages = " + stages + ", ends = " + ends);
        }
    }

    private void requireRows() {
        for (int i = 0; i < stages.size(); i++) {
            double sum = 0;
            for (double[] row : List.of(moves[i], endings[i])) {
                for (double probability : row) {
                    if (!(probability >= 0 && probability <= 1)) {
                        throw new IllegalArgumentException("probabilities must be between 0 and 1: stage = "
                                + stages.get(i) + ", probability = " + probability);
                    }
                    sum += probability;
                }
            }
            if (Math.abs(sum - 1) > ROW_SUM) {
                throw new IllegalArgumentException(
                        "probabilities of a stage must sum to 1: stage = " + stages.get(i) + ", sum = " + sum);
            }
        }
    }

    private static double[][] identityMinus(double[][] moves) {
        double[][] matrix = new double[moves.length][moves.length];
        for (int i = 0; i < moves.length; i++) {
            for (int j = 0; j < moves.length; j++) {
                matrix[i][j] = (i == j ? 1 : 0) - moves[i][j];
            }
        }
        return matrix;
    }

    /**
     * Computes how often a stage is visited.
     *
     * @param from the stage begun in
     * @param stage the stage visited
     * @return the expected visits, the beginning included
     * @throws IllegalArgumentException where a stage is unknown
     */
    public double visits(String from, String stage) {
        return visits[index("stage", stages, from)][index("stage", stages, stage)];
    }

    /**
     * Computes how many steps it takes to an end.
     *
     * @param from the stage begun in
     * @return the expected steps, at least one
     * @throws IllegalArgumentException where the stage is unknown
     */
    public double steps(String from) {
        double sum = 0;
        for (double visit : visits[index("stage", stages, from)]) {
            sum += visit;
        }
        return sum;
    }

    /**
     * Computes the probability of an end.
     *
     * @param from the stage begun in
     * @param end the end
     * @return the probability
     * @throws IllegalArgumentException where stage or end is unknown
     */
    public double probability(String from, String end) {
        double[] row = visits[index("stage", stages, from)];
        int column = index("end", ends, end);
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * endings[i][column];
        }
        return Math.min(1, sum);
    }

    /**
     * Asks what if: a stage moves on to another one with another probability, and all else that it does keeps its
     * proportions.
     *
     * @param from the stage
     * @param to the stage it moves to
     * @param probability the other probability
     * @return the other chain
     * @throws IllegalArgumentException where a stage is unknown, the probability is out of range, or nothing else was
     *     possible from there
     */
    public AbsorbingChain withMove(String from, String to, double probability) {
        int row = index("stage", stages, from);
        int column = index("stage", stages, to);
        double before = moves[row][column];
        if (!(probability >= 0 && probability <= 1) || before == 1) {
            throw new IllegalArgumentException("probability must be between 0 and 1, beside something else: from = "
                    + from + ", to = " + to + ", probability = " + probability + ", before = " + before);
        }
        double[][] otherMoves = copied("moves", moves, stages.size());
        double[][] otherEnds = copied("endings", endings, ends.size());
        double scale = (1 - probability) / (1 - before);
        for (double[] part : List.of(otherMoves[row], otherEnds[row])) {
            for (int i = 0; i < part.length; i++) {
                part[i] *= scale;
            }
        }
        otherMoves[row][column] = probability;
        return new AbsorbingChain(stages, ends, otherMoves, otherEnds);
    }

    private static int index(String kind, List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(kind + " must be one of " + names + ": " + kind + " = " + name);
        }
        return index;
    }
}
