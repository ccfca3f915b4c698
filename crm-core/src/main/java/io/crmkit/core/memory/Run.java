package io.crmkit.core.memory;

import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries of one source and one scope, read in a query's direction from its position. */
final class Run {

    private final Source source;
    private final boolean older;
    private final SortedKeys.Reader reader;
    private final @Nullable Instant bound;
    private final long last;
    private final Lookup lookup;

    /** Where what a key stands for is kept. */
    interface Lookup {

        /** The entry; null where it no longer stands at the instant, or is not to be seen. */
        @Nullable
        Entry find(long micros, UUID key);
    }

    Run(Source source, Scope scope, TimelineQuery query, SortedKeys keys, Lookup lookup) {
        this.source = source;
        this.older = query.direction() == Direction.OLDER;
        this.lookup = lookup;
        this.bound = older ? scope.from() : scope.until();
        this.last = bound == null ? 0 : SubjectIndex.micros(bound);
        this.reader = start(scope, query.position(), keys);
    }

    /* within the period and beyond the position, whichever is farther on */
    private SortedKeys.Reader start(Scope scope, @Nullable Position position, SortedKeys keys) {
        Instant edge = older ? scope.until() : scope.from();
        SortedKeys.Reader byPeriod = edge == null ? end(keys) : at(keys, SubjectIndex.micros(edge));
        if (position == null) {
            return byPeriod;
        }
        SortedKeys.Reader byPosition = beside(position, keys);
        return older == byPosition.isBefore(byPeriod) ? byPosition : byPeriod;
    }

    private SortedKeys.Reader end(SortedKeys keys) {
        SortedKeys.Reader start = older ? keys.end() : keys.start();
        if (older) {
            start.back();
        }
        return start;
    }

    private SortedKeys.Reader at(SortedKeys keys, long micros) {
        SortedKeys.Reader start = keys.from(micros, 0, 0);
        if (older) {
            start.back();
        }
        return start;
    }

    private SortedKeys.Reader beside(Position position, SortedKeys keys) {
        long micros = SubjectIndex.micros(position.at());
        int rank = source.compareTo(position.source());
        if (rank != 0) {
            return at(keys, rank > 0 ? micros : micros + 1);
        }
        long high = position.key().getMostSignificantBits();
        long low = position.key().getLeastSignificantBits();
        SortedKeys.Reader start = keys.from(micros, high, low);
        if (older) {
            start.back();
        } else if (start.isAt(micros, high, low)) {
            start.next();
        }
        return start;
    }

    /** Whether there is an entry here, within the scope's period. */
    boolean stands() {
        return reader.stands() && (bound == null || (older ? reader.micros() >= last : reader.micros() < last));
    }

    void advance() {
        if (older) {
            reader.back();
        } else {
            reader.next();
        }
    }

    /** The entry here; null where it is no longer, or not to be seen. */
    @Nullable
    Entry entry() {
        return lookup.find(reader.micros(), new UUID(reader.high(), reader.low()));
    }

    boolean isWhere(Run other) {
        return source == other.source && other.reader.isAt(reader.micros(), reader.high(), reader.low());
    }

    /** The run whose entry is nearest comes first. */
    static Comparator<Run> nearestFirst(Direction direction) {
        return direction == Direction.OLDER ? (one, other) -> other.compare(one) : Run::compare;
    }

    private int compare(Run other) {
        int byInstant = Long.compare(reader.micros(), other.reader.micros());
        if (byInstant != 0) {
            return byInstant;
        }
        int bySource = source.compareTo(other.source);
        if (bySource != 0) {
            return bySource;
        }
        int byHigh = Long.compareUnsigned(reader.high(), other.reader.high());
        return byHigh != 0 ? byHigh : Long.compareUnsigned(reader.low(), other.reader.low());
    }
}
