package io.crmkit.core.activity;

import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import org.jspecify.annotations.Nullable;

/**
 * What an activity is about. Further people are its {@linkplain Activity#participants participants}.
 *
 * @param company the company, or null
 * @param person the person, or null
 * @param opportunity the opportunity, or null
 * @param quote the quote, or null
 * @param order the sales order, or null
 */
public record ActivitySubjects(
        @Nullable CompanyId company,
        @Nullable PersonId person,
        @Nullable OpportunityId opportunity,
        @Nullable QuoteId quote,
        @Nullable SalesOrderId order) {

    /** About nothing that is recorded. */
    public static final ActivitySubjects NONE = new ActivitySubjects(null, null, null);

    /**
     * Makes subjects without a document.
     *
     * @param company the company, or null
     * @param person the person, or null
     * @param opportunity the opportunity, or null
     */
    public ActivitySubjects(
            @Nullable CompanyId company, @Nullable PersonId person, @Nullable OpportunityId opportunity) {
        this(company, person, opportunity, null, null);
    }

    /**
     * Returns the same subjects with another company.
     *
     * @param other the company, or null
     * @return a copy that differs in its company only
     */
    public ActivitySubjects withCompany(@Nullable CompanyId other) {
        return new ActivitySubjects(other, person, opportunity, quote, order);
    }

    /**
     * Returns the same subjects with another person.
     *
     * @param other the person, or null
     * @return a copy that differs in its person only
     */
    public ActivitySubjects withPerson(@Nullable PersonId other) {
        return new ActivitySubjects(company, other, opportunity, quote, order);
    }
}
