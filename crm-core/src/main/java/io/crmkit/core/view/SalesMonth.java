package io.crmkit.core.view;

import io.crmkit.metrics.Amount;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What was won in a month, in one currency.
 *
 * @param month the month of closing, or null where the day was not recorded
 * @param won how many opportunities were won
 * @param total the sum of their amounts, or null for those without an amount
 */
public record SalesMonth(
        @Nullable YearMonth month, long won, @Nullable Amount total) {}
