package io.crmkit.metrics.fact;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/*
 * The state of a tally as bytes, big-endian: "CRMT", version, CRC-32C of all that follows, sellers, steps, number of
 * boundaries, the boundaries, rows accumulated and deducted, the cells.
 */
@SuppressWarnings("ArrayRecordComponent")
record TallySnapshot(CubeShape shape, int[] cells, long accumulated, long deducted) {

    private static final int MAGIC = 0x43524D54;
    private static final int VERSION = 1;
    private static final int HEADER = 3 * Integer.BYTES;
    private static final int FIXED = HEADER + 3 * Integer.BYTES + 2 * Long.BYTES;

    static byte[] write(CubeShape shape, int[] cells, long accumulated, long deducted) {
        long[] boundaries = shape.periods().boundaries().toArray();
        byte[] bytes = new byte[Math.addExact(FIXED + boundaries.length * Long.BYTES, cells.length * Integer.BYTES)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).position(HEADER);
        buffer.putInt(shape.sellers()).putInt(shape.steps()).putInt(boundaries.length);
        for (long boundary : boundaries) {
            buffer.putLong(boundary);
        }
        buffer.putLong(accumulated).putLong(deducted).asIntBuffer().put(cells);
        buffer.rewind().putInt(MAGIC).putInt(VERSION).putInt(checksum(bytes));
        return bytes;
    }

    static TallySnapshot read(byte[] snapshot) {
        ByteBuffer buffer = ByteBuffer.wrap(snapshot);
        checkHeader(snapshot, buffer);
        int sellers = buffer.getInt();
        int steps = buffer.getInt();
        long[] boundaries = new long[buffer.getInt()];
        buffer.asLongBuffer().get(boundaries);
        buffer.position(buffer.position() + boundaries.length * Long.BYTES);
        CubeShape shape = new CubeShape(sellers, Periods.between(boundaries), steps);
        long accumulated = buffer.getLong();
        long deducted = buffer.getLong();
        int[] cells = new int[shape.slots() * shape.slab()];
        buffer.asIntBuffer().get(cells);
        return new TallySnapshot(shape, cells, accumulated, deducted);
    }

    private static void checkHeader(byte[] snapshot, ByteBuffer buffer) {
        if (snapshot.length < FIXED || buffer.getInt() != MAGIC) {
            throw new IllegalArgumentException("snapshot is not of a tally: bytes = " + snapshot.length);
        }
        int version = buffer.getInt();
        if (version != VERSION) {
            throw new IllegalArgumentException("snapshot must be of version " + VERSION + ": version = " + version);
        }
        if (buffer.getInt() != checksum(snapshot)) {
            throw new IllegalArgumentException("snapshot is damaged, its checksum differs: bytes = " + snapshot.length);
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, HEADER, bytes.length - HEADER);
        return (int) crc.getValue();
    }
}
