package io.crmkit.metrics.fact;

/*
 * Where the count of a seller, a slot of time and a step lies: one slab per slot, in which the steps of a seller are
 * neighbours and their number is rounded up to a power of two.
 */
record CubeShape(int sellers, Periods periods, int steps) {

    private static final int MOST_CELLS = 1 << 28;

    CubeShape {
        Checks.positive("sellers", sellers);
        Checks.positive("steps", steps);
        Checks.atMost("steps", steps, 128);
        long cells = (periods.size() + 2L) * ((long) sellers << shift(steps));
        Checks.atMost("cells of sellers x periods x steps", cells, MOST_CELLS);
    }

    private static int shift(int steps) {
        return 32 - Integer.numberOfLeadingZeros(steps - 1);
    }

    int shift() {
        return shift(steps);
    }

    int slab() {
        return sellers << shift();
    }

    int slots() {
        return periods.size() + 2;
    }

    int cell(int seller, int slot, int step) {
        return slot * slab() + (seller << shift()) + step;
    }

    void checkSame(CubeShape other) {
        if (!equals(other)) {
            throw new IllegalArgumentException(
                    "tallies must have the same sellers, periods and steps: " + this + "; " + other);
        }
    }

    void checkCell(int seller, int step) {
        Checks.below("seller", seller, sellers);
        Checks.below("step", step, steps);
    }

    @Override
    public String toString() {
        return sellers + " sellers, " + periods + ", " + steps + " steps";
    }
}
