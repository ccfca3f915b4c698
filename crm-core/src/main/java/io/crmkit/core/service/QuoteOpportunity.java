package io.crmkit.core.service;

import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.pipeline.OpportunityId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a quote of what is negotiated in an opportunity.
 *
 * @param opportunity the opportunity; it has lines and an owner, and somebody it is sold to
 * @param terms what the quote holds under; in the currency of the lines
 * @param tax how all lines are taxed
 * @param months for how many months the lines charged every month are offered, 1 to 600; to be given where there are such
 *     lines, and without meaning where there are none
 */
public record QuoteOpportunity(
        @NotNull OpportunityId opportunity,
        @NotNull @FourDigitYear QuoteTerms terms,
        @NotNull TaxCategory tax,
        @Min(1) @Max(600) @Nullable Integer months) {}
