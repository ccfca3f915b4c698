package io.crmkit.jpa;

import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns that quotes and orders share. */
@MappedSuperclass
abstract class DocumentRow extends OpenRow {

    @Column(name = "number", nullable = false, length = 50)
    String number;

    @Column(name = "number_folded", nullable = false, length = 50)
    String numberFolded;

    @Column(name = "document_number", nullable = false, length = 40)
    String documentNumber;

    @Column(name = "seller_id", nullable = false)
    UUID seller;

    @Column(name = "company_id")
    @Nullable
    UUID company;

    @Column(name = "contact_id")
    @Nullable
    UUID contact;

    @Column(name = "opportunity_id")
    @Nullable
    UUID opportunity;

    @Embedded
    MoneyColumns net;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected DocumentRow() {}

    void fill(String shown, DocumentNumber drawn, DocumentParties parties, Money worth) {
        number = shown;
        numberFolded = Folding.folded(shown);
        documentNumber = drawn.toString();
        seller = parties.seller().value();
        company = Ids.value(parties.company());
        contact = Ids.value(parties.contact());
        opportunity = Ids.value(parties.opportunity());
        net = Objects.requireNonNull(MoneyColumns.of(worth));
    }

    DocumentNumber drawn() {
        return DocumentNumber.parse(documentNumber);
    }

    Currency currency() {
        return Currency.getInstance(net.currency);
    }

    DocumentParties parties() {
        return new DocumentParties(
                new SellerId(seller),
                Ids.of(company, CompanyId::new),
                Ids.of(contact, PersonId::new),
                Ids.of(opportunity, OpportunityId::new));
    }
}
