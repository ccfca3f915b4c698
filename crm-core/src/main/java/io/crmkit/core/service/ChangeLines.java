package io.crmkit.core.service;

import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLine;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The wish to say what is negotiated: all of it, as it is to be. The amounts stay what the seller said.
 *
 * @param opportunity the opportunity
 * @param from the revision the caller has seen
 * @param lines what is negotiated, at most 200 lines, all in one currency; none takes all away
 */
public record ChangeLines(
        @NotNull OpportunityId opportunity,
        @NotNull Revision from,
        @NotNull @Size(max = Opportunity.MOST_LINES) List<@NotNull OpportunityLine> lines) {}
