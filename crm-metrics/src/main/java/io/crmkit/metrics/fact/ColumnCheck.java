package io.crmkit.metrics.fact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/*
 * Whether every id of a column is from 0 to limit - 1, without a branch per row; only a column found bad is searched.
 *
 * Eight bytes are checked at a time: with x below 128 in each byte, x + (128 - limit) sets the high bit exactly where
 * x >= limit, and no byte carries into the next.
 */
final class ColumnCheck {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private ColumnCheck() {}

    static void ids(String name, int[] column, int offset, int end, int limit) {
        int last = limit - 1;
        int bad = 0;
        for (int row = offset; row < end; row++) {
            bad |= column[row] | (last - column[row]);
        }
        if (bad < 0) {
            for (int row = offset; row < end; row++) {
                inRange(name, row, column[row], limit);
            }
        }
    }

    static void codes(String name, byte[] column, int offset, int end, int limit) {
        long lift = LOW_BITS * (128 - limit);
        long bad = 0;
        int row = offset;
        for (; row <= end - Long.BYTES; row += Long.BYTES) {
            long eight = (long) LONGS.get(column, row);
            bad |= eight | ((eight & ~HIGH_BITS) + lift);
        }
        for (int from = (bad & HIGH_BITS) == 0 ? row : offset; from < end; from++) {
            inRange(name, from, column[from], limit);
        }
    }

    private static void inRange(String name, int row, int value, int limit) {
        if (value < 0 || value >= limit) {
            throw new IllegalArgumentException(
                    name + " must be from 0 to " + (limit - 1) + ": " + name + "[" + row + "] = " + value);
        }
    }
}
