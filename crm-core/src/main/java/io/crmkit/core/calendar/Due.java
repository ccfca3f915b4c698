package io.crmkit.core.calendar;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Whether what is planned is late, for today or for later, by the day it is due on.
 *
 * <p>Definition: a task that has a day to be done by is due on that day; anything else on the day it is planned for, as its
 * seller's zone has it. What was held, not held or cancelled is not due, and
 * neither is a series: what was taken out of it is.
 */
public enum Due {
    /** On a day before today. */
    OVERDUE,
    /** Today, though it be an hour ago. */
    TODAY,
    /** On a later day. */
    PLANNED;

    /**
     * Tells how due an activity is.
     *
     * @param activity the activity
     * @param today what day it is for its seller
     * @param zone its seller's zone
     * @return how due it is, or empty where it is not planned, or a series
     */
    public static Optional<Due> of(Activity activity, LocalDate today, ZoneId zone) {
        if (activity.state() != ActivityState.PLANNED || activity.plan().recurrence() != null) {
            return Optional.empty();
        }
        ActivityDetails details = activity.details();
        LocalDate day = details == null ? null : details.dueOn();
        TimeRange range = TimeRange.day(today, zone);
        boolean before = day == null ? activity.at().isBefore(range.from()) : day.isBefore(today);
        boolean after = day == null ? !activity.at().isBefore(range.until()) : day.isAfter(today);
        return Optional.of(before ? OVERDUE : after ? PLANNED : TODAY);
    }
}
