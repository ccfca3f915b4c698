package io.crmkit.metrics.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which part of a quota is due by which day: work-days count, each with the weight of its month.
 *
 * <p>Definition: {@code dueBy(d)} is the sum of the weights of the period's work-days before {@code d}, over the sum of
 * all. A month without a weight has the weight one.
 *
 * @param from the first day of the period
 * @param until the day after its last one
 * @param calendar the work-days
 * @param season the weights of months, zero or more
 */
public record PaceLine(LocalDate from, LocalDate until, WorkCalendar calendar, Map<YearMonth, Double> season) {

    /**
     * Copies the weights and checks that something is due.
     *
     * @throws IllegalArgumentException where a weight is negative or not finite, or nothing is due in the period
     */
    public PaceLine {
        season = Collections.unmodifiableMap(new TreeMap<>(season));
        season.forEach((month, weight) -> {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "season must be finite and not negative: month = " + month + ", weight = " + weight);
            }
        });
        if (!until.isAfter(from) || weight(calendar, season, from, until) == 0) {
            throw new IllegalArgumentException(
                    "period must have a work-day of some weight: from = " + from + ", until = " + until);
        }
    }

    private static double weight(
            WorkCalendar calendar, Map<YearMonth, Double> season, LocalDate from, LocalDate until) {
        return from.datesUntil(until)
                .filter(calendar::isWorkday)
                .mapToDouble(day -> season.getOrDefault(YearMonth.from(day), 1.0))
                .sum();
    }

    /**
     * Computes the part that is due before a day.
     *
     * @param day the day, not counted itself
     * @return the part, zero before the period and one after it
     */
    public double dueBy(LocalDate day) {
        LocalDate end = day.isAfter(until) ? until : day;
        return end.isAfter(from) ? weight(calendar, season, from, end) / weight(calendar, season, from, until) : 0;
    }

    /**
     * Computes the part that falls on somebody who is there for part of the period only.
     *
     * @param joined the first day there
     * @param left the day after the last one there
     * @return the part of a whole quota
     * @throws IllegalArgumentException where the seller left before joining
     */
    public double share(LocalDate joined, LocalDate left) {
        if (left.isBefore(joined)) {
            throw new IllegalArgumentException(
                    "left must not be before joined: joined = " + joined + ", left = " + left);
        }
        return dueBy(left) - dueBy(joined);
    }
}
