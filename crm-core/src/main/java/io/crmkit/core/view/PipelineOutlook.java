package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.forecast.WeightedPipeline;
import java.util.List;

/**
 * What is open, where it stands, and what it is worth.
 *
 * @param pipeline the pipeline's name
 * @param open how many opportunities are open
 * @param atListPrice how many of them have no amount and are valued at the list price of their product
 * @param unvalued how many of them have neither an amount nor a product with a list price, and count for nothing below
 * @param winHistory won out of all that were decided in this pipeline
 * @param byCurrency the value in each currency, by stage; currencies are never added up
 * @param byExpectedClose how many stand in each stage, by month of expected close
 * @param byOpened how many stand in each stage, by month opened
 */
public record PipelineOutlook(
        String pipeline,
        long open,
        long atListPrice,
        long unvalued,
        Proportion winHistory,
        List<WeightedPipeline> byCurrency,
        List<StageMonth> byExpectedClose,
        List<StageMonth> byOpened) {

    /** Makes an outlook. */
    public PipelineOutlook {
        requireNonNull(pipeline, "pipeline");
        requireNonNull(winHistory, "winHistory");
        byCurrency = List.copyOf(byCurrency);
        byExpectedClose = List.copyOf(byExpectedClose);
        byOpened = List.copyOf(byOpened);
    }
}
