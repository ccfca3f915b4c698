package io.crmkit.core;

import io.crmkit.core.port.IdSource;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * UUIDs of version 7: 48 bits of milliseconds, a 12-bit counter, 62 random bits.
 *
 * <p>RFC 9562, sections 5.7 and 6.2 (method 1: fixed-length dedicated counter). Within a millisecond the counter rises;
 * when it runs over, or the clock steps back, the time of the last identity is kept or moved on by one, so that the
 * identities of one source always ascend.
 */
final class TimeOrderedIds implements IdSource {

    private static final int COUNTER_LIMIT = 1 << 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /* drawn many at once: each draw from the system's source costs more than all the rest of an identity */
    private final ByteBuffer drawn = ByteBuffer.allocate(4_096).position(4_096);
    private long lastMillis = -1;
    private int counter;

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long timeAndCounter;
        long randomBits;
        synchronized (this) {
            timeAndCounter = timeAndCounter();
            randomBits = randomBits();
        }
        return new UUID(timeAndCounter, (randomBits & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    private long randomBits() {
        if (!drawn.hasRemaining()) {
            random.nextBytes(drawn.array());
            drawn.clear();
        }
        return drawn.getLong();
    }

    private long timeAndCounter() {
        long now = clock.millis();
        if (now > lastMillis) {
            lastMillis = now;
            counter = 0;
        } else if (++counter == COUNTER_LIMIT) {
            lastMillis++;
            counter = 0;
        }
        return (lastMillis << 16) | 0x7000L | counter;
    }
}
