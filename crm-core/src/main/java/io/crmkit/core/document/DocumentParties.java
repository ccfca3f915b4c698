package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import org.jspecify.annotations.Nullable;

/**
 * Who a document is between, and which negotiation it belongs to.
 *
 * @param seller whose document it is
 * @param company the company it is for, or null for a private customer
 * @param contact the person it is addressed to, or null; company and contact are not both null
 * @param opportunity the negotiation it belongs to, or null
 */
public record DocumentParties(
        SellerId seller,
        @Nullable CompanyId company,
        @Nullable PersonId contact,
        @Nullable OpportunityId opportunity) {

    /**
     * Makes the parties.
     *
     * @throws IllegalArgumentException if there is nobody it is for
     */
    public DocumentParties {
        requireNonNull(seller, "seller");
        if (company == null && contact == null) {
            throw new IllegalArgumentException("company or contact must be given: a document is for somebody");
        }
    }
}
