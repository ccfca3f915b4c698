package io.crmkit.core.service;

import io.crmkit.core.audience.SalesOrderFields;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentReferenceId;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.DocumentSummary;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.document.LineQuantity;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Violation;
import io.crmkit.core.view.DocumentChain;
import io.crmkit.core.view.Fulfilment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The host's documents as far as they are recorded here, and what came of quotes and orders.
 *
 * <p>Delivery notes, invoices and receipts are kept by the host. They stand here as references that are recorded, or the
 * host gives the builder a {@link io.crmkit.core.port.DocumentFeed}, and nothing is recorded at all; chains and quantities
 * take both.
 */
public final class Documents extends Records<DocumentReference, DocumentReferenceId> {

    private static final Comparator<DocumentChain.Link> ORDER = Comparator.comparing(
                    (DocumentChain.Link link) -> issuedAt(link.document()))
            .thenComparing(link -> link.document().link().kind())
            .thenComparing(link -> link.document().link().number());

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Documents(Call call) {
        super(call, call.stores().documentReferences());
    }

    /**
     * Records a document of the host's; where one of its kind and number is recorded, that one is changed to what is known
     * now.
     *
     * @param command what is known
     * @return the reference as stored; at the same revision where nothing changed
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the company, the contact or the opportunity does not exist, unless it is recorded of them
     */
    public DocumentReference record(RecordDocument command) {
        HostDocument document = checked(command).document();
        requireKnown(document);
        DocumentReferenceId fresh = new DocumentReferenceId(call().ids().next());
        return Recording.write(call().stores(), call().actor(), call().clock(), recording -> {
            Optional<DocumentReference> stored = find(document.link());
            DocumentReference reference = stored.map(before -> before.withDocument(document))
                    .orElseGet(() -> new DocumentReference(fresh, Revision.NONE, document));
            return recording.save(call().stores().documentReferences(), stored.orElse(null), reference);
        });
    }

    /* what is missing may stand in the document as it was recorded before */
    private void requireKnown(HostDocument document) {
        Set<Identifier> missing =
                new Mentions().addAll(document.subjects().all()).missing(call());
        if (!missing.isEmpty()) {
            find(document.link())
                    .ifPresent(before ->
                            missing.removeAll(before.document().subjects().all()));
        }
        if (!missing.isEmpty()) {
            throw new NotFoundException(missing);
        }
    }

    private RecordDocument checked(RecordDocument command) {
        RecordDocument wish = call().commands().check(command);
        List<Violation> broken = new ArrayList<>();
        if (!wish.kind().isHosts()) {
            broken.add(call().commands().violation("kind", wish.kind().name(), Rule.of("crmkit.hostKind")));
        }
        DocumentLink link = new DocumentLink(wish.kind(), wish.number());
        if (wish.origins().contains(link)) {
            broken.add(call().commands().violation("origins", link, Rule.of("crmkit.notItself")));
        }
        if (!broken.isEmpty()) {
            throw call().commands().refused("RecordDocument", broken);
        }
        return wish;
    }

    /**
     * Finds the reference to a document.
     *
     * @param link which document
     * @return the reference, or empty where none is recorded
     */
    public Optional<DocumentReference> find(DocumentLink link) {
        String key = link.toString();
        DocumentReferenceId id = call().stores()
                .documentReferences()
                .idsByNaturalKey(call().tenant(), List.of(key))
                .get(key);
        return id == null ? Optional.empty() : find(id);
    }

