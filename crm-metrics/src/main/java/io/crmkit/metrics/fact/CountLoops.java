package io.crmkit.metrics.fact;

/* The inner loops of a tally: no branch, no object and no check per row; ids are checked before, block by block. */
final class CountLoops {

    private CountLoops() {}

    /* Rows of any period. */
    static void mixed(
            int[] cells, CubeShape shape, int[] seller, byte[] step, long[] at, int offset, int end, int sign) {
        PeriodTable table = shape.periods().table();
        int[] entries = table.entries;
        long first = table.firstBucket;
        long last = entries.length - 1L;
        int bits = table.shift;
        int mask = (1 << bits) - 1;
        int slab = shape.slab();
        int stepBits = shape.shift();
        for (int row = offset; row < end; row++) {
            long second = at[row];
            int bucket = (int) Math.min(Math.max((second >> bits) - first, 0), last);
            int slot = (entries[bucket] + ((int) second & mask)) >>> bits;
            cells[slot * slab + ((seller[row] << stepBits) | step[row])] += sign;
        }
    }

    /* Rows of one period, the slab of which starts at a cell. */
    static void within(int[] cells, int start, int stepBits, int[] seller, byte[] step, int offset, int end, int sign) {
        for (int row = offset; row < end; row++) {
            cells[start + ((seller[row] << stepBits) | step[row])] += sign;
        }
    }

    /* Rows of one period that were coded for the same slab. */
    static void coded(int[] cells, int start, short[] codes, int offset, int end) {
        for (int row = offset; row < end; row++) {
            cells[start + (codes[row] & 0xFFFF)]++;
        }
    }

    /* Rows of one period that were coded for fewer steps. */
    static void recoded(int[] cells, int start, int stepBits, int codeBits, short[] codes, int offset, int end) {
        int mask = (1 << codeBits) - 1;
        for (int row = offset; row < end; row++) {
            int code = codes[row] & 0xFFFF;
            cells[start + ((code >> codeBits) << stepBits) + (code & mask)]++;
        }
    }

    static void add(int[] cells, int[] others) {
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] += others[cell];
        }
    }
}
