package io.crmkit.metrics.series;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * The form of an exponential smoothing model: how error, trend and season enter.
 *
 * <p>Definition: ETS(error, trend, season) in the taxonomy of Hyndman et al. (2008), less the multiplicative trends,
 * which run away over long horizons.
 *
 * @param error additive or multiplicative
 * @param trend none, additive, or additive and damped
 * @param season none, additive or multiplicative
 */
public record EtsModel(ErrorType error, Trend trend, Season season) {

    private static final Map<String, Trend> TRENDS = Map.of("N", Trend.NONE, "A", Trend.ADDITIVE, "Ad", Trend.DAMPED);
    private static final Map<String, Season> SEASONS =
            Map.of("N", Season.NONE, "A", Season.ADDITIVE, "M", Season.MULTIPLICATIVE);

    /** How the error enters. */
    public enum ErrorType {
        /** Errors of the same size at every level. */
        ADDITIVE,
        /** Errors that grow with the level. */
        MULTIPLICATIVE
    }

    /** How the trend enters. */
    public enum Trend {
        /** No trend. */
        NONE,
        /** A slope that goes on. */
        ADDITIVE,
        /** A slope that fades. */
        DAMPED
    }

    /** How the season enters. */
    public enum Season {
        /** No season. */
        NONE,
        /** So many units more in December. */
        ADDITIVE,
        /** So many percent more in December. */
        MULTIPLICATIVE
    }

    /** Checks that all three are there. */
    public EtsModel {
        requireNonNull(error, "error");
        requireNonNull(trend, "trend");
        requireNonNull(season, "season");
    }

    /**
     * Obtains a model from its usual name.
     *
     * @param name error, trend and season, such as {@code ANN}, {@code AAdN} or {@code MAdM}
     * @return the model
     * @throws IllegalArgumentException where there is no such model
     */
    public static EtsModel of(String name) {
        Trend trend = name.length() < 3 ? null : TRENDS.get(name.substring(1, name.length() - 1));
        Season season = name.length() < 3 ? null : SEASONS.get(name.substring(name.length() - 1));
        if (trend == null || season == null || !(name.startsWith("A") || name.startsWith("M"))) {
            throw new IllegalArgumentException("model must be one such as ANN, AAdN or MAdM: model = " + name);
        }
        return new EtsModel(name.startsWith("A") ? ErrorType.ADDITIVE : ErrorType.MULTIPLICATIVE, trend, season);
    }

    EtsModel withoutSeason() {
        return new EtsModel(error, trend, Season.NONE);
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isDamped() {
        return trend == Trend.DAMPED;
    }

    boolean hasSeason() {
        return season != Season.NONE;
    }

    /** Answers whether the model makes sense for positive values only. */
    boolean needsPositiveValues() {
        return error == ErrorType.MULTIPLICATIVE || season == Season.MULTIPLICATIVE;
    }

    /**
     * Writes the usual name.
     *
     * @return for example {@code MAdM}
     */
    @Override
    public String toString() {
        String middle = isDamped() ? "Ad" : letter(trend);
        return letter(error) + middle + letter(season);
    }

    private static String letter(Enum<?> part) {
        return part.name().substring(0, 1);
    }
}
