package io.crmkit.core.service;

import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.LeadFields;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.audience.QuoteFields;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.Journal;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.privacy.ErasureRefusedException;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.privacy.Suppression;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The erasure of one person: what it reaches, and the work. */
record PersonErasure(Call call, Dossier dossier) {

    /** Records of one noun, what they are without what tells of the person, and the journal's names for that. */
    private record Part<N extends Noun<I>, I extends Identifier>(
            Store<N, I> store, List<N> nouns, UnaryOperator<N> erasing, List<String> fields) {

        List<N> erased() {
            return nouns.stream()
                    .filter(noun -> !erasing.apply(noun).equals(noun))
                    .map(erasing)
                    .toList();
        }

        void save(TenantId tenant) {
            store.saveAll(tenant, erased());
        }

        void redact(Journal journal, TenantId tenant) {
            journal.redact(tenant, nouns.stream().map(Noun::id).toList(), fields);
        }

        long changes(Dossier dossier) {
            return nouns.stream()
                    .flatMap(noun -> dossier.changesOf(noun.id()).stream())
                    .filter(change -> change.erased(fields).isPresent())
                    .count();
        }
    }

    static ErasureReach erase(Call call, PersonId person) {
        return Recording.write(call.stores(), call.actor(), call.clock(), recording -> {
            Call recorded = call.over(recording.stores());
            PersonErasure erasure = new PersonErasure(recorded, Dossier.of(recorded, person));
            ErasureReach reach = erasure.reach();
            if (!reach.holds().isEmpty()) {
                throw new ErasureRefusedException(person, reach.holds());
            }
            erasure.erase();
            return reach;
        });
    }

    ErasureReach reach() {
        return new ErasureReach(
                dossier.people().get(0).id(),
                dossier.holds().stream().filter(this::isInForce).toList(),
                parts().stream().mapToInt(part -> part.erased().size()).sum(),
                parts().stream().mapToLong(part -> part.changes(dossier)).sum(),
                unstored().size(),
                mentions());
    }

    /* the journal comes last, since it holds the tenant's counter; what the saves append to it is erased with the rest */
    private void erase() {
        List<Part<?, ?>> parts = parts();
        parts.forEach(part -> part.save(call.tenant()));
        call.stores().suppressions().saveAll(call.tenant(), unstored());
        Journal journal = call.stores().journal();
        parts.forEach(part -> part.redact(journal, call.tenant()));
    }

    private List<Part<?, ?>> parts() {
        Stores stores = call.stores();
        List<RetentionHold> over =
                dossier.holds().stream().filter(hold -> !isInForce(hold)).toList();
        return List.of(
                new Part<>(stores.people(), dossier.people(), Personal::erased, Personal.OF_PERSON),
                new Part<>(stores.leads(), dossier.leads(), Personal::erased, Personal.OF_LEAD),
                new Part<>(stores.merges(), dossier.merges(), Personal::erased, Personal.OF_MERGE),
                new Part<>(stores.activities(), dossier.activities(), Personal::erased, Personal.OF_ACTIVITY),
                new Part<>(stores.consents(), dossier.consents(), Personal::erased, Personal.OF_CONSENT),
                new Part<>(stores.retentionHolds(), over, Personal::erased, Personal.OF_HOLD));
    }

    private boolean isInForce(RetentionHold hold) {
        return hold.isInForce(LocalDate.now(call.clock()));
    }

    private List<Suppression> unstored() {
        List<Suppression> made = dossier.suppressions();
        Set<?> stored = call.stores()
                .suppressions()
                .findAll(call.tenant(), made.stream().map(Suppression::id).toList())
                .keySet();
        return made.stream()
                .filter(suppression -> !stored.contains(suppression.id()))
                .toList();
    }

    private List<Identifier> mentions() {
        String name = dossier.people().get(0).name();
        if (name.equals(Personal.ERASED)) {
            return List.of();
        }
        Set<Identifier> own = dossier.leads().stream().map(Lead::id).collect(Collectors.toSet());
        return Stream.of(
                        mentions(call.stores().companies(), CompanyFields.NAME.contains(name)),
                        mentions(call.stores().leads(), LeadFields.PERSON_NAME.contains(name))
                                .filter(id -> !own.contains(id)),
                        mentions(call.stores().opportunities(), OpportunityFields.NAME.contains(name)),
                        mentions(call.stores().quotes(), QuoteFields.TEXT.contains(name)))
                .flatMap(ids -> ids)
                .toList();
    }

    private <N extends Noun<I>, I extends Identifier> Stream<Identifier> mentions(
            Store<N, I> store, Criterion<N> criterion) {
        return store.select(call.tenant(), criterion, PageRequest.first(PageRequest.LARGEST)).items().stream()
                .map(Noun::id);
    }
}
