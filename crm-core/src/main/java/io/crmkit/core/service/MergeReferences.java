package io.crmkit.core.service;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.LeadFields;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.LeadLinks;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.port.Stores;
import java.util.List;

/** The fields that point to people and to companies; a noun that gains one is entered here. */
final class MergeReferences {

    private static final MergePeople PEOPLE = new MergePeople();
    private static final MergeCompanies COMPANIES = new MergeCompanies();

    static final List<MergeReference<?, ?>> TO_PEOPLE = List.of(
            MergeReference.of(
                    "activity",
                    "subjects.person",
                    Stores::activities,
                    ActivityId::new,
                    ActivityFields.PERSON,
                    PersonId::new,
                    MergeReferences::about),
            new MergeReference<>(
                    "activity",
                    "participants[].person",
                    Stores::activities,
                    ActivityId::new,
                    person -> ActivityFields.participant(new PersonId(person)).is(true),
                    (activity, person) -> activity.hasParticipant(new PersonId(person)) ? person : null,
                    (activity, from, to) -> activity.withParticipant(new PersonId(from), new PersonId(to))),
            MergeReference.of(
                    "opportunity",
                    "parties.contact",
                    Stores::opportunities,
                    OpportunityId::new,
                    OpportunityFields.CONTACT,
                    PersonId::new,
                    MergeReferences::with),
            new MergeReference<>(
                    "opportunity",
                    "parties.roles[].person",
                    Stores::opportunities,
                    OpportunityId::new,
                    person ->
                            OpportunityFields.participant(new PersonId(person)).is(true),
                    (deal, person) -> deal.parties().hasRole(new PersonId(person)) ? person : null,
                    (deal, from, to) ->
                            deal.withParties(deal.parties().withRole(new PersonId(from), new PersonId(to)))),
            MergeReference.of(
                    "lead",
                    "links.person",
                    Stores::leads,
                    LeadId::new,
                    LeadFields.PERSON,
                    PersonId::new,
                    MergeReferences::into),
            MergeReference.of(
                    "person",
                    "mergedInto",
                    Stores::people,
                    PersonId::new,
                    PersonFields.MERGED_INTO,
                    PersonId::new,
                    (person, other) -> PEOPLE.merged(
                            person, other.value(), person.relationship().state())));

    static final List<MergeReference<?, ?>> TO_COMPANIES = List.of(
            MergeReference.of(
                    "activity",
                    "subjects.company",
                    Stores::activities,
                    ActivityId::new,
                    ActivityFields.COMPANY,
                    CompanyId::new,
                    MergeReferences::about),
            MergeReference.of(
                    "opportunity",
                    "parties.company",
                    Stores::opportunities,
                    OpportunityId::new,
                    OpportunityFields.COMPANY,
                    CompanyId::new,
                    MergeReferences::with),
            MergeReference.of(
                    "lead",
                    "links.company",
                    Stores::leads,
                    LeadId::new,
                    LeadFields.COMPANY,
                    CompanyId::new,
                    MergeReferences::into),
            MergeReference.of(
                    "company",
                    "parent",
                    Stores::companies,
                    CompanyId::new,
                    CompanyFields.PARENT,
                    CompanyId::new,
                    Company::withParent),
            MergeReference.of(
                    "company",
                    "mergedInto",
                    Stores::companies,
                    CompanyId::new,
                    CompanyFields.MERGED_INTO,
                    CompanyId::new,
                    (company, other) -> COMPANIES.merged(
                            company, other.value(), company.relationship().state())));

    private MergeReferences() {}

    private static Activity about(Activity activity, PersonId person) {
        return activity.withSubjects(activity.subjects().withPerson(person));
    }

    private static Activity about(Activity activity, CompanyId company) {
        return activity.withSubjects(activity.subjects().withCompany(company));
    }

    private static Opportunity with(Opportunity opportunity, PersonId contact) {
        return opportunity.withParties(opportunity.parties().withContact(contact));
    }

    private static Opportunity with(Opportunity opportunity, CompanyId company) {
        return opportunity.withParties(opportunity.parties().withCompany(company));
    }

    private static Lead into(Lead lead, PersonId person) {
        LeadLinks links = lead.links();
        return lead.withLinks(new LeadLinks(person, links.company(), links.opportunity()));
    }

    private static Lead into(Lead lead, CompanyId company) {
        LeadLinks links = lead.links();
        return lead.withLinks(new LeadLinks(links.person(), company, links.opportunity()));
    }
}
