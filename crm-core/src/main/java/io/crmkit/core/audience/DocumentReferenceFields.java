package io.crmkit.core.audience;

import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentReferenceId;
import io.crmkit.core.document.DocumentStatus;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The fields of references to the host's documents. */
public final class DocumentReferenceFields {

    /** The identity. */
    public static final Field<DocumentReference, DocumentReferenceId> ID = new Field<>(
            DocumentReference.class, "id", FieldType.ID, Codec.id(DocumentReferenceId::new), DocumentReference::id);

    /** What it is. */
    public static final Field<DocumentReference, DocumentKind> KIND = new Field<>(
            DocumentReference.class,
            "kind",
            FieldType.CHOICE,
            Codec.constant(DocumentKind.class),
            reference -> reference.document().link().kind());

    /** The number the host gave it. */
    public static final Field<DocumentReference, String> NUMBER = new Field<>(
            DocumentReference.class,
            "number",
            FieldType.TEXT,
            Codec.same(String.class),
            reference -> reference.document().link().number());

    /** When it was issued. */
    public static final Field<DocumentReference, Instant> ISSUED_AT = new Field<>(
            DocumentReference.class,
            "issuedAt",
            FieldType.INSTANT,
            Codec.same(Instant.class),
            reference -> reference.document().issuedAt());

    /** The day it is to be delivered or paid by. */
    public static final Field<DocumentReference, LocalDate> DUE_ON = new Field<>(
            DocumentReference.class,
            "dueOn",
            FieldType.DATE,
            Codec.same(LocalDate.class),
            reference -> reference.document().dueOn());

    /** How far it has come. */
    public static final Field<DocumentReference, DocumentStatus> STATUS = new Field<>(
            DocumentReference.class,
            "status",
            FieldType.CHOICE,
            Codec.constant(DocumentStatus.class),
            reference -> reference.document().status());

    /** What it comes to. */
    public static final Field<DocumentReference, Money> AMOUNT = new Field<>(
            DocumentReference.class,
            "amount",
            FieldType.MONEY,
            Codec.same(Money.class),
            reference -> reference.document().amount());

    /** The company it is for. */
    public static final Field<DocumentReference, CompanyId> COMPANY = new Field<>(
            DocumentReference.class,
            "company",
            FieldType.ID,
            Codec.id(CompanyId::new),
            reference -> reference.document().subjects().company());

    /** The person it is for. */
    public static final Field<DocumentReference, PersonId> CONTACT = new Field<>(
            DocumentReference.class,
            "contact",
            FieldType.ID,
            Codec.id(PersonId::new),
            reference -> reference.document().subjects().contact());

    /** The negotiation it belongs to. */
    public static final Field<DocumentReference, OpportunityId> OPPORTUNITY = new Field<>(
            DocumentReference.class,
            "opportunity",
            FieldType.ID,
            Codec.id(OpportunityId::new),
            reference -> reference.document().subjects().opportunity());

    /** All of them, by name. */
    public static final Fields<DocumentReference> ALL = new Fields<>(
            DocumentReference.class,
            List.of(ID, KIND, NUMBER, ISSUED_AT, DUE_ON, STATUS, AMOUNT, COMPANY, CONTACT, OPPORTUNITY),
            null,
            null,
            null,
            null,
            (reference, links) ->
                    reference.document().origins().stream().anyMatch(origin -> links.contains(origin.toString())));

    private DocumentReferenceFields() {}

    /**
     * Returns whether a document was made from one of others as a field.
     *
     * @param origins the others, at least one
     * @return the field, called {@code madeFrom:} and the others with bars between: true where one of them is among the
     *     origins, false where none is
     * @throws IllegalArgumentException if there are none
     */
    public static Field<DocumentReference, Boolean> madeFrom(Collection<DocumentLink> origins) {
        return ALL.madeFrom(origins);
    }
}
