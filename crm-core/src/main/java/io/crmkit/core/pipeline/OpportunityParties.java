package io.crmkit.core.pipeline;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.team.SellerId;
import org.jspecify.annotations.Nullable;

/**
 * Who negotiates.
 *
 * @param owner the seller whose opportunity it is, or null while nobody's
 * @param company the company sold to, or null
 * @param contact the person sold to, or null
 */
public record OpportunityParties(
        @Nullable SellerId owner,
        @Nullable CompanyId company,
        @Nullable PersonId contact) {}
