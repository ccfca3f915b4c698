package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.journal.Change;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.Person;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.privacy.Consent;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.privacy.Suppression;
import java.time.Instant;
import java.util.List;

/**
 * All that is held about a person (GDPR Articles 15 and 20).
 *
 * @param exportedAt when it was put together
 * @param person the person
 * @param merged the records that were merged into it
 * @param leads the leads that became the person, by ascending identity
 * @param merges what became one with the person's record, by ascending identity
 * @param activities the activities about the person and those the person takes part in, by ascending identity
 * @param affiliations where the person belongs or belonged, by ascending identity
 * @param opportunities the opportunities whose contact the person is or in which the person has a role, by ascending identity
 * @param quotes the quotes to the person, each revision by itself, by ascending identity
 * @param orders the orders of the person, by ascending identity
 * @param documents the references to the host's documents for the person, by ascending identity
 * @param consents the consents, by ascending identity
 * @param holds the duties to keep the data, by ascending identity
 * @param suppressions those of the person's addresses that are not to be used
 * @param changes what happened to the person's record, and to the leads, merges, activities, affiliations, consents and duties, in
 *     the journal's order
 */
public record PersonExport(
        Instant exportedAt,
        Person person,
        List<Person> merged,
        List<Lead> leads,
        List<Merge> merges,
        List<Activity> activities,
        List<Affiliation> affiliations,
        List<Opportunity> opportunities,
        List<Quote> quotes,
        List<SalesOrder> orders,
        List<DocumentReference> documents,
        List<Consent> consents,
        List<RetentionHold> holds,
        List<Suppression> suppressions,
        List<Change> changes) {

    /** Makes an export. */
    public PersonExport {
        requireNonNull(exportedAt, "exportedAt");
        requireNonNull(person, "person");
        merged = List.copyOf(merged);
        leads = List.copyOf(leads);
        merges = List.copyOf(merges);
        activities = List.copyOf(activities);
        affiliations = List.copyOf(affiliations);
        opportunities = List.copyOf(opportunities);
        quotes = List.copyOf(quotes);
        orders = List.copyOf(orders);
        documents = List.copyOf(documents);
        consents = List.copyOf(consents);
        holds = List.copyOf(holds);
        suppressions = List.copyOf(suppressions);
        changes = List.copyOf(changes);
    }

    /**
     * Writes the export as JSON, a form that machines read (Article 20(1)).
     *
     * <p>Definition: an object with the members {@code exportedAt}, {@code person}, {@code merged}, {@code leads}, {@code merges},
     * {@code activities}, {@code affiliations}, {@code opportunities}, {@code quotes}, {@code orders}, {@code documents},
     * {@code consents}, {@code holds}, {@code suppressions} and {@code changes}. Records have their
     * {@code id} and {@code revision}, and their other fields by the paths and in the texts of the journal
     * ({@link io.crmkit.core.journal.FieldChange}); fields that are empty are left out. Changes do not say who made them:
     * that is another person's data (Article 15(4)).
     *
     * @return the text
     */
    public String toJson() {
        return new PersonJson(this).text();
    }
}
