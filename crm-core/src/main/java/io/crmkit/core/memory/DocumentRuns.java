package io.crmkit.core.memory;

import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.DocumentSummary;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.memory.MemoryTimeline.Asking;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.value.Noun;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    public List<Run> runs(Asking asking, Scope scope) {
        if (!asking.asks(Source.DOCUMENTS)) {
            return List.of();
        }
        UUID subject = scope.subject().value();
        return asking.along(
                table.keys(asking.tenant(), subject),
                Source.DOCUMENTS,
                scope,
                (micros, id) -> find(asking, subject, micros, id));
    }

    private @Nullable Entry find(Asking asking, UUID subject, long micros, UUID id) {
        N noun = table.find(asking.tenant(), id);
        DocumentSummary document = noun == null ? null : summary.apply(noun);
        if (document == null || !stands(document, micros, subject)) {
            return null;
        }
        Entry entry = new Entry.OfDocument(id, document);
        return asking.query().kinds().contains(entry.kind()) ? entry : null;
    }

    /* the writer may have moved it away from where it is committed */
    private static boolean stands(DocumentSummary document, long micros, UUID subject) {
        Instant at = document.issuedAt();
        return at != null
                && SubjectIndex.micros(at) == micros
                && document.subjects().all().stream().anyMatch(id -> id.value().equals(subject));
    }
}
