package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * When an activity takes place again: a recurrence rule of RFC 5545, section 3.3.10, by the clock on the wall of a zone,
 * so that ten o'clock stays ten o'clock when summer time begins. An hour that a day does not have is taken by the offset
 * before the gap (section 3.3.5).
 *
 * @param rule the rule, such as {@code FREQ=WEEKLY;BYDAY=MO,TH}, at most 500 characters; it repeats daily, weekly, monthly
 *     or yearly, with or without an end
 * @param zone the zone whose days and hours the rule speaks of
 * @param exceptions the occurrences left out, at most 1,000; kept to the microsecond
 */
public record Recurrence(String rule, ZoneId zone, Set<Instant> exceptions) {

    /** How many occurrences an answer holds at most. */
    public static final int MOST_OCCURRENCES = 1_000;

    private static final int MOST_EXCEPTIONS = 1_000;
    private static final Pattern COUNT = Pattern.compile("(?i)\\bCOUNT\\s*=");
    private static final Set<Freq> DAYS_AND_LONGER = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * Makes a recurrence.
     *
     * @throws IllegalArgumentException if the rule is none, or repeats within a day, or there are too many exceptions
     *     or one out of the years 1 to 9999
     */
    public Recurrence {
        Text.required("rule", rule, 500);
        if (!DAYS_AND_LONGER.contains(parsed(rule).getFreq())) {
            throw new IllegalArgumentException(
                    "rule must repeat daily, weekly, monthly or yearly: '" + Text.shown(rule) + "'");
        }
        requireNonNull(zone, "zone");
        exceptions = sorted(exceptions);
    }

    /**
     * Makes a recurrence without exceptions.
     *
     * @param rule the rule
     * @param zone the zone
     * @return the recurrence
     * @throws IllegalArgumentException if the rule breaks its rule
     */
    public static Recurrence of(String rule, ZoneId zone) {
        return new Recurrence(rule, zone, Set.of());
    }

    private static RecurrenceRule parsed(String rule) {
        try {
            return new RecurrenceRule(rule);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException broken) {
            throw new IllegalArgumentException(
                    "rule must be a recurrence rule of RFC 5545: '" + Text.shown(rule) + "': " + broken.getMessage(),
                    broken);
        }
    }

    private static Set<Instant> sorted(Set<Instant> exceptions) {
        if (requireNonNull(exceptions, "exceptions").size() > MOST_EXCEPTIONS) {
            throw new IllegalArgumentException(
                    "exceptions must be at most " + MOST_EXCEPTIONS + ", not " + exceptions.size());
        }
        SortedSet<Instant> sorted = new TreeSet<>();
        for (Instant each : exceptions) {
            sorted.add((Instant) FieldType.INSTANT.checked("exceptions", requireNonNull(each, "exceptions")));
        }
        return Collections.unmodifiableSortedSet(sorted);
    }

    /**
     * Returns the same recurrence without an occurrence.
     *
     * @param occurrence when it would take place
     * @return a copy with one exception more
     * @throws IllegalArgumentException if there are too many exceptions
     */
    public Recurrence without(Instant occurrence) {
        Set<Instant> more = new TreeSet<>(exceptions);
        more.add(occurrence);
        return new Recurrence(rule, zone, more);
    }

    /**
     * Lists when it takes place in a period; a rule without an end is only followed as far as that.
     *
     * @param first when it takes place first
     * @param from the first instant of the period
     * @param until the first instant after the period
     * @return the occurrences in order, without the exceptions: the first 1,000 at most
     */
    public List<Instant> between(Instant first, Instant from, Instant until) {
        return between(first, from, until, MOST_OCCURRENCES);
    }

    private List<Instant> between(Instant first, Instant from, Instant until, int most) {
        if (!from.isBefore(until) || from.isAfter(LAST)) {
            return List.of();
        }
        List<Instant> found = new ArrayList<>();
        try {
            add(found, dates(first, from), new Bounds(from, until, first.get(ChronoField.NANO_OF_SECOND), most));
        } catch (IllegalArgumentException none) {
            // the library looks no further where a rule has not come true for long
            return found;
        }
        return found;
    }

    /**
     * Says whether it ever takes place, in the years up to 9999.
     *
     * @param first when it takes place first, where its rule says so too
     * @return false where its rule never comes true, as for the 30th of February, it counts to 0, it ends before it
     *     begins, or every occurrence of it is left out
     */
    public boolean takesPlace(Instant first) {
        // the library reads a count of 0 as if there were none
        boolean counts = COUNT.matcher(rule).find() == parsed(rule).hasPart(RecurrenceRule.Part.COUNT);
        return counts && !between(first, first, LAST.plusSeconds(1), 1).isEmpty();
    }

    private RecurrenceRuleIterator dates(Instant first, Instant from) {
        TimeZone timeZone = TimeZone.getTimeZone(zone);
        RecurrenceRuleIterator dates = parsed(rule).iterator(new DateTime(timeZone, first.toEpochMilli()));
        if (from.isAfter(first)) {
            dates.fastForward(new DateTime(timeZone, from.minusSeconds(1).toEpochMilli()));
        }
        return dates;
    }

    /* the library keeps whole seconds */
    private record Bounds(Instant from, Instant until, int nanos, int most) {}

    private void add(List<Instant> found, RecurrenceRuleIterator dates, Bounds bounds) {
        while (found.size() < bounds.most() && dates.hasNext()) {
            Instant next = Instant.ofEpochSecond(Math.floorDiv(dates.nextMillis(), 1_000), bounds.nanos());
            if (!next.isBefore(bounds.until())) {
                return;
            }
            if (!next.isBefore(bounds.from()) && !exceptions.contains(next)) {
                found.add(next);
            }
        }
    }
}
