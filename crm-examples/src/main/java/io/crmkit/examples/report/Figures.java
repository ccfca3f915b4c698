package io.crmkit.examples.report;

import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.funnel.Conversion;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How numbers are written for people: the same on the page and on the terminal. */
final class Figures {

    static final String NONE = "no rate";

    private Figures() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** The types of an activity are named in the singular; a count reads better in the plural. */
    static String plural(String step) {
        return List.of("call", "meeting", "quote", "contract").contains(step) ? step + "s" : step;
    }

    /** A share with two decimals: 25.37 %. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static String rate(OptionalDouble rate) {
        return rate.isPresent() ? percent(rate.getAsDouble()) : NONE;
    }

    /** The limits with one decimal: 16.5 to 36.9. */
    static String range(Interval interval) {
        return String.format(Locale.ROOT, "%.1f to %.1f", 100 * interval.lower(), 100 * interval.upper());
    }

    static String rateAndRange(OptionalDouble rate, Optional<Interval> interval) {
        return rate(rate) + interval.map(i -> " (" + range(i) + ")").orElse("");
    }

    static String of(Conversion conversion) {
        return rateAndRange(conversion.rate(), conversion.interval());
    }

    static String of(Proportion proportion) {
        return count(proportion.successes()) + " of " + count(proportion.trials());
    }

    static String amount(Amount amount) {
        Amount rounded = amount.rounded(RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, "%,." + rounded.value().scale() + "f %s", rounded.value(), amount.currency());
    }

    static String month(@Nullable YearMonth month) {
        return month == null ? "no date" : month.toString();
    }

    static String words(Collection<Caveat> caveats) {
        return caveats.stream().map(Figures::words).collect(Collectors.joining("; "));
    }

    private static String words(Caveat caveat) {
        return switch (caveat) {
            case SMALL_SAMPLE -> "small sample";
            case CENSORED_SHARE_HIGH -> "many still open";
            case DRIFT -> "the rate has been changing";
            case EXTRAPOLATED -> "beyond what was observed";
            case RATIO_ABOVE_ONE -> "more came out than went in";
            case WINDOW_SHORT -> "short period";
        };
    }
}
