package io.crmkit.metrics.backtest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A fact with the time at which it became known.
 *
 * <p>Definition: {@code recordedAt} is when the system learnt of the fact, not when it happened: a contract signed on
 * Friday and entered on Monday was not known on Saturday.
 *
 * @param recordedAt when the fact was recorded
 * @param fact the fact
 * @param <F> the type of fact
 */
public record Recorded<F>(Instant recordedAt, F fact) {

    /** Checks that both are there. */
    public Recorded {
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(fact, "fact");
    }
}
