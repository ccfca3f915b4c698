package io.crmkit.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    /** A clock that shows what it is told. */
    private static final class Told extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new AssertionError("not asked for");
        }
    }

    private final Told clock = new Told();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);

    @Test
    void carriesVersionVariantAndTimeAsRfc9562Says() {
        UUID id = ids.next();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(NOON.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void ascendsWithinAMillisecondAndBeyondItsCounter() {
        UUID before = ids.next();
        for (int i = 0; i < 10_000; i++) {
            UUID next = ids.next();
            assertTrue(Long.compareUnsigned(before.getMostSignificantBits(), next.getMostSignificantBits()) < 0);
            before = next;
        }
        assertEquals(NOON.toEpochMilli() + 2, before.getMostSignificantBits() >>> 16);
    }

    @Test
    void ascendsThoughTheClockStepsBack() {
        UUID before = ids.next();
        clock.now = NOON.minusSeconds(3_600);
        UUID next = ids.next();
        assertTrue(Long.compareUnsigned(before.getMostSignificantBits(), next.getMostSignificantBits()) < 0);
    }

    @Test
    void neverDrawsOneTwiceFromSeveralThreads() {
        Set<UUID> drawn = IntStream.range(0, 100_000)
                .parallel()
                .mapToObj(i -> ids.next())
                .collect(HashSet::new, HashSet::add, HashSet::addAll);
        assertEquals(100_000, drawn.size());
    }
}
