package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateScore;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What converting a lead would do.
 *
 * @param lead the lead as it stands
 * @param companies the recorded companies it is likely about, the likeliest first; none where one was given, none is
 *     named, or no match was wished for
 * @param people the recorded people it is likely about, the likeliest first, likewise
 * @param company the recorded company it would be linked to, or null
 * @param person the recorded person it would be linked to, or null
 * @param createsCompany whether a company would be made
 * @param createsPerson whether a person would be made
 * @param opensOpportunity whether an opportunity would be opened
 */
public record LeadConversionPlan(
        Lead lead,
        List<DuplicateScore> companies,
        List<DuplicateScore> people,
        @Nullable CompanyId company,
        @Nullable PersonId person,
        boolean createsCompany,
        boolean createsPerson,
        boolean opensOpportunity) {

    /** Makes a plan. */
    public LeadConversionPlan {
        requireNonNull(lead, "lead");
        companies = List.copyOf(companies);
        people = List.copyOf(people);
    }
}
