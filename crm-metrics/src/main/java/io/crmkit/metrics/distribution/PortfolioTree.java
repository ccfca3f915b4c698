package io.crmkit.metrics.distribution;

/**
 * A large portfolio whose forecast follows each change of one opportunity at once.
 *
 * <p>Definition: the characteristic functions of leaves of 32 opportunities, multiplied pairwise up to the whole. A
 * change computes one leaf and the products above it anew, and shares the rest with the tree before.
 *
 * <ul>
 *   <li>Shape: an immutable tree; a change gives another tree.
 *   <li>Unit: minor units, ratios.
 *   <li>Range: as {@link ValuePortfolio}. The grid of frequencies stays that of the beginning; {@link
 *       ValueDistribution#accuracy} of the whole tells when many changes have outgrown it.
 *   <li>Nothing to divide by: an empty portfolio is worth zero for certain.
 *   <li>Errors: an index outside the portfolio is an {@link IndexOutOfBoundsException}, an amount or a probability out
 *       of range an {@link IllegalArgumentException}.
 * </ul>
 */
public final class PortfolioTree {

    private static final int LEAF = 32;

    private final int size;
    private final FrequencyGrid grid;
    private final Node root;

    private PortfolioTree(int size, FrequencyGrid grid, Node root) {
        this.size = size;
        this.grid = grid;
        this.root = root;
    }

    /* A leaf holds opportunities, an inner node two nodes. */
    private sealed interface Node {

        CharacteristicFunction function();

        Node with(int index, long amount, double probability, FrequencyGrid grid);
    }

    private record Leaf(ValuePortfolio portfolio, CharacteristicFunction function) implements Node {

        static Leaf of(ValuePortfolio portfolio, FrequencyGrid grid) {
            return new Leaf(portfolio, CharacteristicFunction.of(portfolio, grid));
        }

        @Override
        public Node with(int index, long amount, double probability, FrequencyGrid grid) {
            return of(portfolio.with(index, amount, probability), grid);
        }
    }

    private record Pair(Node left, Node right, int leftSize, CharacteristicFunction function) implements Node {

        static Pair of(Node left, Node right, int leftSize) {
            return new Pair(left, right, leftSize, left.function().merge(right.function()));
        }

        @Override
        public Node with(int index, long amount, double probability, FrequencyGrid grid) {
            return index < leftSize
                    ? of(left.with(index, amount, probability, grid), right, leftSize)
                    : of(left, right.with(index - leftSize, amount, probability, grid), leftSize);
        }
    }

    /**
     * Builds the tree of a portfolio.
     *
     * @param portfolio the open opportunities
     * @return the tree
     */
    public static PortfolioTree of(ValuePortfolio portfolio) {
        return of(portfolio, FrequencyGrid.covering(portfolio));
    }

    /**
     * Builds the tree of a portfolio that is part of a greater whole.
     *
     * @param portfolio the open opportunities
     * @param grid the frequencies of the whole
     * @return the tree
     */
    public static PortfolioTree of(ValuePortfolio portfolio, FrequencyGrid grid) {
        return new PortfolioTree(portfolio.size(), grid, node(portfolio, 0, portfolio.size(), grid));
    }

    private static Node node(ValuePortfolio portfolio, int from, int to, FrequencyGrid grid) {
        if (to - from <= LEAF) {
            return Leaf.of(portfolio.slice(from, to), grid);
        }
        int middle = (from + to) >>> 1;
        return Pair.of(node(portfolio, from, middle, grid), node(portfolio, middle, to, grid), middle - from);
    }

    /**
     * Changes one opportunity. One that is won has probability one, one that is lost zero.
     *
     * @param index which, by its place in the portfolio
     * @param amount its amount from now on, in minor units
     * @param probability its probability from now on
     * @return the changed tree; this one stays as it is
     * @throws IndexOutOfBoundsException where there is no such opportunity
     * @throws IllegalArgumentException where the amount or the probability is out of range
     */
    public PortfolioTree with(int index, long amount, double probability) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index must be below " + size + ": index = " + index);
        }
        Checks.notNegative("amount", amount);
        Checks.probability("probability", probability);
        return new PortfolioTree(size, grid, root.with(index, amount, probability, grid));
    }

    /**
     * Obtains the characteristic function of the whole, to merge with others or to invert.
     *
     * @return the characteristic function
     */
    public CharacteristicFunction total() {
        return root.function();
    }
}
