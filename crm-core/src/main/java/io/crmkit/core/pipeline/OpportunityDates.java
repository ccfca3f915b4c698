package io.crmkit.core.pipeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of an opportunity.
 *
 * @param openedOn the day it was opened, or null where not recorded
 * @param expectedClose the day a decision is expected, or null
 * @param closedOn the day it was won or lost, or null while open or where not recorded
 */
public record OpportunityDates(
        @Nullable LocalDate openedOn,
        @Nullable LocalDate expectedClose,
        @Nullable LocalDate closedOn) {

    /** No day is known. */
    public static final OpportunityDates UNKNOWN = new OpportunityDates(null, null, null);

    /**
     * Makes the dates.
     *
     * @throws IllegalArgumentException if it closed before it opened
     */
    public OpportunityDates {
        if (openedOn != null && closedOn != null && closedOn.isBefore(openedOn)) {
            throw new IllegalArgumentException(
                    "closedOn must not be before openedOn: closed " + closedOn + ", opened " + openedOn);
        }
    }
}
