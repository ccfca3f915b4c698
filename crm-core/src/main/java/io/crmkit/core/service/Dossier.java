package io.crmkit.core.service;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.AffiliationFields;
import io.crmkit.core.audience.ConsentFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.DocumentReferenceFields;
import io.crmkit.core.audience.Field;
import io.crmkit.core.audience.LeadFields;
import io.crmkit.core.audience.MergeFields;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.audience.QuoteFields;
import io.crmkit.core.audience.RetentionHoldFields;
import io.crmkit.core.audience.SalesOrderFields;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.Consent;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.privacy.Suppression;
import io.crmkit.core.privacy.SuppressionId;
import io.crmkit.core.privacy.SuppressionReason;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All records that are about a person.
 *
 * @param people the person's record, and behind it those that were merged into it
 */
record Dossier(
        Call call,
        List<Person> people,
        List<Lead> leads,
        List<Merge> merges,
        List<Activity> activities,
        List<Consent> consents,
        List<RetentionHold> holds) {

    static Dossier of(Call call, PersonId id) {
        Stores stores = call.stores();
        TenantId tenant = call.tenant();
        List<Person> people = people(call, id);
        List<PersonId> ids = people.stream().map(Person::id).toList();
        return new Dossier(
                call,
                people,
                all(stores.leads(), tenant, LeadFields.PERSON.in(ids)),
                merges(call, ids),
                all(stores.activities(), tenant, activitiesWith(ids)),
                all(stores.consents(), tenant, ConsentFields.PERSON.in(ids)),
                all(stores.retentionHolds(), tenant, RetentionHoldFields.PERSON.in(ids)));
    }

    /* those about the person, and those the person takes part in */
    private static Criterion<Activity> activitiesWith(List<PersonId> ids) {
        return ids.stream()
                .map(id -> ActivityFields.participant(id).is(true))
                .reduce(ActivityFields.PERSON.in(ids), Criterion::or);
    }

    private static List<Merge> merges(Call call, List<PersonId> ids) {
        List<UUID> values = ids.stream().map(PersonId::value).toList();
        Criterion<Merge> either = MergeFields.SURVIVOR.in(values).or(MergeFields.MERGED.in(values));
        return all(call.stores().merges(), call.tenant(), either);
    }

    /* whoever was merged into one that was merged himself is found as well */
    private static List<Person> people(Call call, PersonId id) {
        Store<Person, PersonId> store = call.stores().people();
        Map<PersonId, Person> found = new LinkedHashMap<>();
        List<Person> next = List.of(store.find(call.tenant(), id).orElseThrow(() -> new NotFoundException(id)));
        while (!next.isEmpty()) {
            next.forEach(person -> found.put(person.id(), person));
            List<PersonId> into = next.stream().map(Person::id).toList();
            next = all(store, call.tenant(), PersonFields.MERGED_INTO.in(into)).stream()
                    .filter(person -> !found.containsKey(person.id()))
                    .toList();
        }
        return List.copyOf(found.values());
    }

    /** Every record that is meant, however many pages they fill. */
    static <N extends Noun<I>, I extends Identifier> List<N> all(
            Store<N, I> store, TenantId tenant, Criterion<N> criterion) {
        List<N> all = new ArrayList<>();
        each(store, tenant, criterion, all::add);
        return all;
    }

    /** Reads by the page; no more than a page is held. */
    static <N extends Noun<I>, I extends Identifier> void each(
            Store<N, I> store, TenantId tenant, Criterion<N> criterion, Consumer<N> to) {
        Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (next.isPresent()) {
            var page = store.select(tenant, criterion, next.get());
            page.items().forEach(to);
            next = page.next(PageRequest.LARGEST);
        }
    }

    PersonExport export() {
        return new PersonExport(
                call.clock().instant(),
                people.get(0),
                people.subList(1, people.size()),
                leads,
                merges,
                activities,
                affiliations(),
                opportunities(),
                about(call.stores().quotes(), QuoteFields.CONTACT),
                about(call.stores().orders(), SalesOrderFields.CONTACT),
                about(call.stores().documentReferences(), DocumentReferenceFields.CONTACT),
                consents,
                holds,
                stored(suppressions()),
                changes());
    }

    /* those whose contact the person is, and those the person has a part in */
    private List<Opportunity> opportunities() {
        List<PersonId> ids = people.stream().map(Person::id).toList();
        return all(
                call.stores().opportunities(),
                call.tenant(),
                ids.stream()
                        .map(id -> OpportunityFields.participant(id).is(true))
                        .reduce(OpportunityFields.CONTACT.in(ids), Criterion::or));
    }

    private List<Affiliation> affiliations() {
        return about(call.stores().affiliations(), AffiliationFields.PERSON);
    }

    /* the records that name the person, or one that was merged into it */
    private <N extends Noun<I>, I extends Identifier> List<N> about(Store<N, I> store, Field<N, PersonId> field) {
        return all(
                store, call.tenant(), field.in(people.stream().map(Person::id).toList()));
    }

    /** One for each address, as an erasure would leave it. */
    List<Suppression> suppressions() {
        Map<SuppressionId, Suppression> made = new LinkedHashMap<>();
        Stream.concat(people.stream().map(Person::contactPoints), leads.stream().map(Lead::contactPoints))
                .flatMap(this::suppressions)
                .forEach(one -> made.put(one.id(), one));
        return List.copyOf(made.values());
    }

    private Stream<Suppression> suppressions(List<ContactPoint> points) {
        return Stream.of(Channel.values())
                .flatMap(channel ->
                        Addresses.of(points, channel).stream().map(address -> suppression(channel, address)));
    }

    private Suppression suppression(Channel channel, String address) {
        return call.requiredSuppressionKey()
                .suppress(
                        call.tenant(),
                        channel,
                        address,
                        SuppressionReason.ERASED,
                        call.clock().instant());
    }

    private List<Suppression> stored(List<Suppression> made) {
        return List.copyOf(call.stores()
                .suppressions()
                .findAll(call.tenant(), made.stream().map(Suppression::id).toList())
                .values());
    }

    private List<Change> changes() {
        return Stream.of(
                        ids(people),
                        ids(leads),
                        ids(merges),
                        ids(activities),
                        ids(affiliations()),
                        ids(consents),
                        ids(holds))
                .flatMap(ids -> ids)
                .flatMap(id -> changesOf(id).stream())
                .sorted(Comparator.comparingLong(Change::sequence))
                .toList();
    }

    static Stream<Identifier> ids(List<? extends Noun<?>> nouns) {
        return nouns.stream().map(Noun::id);
    }

    List<Change> changesOf(Identifier id) {
        List<Change> all = new ArrayList<>();
        Cursor cursor = Cursor.START;
        List<Change> read;
        do {
            read = call.stores().journal().after(call.tenant(), id, cursor);
            all.addAll(read);
            cursor = read.isEmpty()
                    ? cursor
                    : cursor.at(read.get(read.size() - 1).sequence());
        } while (read.size() == Cursor.LARGEST);
        return all;
    }
}
