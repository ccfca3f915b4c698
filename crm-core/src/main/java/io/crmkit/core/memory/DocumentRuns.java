package io.crmkit.core.memory;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.DocumentSummary;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Documents of one noun on timelines. */
final class DocumentRuns<N extends Noun<?>> implements MemoryTimeline.Feed {

    private final Table<N> table;
    private final Function<N, DocumentSummary> summary;

    DocumentRuns(Table<N> table, Function<N, DocumentSummary> summary) {
        this.table = table;
        this.summary = summary;
    }

    static SubjectIndex<Quote> ofQuotes() {
        return SubjectIndex.by(
                quote -> quote.progress().sentAt(),
                quote -> DocumentSubjects.of(quote.parties()).all());
    }

    static SubjectIndex<SalesOrder> ofOrders() {
        return SubjectIndex.by(
                order -> order.progress().orderedAt(),
                order -> DocumentSubjects.of(order.parties()).all());
    }

    static SubjectIndex<DocumentReference> ofReferences() {
        return SubjectIndex.by(
                reference -> reference.document().issuedAt(),
                reference -> reference.document().subjects().all());
    }

    @Override
    public Stream<Run> runs(TenantId tenant, Scope scope, TimelineQuery query, Predicate<Activity> seen) {
        if (!query.asks(Source.DOCUMENTS)) {
            return Stream.empty();
        }
        UUID subject = scope.subject().value();
        Run.Lookup lookup = (micros, id) -> {
            N noun = table.find(tenant, id);
            DocumentSummary document = noun == null ? null : summary.apply(noun);
            if (document == null || !stands(document, micros, subject)) {
                return null;
            }
            Entry entry = new Entry.OfDocument(id, document);
            return query.kinds().contains(entry.kind()) ? entry : null;
        };
        return table.indexes()
                .map(index -> index.of(tenant, subject))
                .filter(keys -> !keys.isEmpty())
                .map(keys -> new Run(Source.DOCUMENTS, scope, query, keys, lookup));
    }

    /* the writer may have moved it away from where it is committed */
    private static boolean stands(DocumentSummary document, long micros, UUID subject) {
        Instant at = document.issuedAt();
        return at != null
                && SubjectIndex.micros(at) == micros
                && document.subjects().all().stream().anyMatch(id -> id.value().equals(subject));
    }
}
