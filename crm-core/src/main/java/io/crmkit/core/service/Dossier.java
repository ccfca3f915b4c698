package io.crmkit.core.service;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.ConsentFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.audience.RetentionHoldFields;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.privacy.Consent;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.privacy.Suppression;
import io.crmkit.core.privacy.SuppressionId;
import io.crmkit.core.privacy.SuppressionKey;
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
import java.util.stream.Stream;

/** All records that are about a person. */
record Dossier(Call call, Person person, List<Activity> activities, List<Consent> consents, List<RetentionHold> holds) {

    static Dossier of(Call call, PersonId id) {
        Stores stores = call.stores();
        TenantId tenant = call.tenant();
        Person person = stores.people().find(tenant, id).orElseThrow(() -> new NotFoundException(id));
        return new Dossier(
                call,
                person,
                all(stores.activities(), tenant, ActivityFields.PERSON.is(id)),
                all(stores.consents(), tenant, ConsentFields.PERSON.is(id)),
                all(stores.retentionHolds(), tenant, RetentionHoldFields.PERSON.is(id)));
    }

    /** Every record that is meant, however many pages they fill. */
    static <N extends Noun<I>, I extends Identifier> List<N> all(
            Store<N, I> store, TenantId tenant, Criterion<N> criterion) {
        List<N> all = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (next.isPresent()) {
            var page = store.select(tenant, criterion, next.get());
            all.addAll(page.items());
            next = page.next(PageRequest.LARGEST);
        }
        return all;
    }

    PersonExport export() {
        return new PersonExport(
                call.clock().instant(),
                person,
                activities,
                all(call.stores().opportunities(), call.tenant(), OpportunityFields.CONTACT.is(person.id())),
                consents,
                holds,
                stored(suppressions()),
                changes());
    }

    /** One for each of the person's addresses, as an erasure would leave it. */
    List<Suppression> suppressions() {
        SuppressionKey key = call.requiredSuppressionKey();
        Map<SuppressionId, Suppression> made = new LinkedHashMap<>();
        Addresses.of(person)
                .forEach((channel, addresses) -> addresses.forEach(address -> {
                    Suppression one = key.suppress(
                            call.tenant(),
                            channel,
                            address,
                            SuppressionReason.ERASED,
                            call.clock().instant());
                    made.put(one.id(), one);
                }));
        return List.copyOf(made.values());
    }

    private List<Suppression> stored(List<Suppression> made) {
        return List.copyOf(call.stores()
                .suppressions()
                .findAll(call.tenant(), made.stream().map(Suppression::id).toList())
                .values());
    }

    private List<Change> changes() {
        return Stream.of(Stream.of(person.id()), ids(activities), ids(consents), ids(holds))
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
