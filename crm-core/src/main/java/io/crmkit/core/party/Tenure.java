package io.crmkit.core.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days somebody held something: the first included, the last excluded.
 *
 * <ul>
 *   <li>Shape: two days, either of which may be unknown.
 *   <li>Unit: calendar days, without a time zone.
 *   <li>Range: at least one day long where both days are known.
 *   <li>Errors: a last day that is not after the first is refused.
 * </ul>
 *
 * @param from the first day, or null where it has always been so or nobody knows since when
 * @param until the first day it is no longer so, or null while it is
 */
public record Tenure(@Nullable LocalDate from, @Nullable LocalDate until) {

    /** Of which neither the beginning nor the end is known. */
    public static final Tenure ALWAYS = new Tenure(null, null);

    /**
     * Makes a tenure.
     *
     * @throws IllegalArgumentException if {@code until} is not after {@code from}
     */
    public Tenure {
        requireAfter(from, until);
    }

    static void requireAfter(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null && until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("until must be after from: from = " + from + ", until = " + until);
        }
    }

    /**
     * Says whether it was so on a day.
     *
     * @param day the day
     * @return true where the day is not before the first and before the last
     */
    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /**
     * Says whether there is a day on which both were so.
     *
     * @param other the other tenure
     * @return true where they share a day
     */
    public boolean overlaps(Tenure other) {
        return begins(other) && other.begins(this);
    }

    /* whether this begins before the other ends */
    private boolean begins(Tenure other) {
        return from == null || other.until == null || from.isBefore(other.until);
    }

    /**
     * Obtains the fewest tenures that cover the same days.
     *
     * @param all tenures, in any order, overlapping or not
     * @return tenures in ascending order; between two of them lies a day that none covers
     */
    public static List<Tenure> union(Collection<Tenure> all) {
        List<Tenure> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Tenure::from, Comparator.nullsFirst(Comparator.naturalOrder())));
        List<Tenure> union = new ArrayList<>();
        for (Tenure next : sorted) {
            Tenure last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last != null && last.reaches(next)) {
                union.set(union.size() - 1, new Tenure(last.from, later(last.until, next.until)));
            } else {
                union.add(next);
            }
        }
        return List.copyOf(union);
    }

    /* whether the next, which does not begin before this, begins by the day this ends */
    private boolean reaches(Tenure next) {
        return until == null || next.from == null || !next.from.isAfter(until);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other == null ? null : one.isAfter(other) ? one : other;
    }
}
