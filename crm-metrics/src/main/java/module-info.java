/** Conversion rates, forecasts and seller comparison as pure functions: no clock, no I/O, no logging. */
@org.jspecify.annotations.NullMarked
module io.crmkit.metrics {
    requires static org.jspecify;
    requires org.apache.commons.statistics.distribution;

    exports io.crmkit.metrics;
    exports io.crmkit.metrics.backtest;
    exports io.crmkit.metrics.distribution;
    exports io.crmkit.metrics.fact;
    exports io.crmkit.metrics.forecast;
    exports io.crmkit.metrics.funnel;
    exports io.crmkit.metrics.series;
    exports io.crmkit.metrics.team;
}
