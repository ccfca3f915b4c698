package io.crmkit.examples.report;

import io.crmkit.core.exchange.ImportReport;
import io.crmkit.core.view.PipelineForecast;
import io.crmkit.core.view.PipelineOutlook;
import io.crmkit.core.view.SalesMonth;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.metrics.Period;
import io.crmkit.metrics.distribution.RequiredActivity;
import io.crmkit.metrics.team.ControlChart;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the quickstart found out.
 *
 * @param title what was read, in words
 * @param zone the zone in which days and months begin
 * @param imported what was read, taken and refused, and what stood out
 * @param totals how much there is of everything
 * @param activities the funnel of activities, or null where none were read
 * @param pipelines what is known of each pipeline
 * @param sales what was won, month by month
 */
public record Report(
        String title,
        ZoneId zone,
        ImportReport imported,
        Totals totals,
        @Nullable Activities activities,
        List<Negotiations> pipelines,
        List<SalesMonth> sales) {

    /** Makes a report. */
    public Report {
        pipelines = List.copyOf(pipelines);
        sales = List.copyOf(sales);
    }

    /**
     * How much there is of everything.
     *
     * @param opportunities all opportunities
     * @param won those won
     * @param lost those lost
     * @param openByStage those open, by the name of the stage they stand in, in the order of the stages
     * @param activeSellers how many sellers own an opportunity or held an activity
     * @param companies all companies
     * @param activities all activities
     */
    public record Totals(
            long opportunities,
            long won,
            long lost,
            Map<String, Long> openByStage,
            long activeSellers,
            long companies,
            long activities) {}

    /**
     * The funnel of activities.
     *
     * @param period the period counted
     * @param funnel the period ratios of all sellers and of each
     * @param required what it would take to reach as many contracts again, by probability; empty where none was reached
     */
    public record Activities(Period period, TeamFunnel funnel, List<Required> required) {

        /** Makes the funnel of activities. */
        public Activities {
            required = List.copyOf(required);
        }
    }

    /**
     * How many of the first step it takes to reach as many of the last one again.
     *
     * @param probability how sure one wants to be
     * @param atTheseRates if the rates are taken as known
     * @param withTheirDoubt if they are as uncertain as their counts leave them
     */
    public record Required(double probability, RequiredActivity atTheseRates, RequiredActivity withTheirDoubt) {}

    /**
     * What is known of one pipeline.
     *
     * @param funnel how far its opportunities came, of all sellers and of each
     * @param winRates each seller's share won of what was decided, beside the team's
     * @param outlook what is open and what it is worth
     * @param forecast what it will come to
     */
    public record Negotiations(
            TeamFunnel funnel, ControlChart winRates, PipelineOutlook outlook, PipelineForecast forecast) {}
}
