package io.crmkit.examples.report;

import io.crmkit.metrics.team.Position;

/** How a place beside the control limits is put in words. */
final class Positions {

    private Positions() {}

    static String words(Position position) {
        return switch (position) {
            case WITHIN -> "within the limits of chance";
            case BELOW_WARNING -> "below the 95 % limit";
            case BELOW_ACTION -> "below the 99.8 % limit";
            case ABOVE_WARNING -> "above the 95 % limit";
            case ABOVE_ACTION -> "above the 99.8 % limit";
            case NOT_ENOUGH_DATA -> "not enough data to tell";
        };
    }
}
