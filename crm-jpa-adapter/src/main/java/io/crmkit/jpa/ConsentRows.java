package io.crmkit.jpa;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.Consent;
import io.crmkit.core.privacy.ConsentId;
import io.crmkit.core.privacy.ConsentProof;
import io.crmkit.core.privacy.ConsentScope;
import io.crmkit.core.privacy.ConsentTimes;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Consents to rows and back. */
final class ConsentRows {

    static final Mapping<Consent, ConsentId, ConsentRow> MAPPING = new Mapping<>(
            ConsentRow.class,
            "purpose",
            List.of(),
            ConsentRow::new,
            ConsentRows::fill,
            ConsentRows::toDomain,
            ConsentId::new);

    private ConsentRows() {}

    private static void fill(Consent consent, ConsentRow row) {
        row.person = consent.scope().person().value();
        row.channel = Codes.CHANNEL.of(consent.scope().channel());
        row.purpose = consent.scope().purpose();
        row.purposeFolded = Folding.folded(row.purpose);
        row.basis = Codes.LAWFUL_BASIS.of(consent.basis());
        row.state = Codes.CONSENT_STATE.of(consent.state());
        row.source = consent.proof().source();
        row.evidence = consent.proof().evidence();
        row.tokenHash = consent.proof().tokenHash();
        row.requestedAt = consent.times().requestedAt();
        row.confirmBy = consent.times().confirmBy();
        row.givenAt = consent.times().givenAt();
        row.withdrawnAt = consent.times().withdrawnAt();
        row.validUntil = consent.times().validUntil();
    }

    static Consent toDomain(ConsentRow row) {
        return new Consent(
                new ConsentId(row.id),
                new Revision(row.revision),
                new ConsentScope(new PersonId(row.person), Codes.CHANNEL.constant(row.channel), row.purpose),
                Codes.LAWFUL_BASIS.constant(row.basis),
                Codes.CONSENT_STATE.constant(row.state),
                new ConsentProof(row.source, row.evidence, row.tokenHash),
                new ConsentTimes(row.requestedAt, row.confirmBy, row.givenAt, row.withdrawnAt, row.validUntil));
    }
}
