package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.value.Identifier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a document is for, and which negotiation it belongs to.
 *
 * @param company the company, or null for a private customer
 * @param contact the person, or null; company and contact are not both null
 * @param opportunity the negotiation, or null
 */
public record DocumentSubjects(
        @Nullable CompanyId company,
        @Nullable PersonId contact,
        @Nullable OpportunityId opportunity) {

    /**
     * Makes subjects.
     *
     * @throws IllegalArgumentException if there is nobody it is for
     */
    public DocumentSubjects {
        if (company == null && contact == null) {
            throw new IllegalArgumentException("company or contact must be given: a document is for somebody");
        }
    }

    /**
     * Takes the subjects of a quote or an order.
     *
     * @param parties who it is between
     * @return whom it is for
     */
    public static DocumentSubjects of(DocumentParties parties) {
        return new DocumentSubjects(parties.company(), parties.contact(), parties.opportunity());
    }

    /**
     * Returns whom it is for in the first place.
     *
     * @return the company, else the person
     */
    public Identifier addressee() {
        return company == null ? requireNonNull(contact) : company;
    }

    /**
     * Returns all records on whose timelines it stands.
     *
     * @return one to three identities
     */
    public List<Identifier> all() {
        return Stream.<@Nullable Identifier>of(company, contact, opportunity)
                .filter(Objects::nonNull)
                .map(Identifier.class::cast)
                .toList();
    }
}
