package io.crmkit.core.access;

import io.crmkit.core.audience.QuoteFields;
import io.crmkit.core.audience.SalesOrderFields;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentSummary;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.port.Store;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which documents of a timeline's page may be seen: our own as their stores show them, the host's as their addressees. */
final class GuardedDocuments {

    private final Guards guards;
    private final Set<UUID> visible = new HashSet<>();
    private final Set<Identifier> hidden;

    private GuardedDocuments(Guards guards, Set<Identifier> hidden) {
        this.guards = guards;
        this.hidden = hidden;
    }

    static GuardedDocuments among(GuardedStores stores, Guards guards, TenantId tenant, List<Entry> entries) {
        List<Entry.OfDocument> documents = new ArrayList<>();
        entries.forEach(entry -> {
            if (entry instanceof Entry.OfDocument document) {
                documents.add(document);
            }
        });
        Set<Identifier> addressees = documents.stream()
                .filter(entry -> entry.document().link().kind().isHosts())
                .map(entry -> entry.document().subjects().addressee())
                .collect(Collectors.toSet());
        GuardedDocuments guarded = new GuardedDocuments(guards, stores.hidden(tenant, addressees));
        guarded.add(tenant, stores.quotes(), QuoteId::new, keys(documents, DocumentKind.QUOTE));
        guarded.add(tenant, stores.orders(), SalesOrderId::new, keys(documents, DocumentKind.SALES_ORDER));
        return guarded;
    }

    private static List<UUID> keys(List<Entry.OfDocument> documents, DocumentKind kind) {
        return documents.stream()
                .filter(entry -> entry.document().link().kind() == kind)
                .map(Entry.OfDocument::key)
                .toList();
    }

    private <N extends Noun<I>, I extends Identifier> void add(
            TenantId tenant, Store<N, I> store, Function<UUID, I> id, List<UUID> keys) {
        if (!keys.isEmpty()) {
            store.findAll(tenant, keys.stream().map(id).toList()).keySet().forEach(seen -> visible.add(seen.value()));
        }
    }

    Optional<Entry> seen(Entry.OfDocument entry) {
        DocumentSummary document = entry.document();
        boolean shown = document.link().kind().isHosts()
                ? !hidden.contains(document.subjects().addressee())
                : visible.contains(entry.key());
        if (!shown) {
            return Optional.empty();
        }
        return Optional.of(hidesAmount(document) ? new Entry.OfDocument(entry.key(), document.withoutAmount()) : entry);
    }

    private boolean hidesAmount(DocumentSummary document) {
        return switch (document.link().kind()) {
            case QUOTE -> guards.of(Quote.class).hides(QuoteFields.NET);
            case SALES_ORDER -> guards.of(SalesOrder.class).hides(SalesOrderFields.NET);
            case HOST_ORDER, DELIVERY_NOTE, INVOICE, CREDIT_NOTE, RECEIPT -> false;
        };
    }
}
