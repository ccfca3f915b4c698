package io.crmkit.examples.report;

import io.crmkit.metrics.Period;
import java.time.LocalDate;
import java.time.ZoneId;

/** How periods are written for people. */
final class Spans {

    private Spans() {}

    /** The first and the last day of a period, both included. */
    static String days(Period period, ZoneId zone) {
        LocalDate first = period.from().atZone(zone).toLocalDate();
        LocalDate last = period.until().minusNanos(1).atZone(zone).toLocalDate();
        return first + " to " + last;
    }
}
