package io.crmkit.core.timeline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;

/**
 * A place on a timeline: that of one entry, by which the pages beside it are asked for.
 *
 * <p>Definition: entries stand in the order of their instants, of one instant in the order of their sources, of one source
 * in the order of their keys as unsigned 128-bit numbers. This order is total, the same in every store, and independent of
 * which timeline the entry is read on.
 *
 * @param at the instant, kept to the microsecond
 * @param source where the entry comes from
 * @param key which of the source's entries
 */
public record Position(Instant at, Source source, UUID key) {

    /** The order of every timeline: the newest first. */
    public static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::at)
            .thenComparing(Position::source)
            .thenComparing(Position::key, Position::compareKeys)
            .reversed();

    /** Makes a position. */
    public Position {
        at = requireNonNull(at, "at").truncatedTo(ChronoUnit.MICROS);
        requireNonNull(source, "source");
        requireNonNull(key, "key");
    }

    private static int compareKeys(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    /**
     * Writes the position as a text that a host can hand to its clients.
     *
     * @return the text, such as {@code 2026-03-01T09:30:00Z/ACTIVITIES/0190163d-8694-739b-aea5-966c26f8ad91}
     */
    public String toText() {
        return at + "/" + source + "/" + key;
    }

    /**
     * Reads a position from its text.
     *
     * @param text the text as {@link #toText} writes it
     * @return the position
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Position parse(String text) {
        String[] parts = requireNonNull(text, "text").split("/", -1);
        try {
            if (parts.length == 3) {
                return new Position(Instant.parse(parts[0]), Source.valueOf(parts[1]), UUID.fromString(parts[2]));
            }
        } catch (DateTimeParseException | IllegalArgumentException malformed) {
            throw refused(text, malformed);
        }
        throw refused(text, null);
    }

    private static IllegalArgumentException refused(String text, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalArgumentException("position must be an instant, a source and a key: '" + text + "'", cause);
    }
}
