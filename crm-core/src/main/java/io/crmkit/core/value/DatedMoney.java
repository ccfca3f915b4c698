package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amount with the days whose rates may convert it.
 *
 * @param money the amount
 * @param documentDate the day the document or deal is of, or null where not known
 * @param closeDate the day it closed or is expected to, or null where not known
 */
public record DatedMoney(
        Money money,
        @Nullable LocalDate documentDate,
        @Nullable LocalDate closeDate) {

    /** Makes a dated amount. */
    public DatedMoney {
        requireNonNull(money, "money");
    }

    LocalDate day(RatePolicy.RateDay day, LocalDate today) {
        LocalDate own = switch (day) {
            case DOCUMENT -> documentDate;
            case CLOSE -> closeDate;
            case TODAY -> today;
        };
        return own == null ? today : own;
    }
}
