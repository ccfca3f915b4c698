package io.crmkit.core.view;

import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.team.SellerId;
import io.crmkit.metrics.Amount;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The open opportunities that share what is asked for, in one currency.
 *
 * @param pipeline the pipeline, or null where not asked for
 * @param stage the stage's name, or null where not asked for
 * @param owner the owner, or null where not asked for or nobody's
 * @param team the name of the opportunity's team as it is called now, or null where not asked for or none
 * @param category how surely they are counted on, or null where not asked for
 * @param month the month of expected close, or null where not asked for or none is set
 * @param count how many, at least 1
 * @param total what they are worth once; null for those without an amount
 * @param weighted what they are worth by their probabilities; those of unknown probability count for nothing; null for
 *     those without an amount
 */
public record PortfolioRow(
        @Nullable PipelineId pipeline,
        @Nullable String stage,
        @Nullable SellerId owner,
        @Nullable String team,
        @Nullable ForecastCategory category,
        @Nullable YearMonth month,
        long count,
        @Nullable Amount total,
        @Nullable Amount weighted) {}
