package io.crmkit.core.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:30:00.000001Z");

    @Test
    void ordersByInstantThenSourceThenKeyAsAnUnsignedNumber() {
        Position newest = new Position(AT.plusNanos(1_000), Source.ACTIVITIES, new UUID(0, 0));
        Position change = new Position(AT, Source.CHANGES, new UUID(0, 1));
        Position high = new Position(AT, Source.ACTIVITIES, new UUID(-1, 0));
        Position low = new Position(AT, Source.ACTIVITIES, new UUID(1, -1));
        Position lowest = new Position(AT, Source.ACTIVITIES, new UUID(1, 1));
        assertEquals(
                List.of(newest, change, high, low, lowest),
                Stream.of(low, change, newest, lowest, high)
                        .sorted(Position.NEWEST_FIRST)
                        .toList());
    }

    @Test
    void isReadFromItsText() {
        Position position = new Position(AT.plusNanos(7), Source.CHANGES, new UUID(0, 42));
        assertEquals("2026-03-01T09:30:00.000001Z/CHANGES/00000000-0000-0000-0000-00000000002a", position.toText());
        assertEquals(position, Position.parse(position.toText()));
    }

    @Test
    void refusesTextsOfAnotherForm() {
        for (String text :
                List.of("", "x", "a/b/c", AT + "/CHANGES", AT + "/NOTHING/" + new UUID(0, 1), "//", "a/b/c/d")) {
            assertEquals(
                    "position must be an instant, a source and a key: '" + text + "'",
                    assertThrows(IllegalArgumentException.class, () -> Position.parse(text))
                            .getMessage());
        }
    }
}
