package io.crmkit.core.activity;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import org.jspecify.annotations.Nullable;

/**
 * What an activity is about.
 *
 * @param company the company, or null
 * @param person the person, or null
 * @param opportunity the opportunity, or null
 */
public record ActivitySubjects(
        @Nullable CompanyId company,
        @Nullable PersonId person,
        @Nullable OpportunityId opportunity) {

    /** About nothing that is recorded. */
    public static final ActivitySubjects NONE = new ActivitySubjects(null, null, null);
}
