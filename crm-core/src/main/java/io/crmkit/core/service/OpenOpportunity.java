package io.crmkit.core.service;

import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.value.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The wish to open an opportunity in the first stage of a pipeline.
 *
 * @param name its title, 1 to 300 characters
 * @param pipeline the pipeline
 * @param parties who negotiates
 * @param product the name of the product negotiated, or null
 * @param amount what it is worth, nothing or more, or null
 * @param expectedClose the day a decision is expected, or null
 */
public record OpenOpportunity(
        @NotBlank @Size(max = 300) @PlainText String name,
        @NotNull PipelineId pipeline,
        @NotNull OpportunityParties parties,
        @Size(min = 1, max = 200) @PlainText @Nullable String product,
        @NotNegative @Nullable Money amount,
        @FourDigitYear @Nullable LocalDate expectedClose) {}
