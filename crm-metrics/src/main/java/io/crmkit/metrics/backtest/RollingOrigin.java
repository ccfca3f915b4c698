package io.crmkit.metrics.backtest;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A back-test that at each origin hands a model only what was recorded by then.
 *
 * <p>Definition: for each window, the model sees the facts recorded before the window's first instant and forecasts the
 * window; the outcome is told from the facts recorded before {@code asOf}, which is not before the end of any window.
 *
 * <ul>
 *   <li>Shape: one result per window, in the order of the windows.
 *   <li>Unit: those of the model and the outcome.
 *   <li>Range: none of its own.
 *   <li>Nothing to divide by: no window gives no result; a model may be handed an empty list.
 *   <li>Errors: a window that ends after {@code asOf} is an {@link IllegalArgumentException}, as its outcome is not yet
 *       known.
 * </ul>
 *
 * <p>What it is not: a shield against a model that looks elsewhere. Facts that were overwritten, such as an amount
 * changed later, must be kept as two facts with a time each. Windows that overlap share outcomes, so that their scores
 * are not independent.
 *
 * <p>Source: Tashman, L. J. (2000), Out-of-sample tests of forecasting accuracy, International Journal of Forecasting
 * 16, 437–450.
 */
public final class RollingOrigin {

    private final List<Period> windows;
    private final Instant asOf;

    private RollingOrigin(List<Period> windows, Instant asOf) {
        this.windows = windows;
        this.asOf = asOf;
    }

    /**
     * Obtains a back-test over given windows, such as calendar months.
     *
     * @param windows the periods to forecast, each from its own origin
     * @param asOf when the outcomes are told
     * @return the back-test
     * @throws IllegalArgumentException where a window ends after {@code asOf}
     */
    public static RollingOrigin over(List<Period> windows, Instant asOf) {
        requireNonNull(asOf, "asOf");
        for (Period window : windows) {
            if (window.until().isAfter(asOf)) {
                throw new IllegalArgumentException(
                        "window must end by asOf: window.until = " + window.until() + ", asOf = " + asOf);
            }
        }
        return new RollingOrigin(List.copyOf(windows), asOf);
    }

    /**
     * Obtains a back-test with origins at equal distances, as many as have a whole horizon before {@code asOf}.
     *
     * @param first the first origin
     * @param step the time from origin to origin, positive
     * @param horizon the length of each window, positive
     * @param asOf when the outcomes are told
     * @return the back-test
     * @throws IllegalArgumentException where the step or the horizon is not positive
     */
    public static RollingOrigin every(Instant first, Duration step, Duration horizon, Instant asOf) {
        requirePositive("step", step);
        requirePositive("horizon", horizon);
        List<Period> windows = new ArrayList<>();
        Instant origin = first;
        while (!origin.plus(horizon).isAfter(asOf)) {
            windows.add(new Period(origin, origin.plus(horizon)));
            origin = origin.plus(step);
        }
        return over(windows, asOf);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be positive: " + name + " = " + duration);
        }
    }

    /**
     * Lists the windows.
     *
     * @return the periods forecast, unmodifiable
     */
    public List<Period> windows() {
        return windows;
    }

    /**
     * Runs a model at every origin.
     *
     * @param facts the facts, in any order; a model is handed them in the order in which they were recorded
     * @param model answers a forecast from the facts known at the origin and the window to forecast
     * @param outcome answers what came from the facts known at {@code asOf} and the window
     * @return one result per window, in the order of the windows, unmodifiable
     * @param <F> the type of fact
     * @param <P> the type of forecast
     * @param <A> the type of outcome
     */
    public <F, P, A> List<OriginResult<P, A>> run(
            List<Recorded<F>> facts,
            BiFunction<? super List<F>, ? super Period, ? extends P> model,
            BiFunction<? super List<F>, ? super Period, ? extends A> outcome) {
        List<Recorded<F>> ordered = facts.stream()
                .sorted(Comparator.comparing(Recorded::recordedAt))
                .toList();
        List<F> atEnd = before(ordered, asOf);
        List<OriginResult<P, A>> results = new ArrayList<>();
        for (Period window : windows) {
            List<F> known = before(ordered, window.from());
            P forecast = model.apply(known, window);
            results.add(new OriginResult<>(window, known.size(), forecast, outcome.apply(atEnd, window)));
        }
        return List.copyOf(results);
    }

    private static <F> List<F> before(List<Recorded<F>> ordered, Instant time) {
        return ordered.stream()
                .takeWhile(recorded -> recorded.recordedAt().isBefore(time))
                .map(Recorded::fact)
                .toList();
    }
}
