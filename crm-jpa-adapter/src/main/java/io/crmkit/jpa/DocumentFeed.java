package io.crmkit.jpa;

import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.DocumentSummary;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.jpa.JpaTimeline.Asking;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Documents of one noun on timelines: one statement for the companies, one for the people, one for the opportunities. Lines
 * are not read.
 *
 * @param row the row class
 * @param at the attribute that says when it was issued
 * @param kinds what its documents are; where there are several, the row says which
 * @param summary what a timeline shows of a row
 */
record DocumentFeed<R extends Row>(
        Class<R> row, String at, List<DocumentKind> kinds, Function<R, DocumentSummary> summary)
        implements JpaTimeline.Feed {

    static final DocumentFeed<QuoteRow> QUOTES =
            new DocumentFeed<>(QuoteRow.class, "sentAt", List.of(DocumentKind.QUOTE), DocumentFeed::quote);

    static final DocumentFeed<SalesOrderRow> ORDERS = new DocumentFeed<>(
            SalesOrderRow.class, "orderedAt", List.of(DocumentKind.SALES_ORDER), DocumentFeed::order);

    static final DocumentFeed<DocumentReferenceRow> REFERENCES = new DocumentFeed<>(
            DocumentReferenceRow.class,
            "issuedAt",
            Stream.of(DocumentKind.values()).filter(DocumentKind::isHosts).toList(),
            reference -> DocumentReferenceRows.toDomain(reference).document().summary());

    private static DocumentSummary quote(QuoteRow row) {
        return new DocumentSummary(
                new DocumentLink(DocumentKind.QUOTE, row.number),
                row.sentAt,
                Codes.QUOTE_STATE.constant(row.state).name(),
                MoneyColumns.money(row.net),
                DocumentSubjects.of(row.parties()));
    }

    private static DocumentSummary order(SalesOrderRow row) {
        return new DocumentSummary(
                new DocumentLink(DocumentKind.SALES_ORDER, row.number),
                row.orderedAt,
                Codes.ORDER_STATE.constant(row.state).name(),
                MoneyColumns.money(row.net),
                DocumentSubjects.of(row.parties()));
    }

    @Override
    public List<Entry> nearest(Asking asking) {
        List<DocumentKind> asked = kinds.stream()
                .filter(kind -> asking.query().kinds().contains(EntryKind.of(kind)))
                .toList();
        List<Entry> found = new ArrayList<>();
        if (!asked.isEmpty()) {
            for (String subject : List.of("company", "person", "opportunity")) {
                List<Scope> scopes = asking.query().scopes().stream()
                        .filter(scope -> scope.subject().kind().equals(subject))
                        .toList();
                RowsById.portions(scopes).forEach(portion -> found.addAll(nearest(asking, subject, portion, asked)));
            }
        }
        return found;
    }

    private List<Entry> nearest(Asking asking, String subject, List<Scope> scopes, List<DocumentKind> asked) {
        EntityManager manager = asking.manager();
        CriteriaBuilder builder = manager.getCriteriaBuilder();
        CriteriaQuery<R> query = builder.createQuery(row);
        Root<R> root = query.from(row);
        Parameters parameters = new Parameters(builder);
        Nearest<UUID> nearest = new Nearest<>(
                builder, parameters, asking.query(), root.<Instant>get(at), root.<UUID>get("id"), Source.DOCUMENTS);
        String about = subject.equals("person") ? "contact" : subject;
        query.select(root)
                .where(
                        nearest.within(scopes, root.<UUID>get(about)),
                        nearest.beyond(key -> key),
                        builder.equal(
                                root.get("tenant"),
                                parameters.of(asking.tenant().value())),
                        builder.isNotNull(root.get(at)),
                        ofKinds(asked, builder, parameters, root))
                .orderBy(nearest.order());
        List<R> rows = nearest.limited(manager.createQuery(query)).getResultList();
        List<Entry> entries = new ArrayList<>();
        rows.forEach(found -> entries.add(new Entry.OfDocument(found.id, summary.apply(found))));
        rows.forEach(manager::detach);
        return entries;
    }

    private Predicate ofKinds(List<DocumentKind> asked, CriteriaBuilder builder, Parameters parameters, Root<R> root) {
        if (asked.size() == kinds.size()) {
            return builder.conjunction();
        }
        return builder.or(asked.stream()
                .map(kind -> builder.equal(root.get("kind"), parameters.of(Codes.DOCUMENT_KIND.of(kind))))
                .toArray(Predicate[]::new));
    }
}
