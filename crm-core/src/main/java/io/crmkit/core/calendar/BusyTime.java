package io.crmkit.core.calendar;

import static java.util.Objects.requireNonNull;

/**
 * A stretch of time in which somebody is busy.
 *
 * @param range from when until when
 * @param tentative whether all that is known is that it may be so: an invitation that was answered with perhaps, or not yet
 */
public record BusyTime(TimeRange range, boolean tentative) {

    /** Makes a busy time. */
    public BusyTime {
        requireNonNull(range, "range");
    }
}
