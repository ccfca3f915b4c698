package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Currency;

/**
 * Which rate is needed.
 *
 * @param from the currency to convert
 * @param to the currency to convert it to
 * @param on the day whose rate is needed
 */
public record RateRequest(Currency from, Currency to, LocalDate on) {

    /** Makes a request. */
    public RateRequest {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(on, "on");
    }

    @Override
    public String toString() {
        return from + " to " + to + " on " + on;
    }
}
