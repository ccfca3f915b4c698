package io.crmkit.metrics.fact;

/* The least and greatest of the columns of a block, all 0 where it is empty. */
record BlockBounds(long minAt, long maxAt, int minSeller, int maxSeller, int maxStep, int minSubject, int maxSubject) {

    private static final BlockBounds EMPTY = new BlockBounds(0, 0, 0, 0, 0, 0, 0);

    static BlockBounds of(ActivityBlock block) {
        int from = block.offset();
        int end = from + block.length();
        if (from == end) {
            return EMPTY;
        }
        return new BlockBounds(
                min(block.at(), from, end),
                max(block.at(), from, end),
                min(block.seller(), from, end),
                max(block.seller(), from, end),
                max(block.step(), from, end),
                min(block.subject(), from, end),
                max(block.subject(), from, end));
    }

    private static long min(long[] column, int from, int end) {
        long least = column[from];
        for (int row = from + 1; row < end; row++) {
            least = Math.min(least, column[row]);
        }
        return least;
    }

    private static long max(long[] column, int from, int end) {
        long greatest = column[from];
        for (int row = from + 1; row < end; row++) {
            greatest = Math.max(greatest, column[row]);
        }
        return greatest;
    }

    private static int min(int[] column, int from, int end) {
        int least = column[from];
        for (int row = from + 1; row < end; row++) {
            least = Math.min(least, column[row]);
        }
        return least;
    }

    private static int max(int[] column, int from, int end) {
        int greatest = column[from];
        for (int row = from + 1; row < end; row++) {
            greatest = Math.max(greatest, column[row]);
        }
        return greatest;
    }

    private static int max(byte[] column, int from, int end) {
        int greatest = column[from];
        for (int row = from + 1; row < end; row++) {
            greatest = Math.max(greatest, column[row]);
        }
        return greatest;
    }
}
