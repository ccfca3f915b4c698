package io.crmkit.jpa;

import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentReferenceId;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.document.LineQuantity;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** References to the host's documents to rows and back. */
final class DocumentReferenceRows {

    static final Mapping<DocumentReference, DocumentReferenceId, DocumentReferenceRow> MAPPING = new Mapping<>(
            DocumentReferenceRow.class,
            "link",
            List.of(new Parts<>(OriginRow.class, row -> row.originRows, row -> row.origins != null)),
            DocumentReferenceRow::new,
            DocumentReferenceRows::fill,
            DocumentReferenceRows::toDomain,
            DocumentReferenceId::new);

    private DocumentReferenceRows() {}

    private static void fill(DocumentReference reference, DocumentReferenceRow row) {
        HostDocument document = reference.document();
        row.link = reference.naturalKey();
        row.kind = Codes.DOCUMENT_KIND.of(document.link().kind());
        row.number = document.link().number();
        row.numberFolded = Folding.folded(row.number);
        row.issuedAt = document.issuedAt();
        row.dueOn = document.dueOn();
        row.status = Codes.DOCUMENT_STATUS.of(document.status());
        row.worth = MoneyColumns.of(document.amount());
        row.company = Ids.value(document.subjects().company());
        row.contact = Ids.value(document.subjects().contact());
        row.opportunity = Ids.value(document.subjects().opportunity());
        List<String> origins =
                document.origins().stream().map(DocumentLink::toString).toList();
        row.origins = origins.isEmpty() ? null : String.join("|", origins);
        OriginRow.fill(row.originRows, origins);
        row.quantities = document.quantities().stream()
                .map(DocumentReferenceRows::written)
                .collect(Collectors.joining(" "));
    }

    static DocumentReference toDomain(DocumentReferenceRow row) {
        HostDocument document = new HostDocument(
                new DocumentLink(Codes.DOCUMENT_KIND.constant(row.kind), row.number),
                row.issuedAt,
                row.dueOn,
                Codes.DOCUMENT_STATUS.constant(row.status),
                MoneyColumns.money(row.worth),
                subjects(row),
                origins(row.origins),
                quantities(row.quantities));
        return new DocumentReference(new DocumentReferenceId(row.id), new Revision(row.revision), document);
    }

    private static DocumentSubjects subjects(DocumentReferenceRow row) {
        return new DocumentSubjects(
                Ids.of(row.company, CompanyId::new),
                Ids.of(row.contact, PersonId::new),
                Ids.of(row.opportunity, OpportunityId::new));
    }

    private static List<DocumentLink> origins(@Nullable String written) {
        return written == null
                ? List.of()
                : Stream.of(written.split("\\|")).map(DocumentLink::parse).toList();
    }

    /* O-2026-00017/3=2.5 */
    private static String written(LineQuantity quantity) {
        return quantity.order() + "/" + quantity.line() + "="
                + quantity.quantity().toPlainString();
    }

    private static List<LineQuantity> quantities(String written) {
        return Stream.of(written.split(" "))
                .filter(quantity -> !quantity.isEmpty())
                .map(quantity -> {
                    String[] parts = quantity.split("[/=]", -1);
                    return new LineQuantity(
                            DocumentNumber.parse(parts[0]), Integer.parseInt(parts[1]), new BigDecimal(parts[2]));
                })
                .toList();
    }
}
