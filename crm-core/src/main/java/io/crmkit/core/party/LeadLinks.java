package io.crmkit.core.party;

import io.crmkit.core.pipeline.OpportunityId;
import org.jspecify.annotations.Nullable;

/**
 * What a lead was converted into.
 *
 * @param person the person, or null
 * @param company the company, or null
 * @param opportunity the opportunity, or null
 */
public record LeadLinks(
        @Nullable PersonId person,
        @Nullable CompanyId company,
        @Nullable OpportunityId opportunity) {

    /** Of a lead that was not converted. */
    public static final LeadLinks NONE = new LeadLinks(null, null, null);
}