    /**
     * Tells all that came of a quote, from its first revision to the receipt.
     *
     * @param id a revision of the quote
     * @return the chain, of what may be seen
     * @throws NotFoundException if the quote does not exist
     */
    public DocumentChain chain(QuoteId id) {
        Quotes quotes = new Quotes(call());
        Quote quote = quotes.required(id);
        List<DocumentChain.Link> links = new ArrayList<>();
        Map<QuoteId, DocumentLink> revisions = new HashMap<>();
        List<DocumentLink> sentBefore = List.of();
        for (Quote revision : quotes.revisions(quote.number().number())) {
            revisions.put(revision.id(), DocumentLink.of(revision));
            links.add(new DocumentChain.Link(DocumentSummary.of(revision), sentBefore));
            sentBefore = revision.progress().sentAt() == null ? sentBefore : List.of(DocumentLink.of(revision));
        }
        for (SalesOrder order : ordersOf(revisions.keySet())) {
            DocumentLink origin = revisions.get(order.quote());
            links.add(new DocumentChain.Link(DocumentSummary.of(order), origin == null ? List.of() : List.of(origin)));
        }
        List<DocumentLink> ours =
                links.stream().map(link -> link.document().link()).toList();
        new HostDocuments(call(), DocumentSubjects.of(quote.parties()))
                .following(ours)
                .values()
                .forEach(document -> links.add(new DocumentChain.Link(document.summary(), document.origins())));
        links.sort(ORDER);
        return new DocumentChain(links);
    }

    private List<SalesOrder> ordersOf(Collection<QuoteId> quotes) {
        return Dossier.all(call().stores().orders(), call().tenant(), SalesOrderFields.QUOTE.in(List.copyOf(quotes)));
    }

    private static Instant issuedAt(DocumentSummary document) {
        Instant at = document.issuedAt();
        return at == null ? Instant.MAX : at;
    }

    /**
     * Tells how much of an order was delivered and invoiced.
     *
     * @param id the order
     * @return the quantities of each line, of what may be seen
     * @throws NotFoundException if the order does not exist
     */
    public Fulfilment fulfilment(SalesOrderId id) {
        SalesOrder order =
                call().stores().orders().find(call().tenant(), id).orElseThrow(() -> new NotFoundException(id));
        Collection<HostDocument> documents = new HostDocuments(call(), DocumentSubjects.of(order.parties()))
                .following(List.of(DocumentLink.of(order)))
                .values();
        Map<Integer, BigDecimal> delivered = new HashMap<>();
        Map<Integer, BigDecimal> invoiced = new HashMap<>();
        List<DocumentLink> silent = new ArrayList<>();
        for (HostDocument document : documents) {
            Map<Integer, BigDecimal> sums = sums(document.link().kind(), delivered, invoiced);
            if (sums != null && document.counts()) {
                if (document.quantities().isEmpty()) {
                    silent.add(document.link());
                }
                add(sums, order, document);
            }
        }
        List<Fulfilment.Line> lines = order.lines().stream()
                .map(line -> fulfilled(order, line, delivered, invoiced))
                .toList();
        return new Fulfilment(DocumentLink.of(order), lines, silent);
    }

    private static @Nullable Map<Integer, BigDecimal> sums(
            DocumentKind kind, Map<Integer, BigDecimal> delivered, Map<Integer, BigDecimal> invoiced) {
        return switch (kind) {
            case DELIVERY_NOTE -> delivered;
            case INVOICE, CREDIT_NOTE -> invoiced;
            case QUOTE, SALES_ORDER, HOST_ORDER, RECEIPT -> null;
        };
    }

    private static void add(Map<Integer, BigDecimal> sums, SalesOrder order, HostDocument document) {
        boolean credited = document.link().kind() == DocumentKind.CREDIT_NOTE;
        for (LineQuantity part : document.quantities()) {
            if (part.order().equals(order.number())) {
                BigDecimal quantity = credited ? part.quantity().negate() : part.quantity();
                sums.merge(part.line(), quantity, BigDecimal::add);
            }
        }
    }

    private static Fulfilment.Line fulfilled(
            SalesOrder order,
            DocumentLine line,
            Map<Integer, BigDecimal> delivered,
            Map<Integer, BigDecimal> invoiced) {
        return new Fulfilment.Line(
                line.number(),
                line.net(order.currency()),
                line.quantity(),
                delivered.getOrDefault(line.number(), BigDecimal.ZERO),
                invoiced.getOrDefault(line.number(), BigDecimal.ZERO));
    }
}
