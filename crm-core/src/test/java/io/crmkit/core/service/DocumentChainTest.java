package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.access.Role;
import io.crmkit.core.access.RolePolicy;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentStatus;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.DocumentSummary;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.document.LineQuantity;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.port.DocumentFeed;
import io.crmkit.core.port.FedDocument;
import io.crmkit.core.port.FeedQuery;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineRequest;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.DocumentChain;
import io.crmkit.core.view.Fulfilment;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The host's documents beside ours: on timelines, in chains, and in what is left to deliver and to invoice. */
class DocumentChainTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final TenantId TENANT = new TenantId("acme");

    private final InMemoryStores stores = InMemoryStores.empty();
    private final List<FedDocument> fed = new ArrayList<>();
    private final DocumentFeed feed = new ListedFeed(fed);
    private final CrmSession session = builder().build().as(new Actor(TENANT, "anna"));
    private final CompanyId company =
            session.companies().add(AddCompany.named("Acme")).id();
    private final DocumentSubjects subjects = new DocumentSubjects(company, null, null);

    /** A host with few documents. */
    private record ListedFeed(List<FedDocument> documents) implements DocumentFeed {

        @Override
        public List<FedDocument> nearest(TenantId tenant, FeedQuery query) {
            return tenant.equals(TENANT) ? query.nearest(documents) : List.of();
        }

        @Override
        public List<FedDocument> madeFrom(TenantId tenant, Collection<DocumentLink> origins) {
            return documents.stream()
                    .filter(one -> one.document().origins().stream().anyMatch(origins::contains))
                    .toList();
        }
    }

    private Crm.Builder builder() {
        return Crm.builder()
                .stores(stores)
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .documents(feed);
    }

    private Quote accepted() {
        DocumentParties parties = new DocumentParties(
                session.sellers().add(new AddSeller("Anna Rossi", null)).id(), company, null, null);
        Quote draft = session.quotes()
                .draft(new DraftQuote(
                        parties,
                        new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 3), null, null, null),
                        List.of(
                                DraftQuote.Line.of("Pump", "10", "100", TaxCategory.rate("22")),
                                DraftQuote.Line.of("Cabinet", "4", "750", TaxCategory.rate("22"))),
                        List.of()));
        Quote first = session.quotes().markSent(draft.id(), draft.revision());
        Quote second = session.quotes().revise(first.id());
        Quote sent = session.quotes().markSent(second.id(), second.revision());
        return session.quotes().accept(sent.id(), sent.revision());
    }

    private static LineQuantity part(SalesOrder order, int line, String quantity) {
        return new LineQuantity(order.number(), line, new BigDecimal(quantity));
    }

    private DocumentReference record(
            DocumentKind kind, String number, int hour, DocumentLink from, LineQuantity... parts) {
        return session.documents()
                .record(RecordDocument.open(kind, number, NOON.plusSeconds(3_600L * hour), subjects)
                        .from(from)
                        .of(parts));
    }

    private void feed(DocumentKind kind, String number, int hour, DocumentLink from, LineQuantity... parts) {
        HostDocument document = new HostDocument(
                new DocumentLink(kind, number),
                NOON.plusSeconds(3_600L * hour),
                null,
                DocumentStatus.OPEN,
                Money.of("7", "EUR"),
                subjects,
                List.of(from),
                List.of(parts));
        fed.add(new FedDocument(new UUID(0, fed.size() + 1L), document));
    }

    private static DocumentLink link(DocumentKind kind, String number) {
        return new DocumentLink(kind, number);
    }

    private static List<String> links(List<DocumentSummary> documents) {
        return documents.stream().map(document -> document.link().toString()).toList();
    }

    @Test
    void theChainPassesOverADraftThatWasCalledOff() {
        DocumentParties parties = new DocumentParties(
                session.sellers().add(new AddSeller("Bruno", null)).id(), company, null, null);
        Quote draft = session.quotes()
                .draft(new DraftQuote(
                        parties,
                        new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 3), null, null, null),
                        List.of(DraftQuote.Line.of("Pump", "10", "100", TaxCategory.rate("22"))),
                        List.of()));
        Quote first = session.quotes().markSent(draft.id(), draft.revision());
        Quote second = session.quotes().revise(first.id());
        session.quotes().cancel(second.id(), null, second.revision());
        Quote third = session.quotes().revise(first.id());
        session.quotes().markSent(third.id(), third.revision());
        List<DocumentLink> before = List.of(DocumentLink.of(first));
        assertEquals(
                List.of(List.of(), before, before),
                session.documents().chain(third.id()).documents().stream()
                        .sorted(Comparator.comparing((DocumentChain.Link link) ->
                                link.document().link().number()))
                        .map(DocumentChain.Link::origins)
                        .toList());
    }

    @Test
    void theChainGoesFromTheFirstRevisionToTheReceiptWhoeverKeepsTheDocuments() {
        Quote quote = accepted();
        SalesOrder order = session.orders().order(OrderQuote.all(quote.id()));
        DocumentLink ours = DocumentLink.of(order);
        record(DocumentKind.DELIVERY_NOTE, "DN 7", 1, ours, part(order, 1, "10"));
        feed(DocumentKind.INVOICE, "2026/17", 2, link(DocumentKind.DELIVERY_NOTE, "DN 7"), part(order, 1, "10"));
        record(DocumentKind.RECEIPT, "R-1", 3, link(DocumentKind.INVOICE, "2026/17"));
        record(DocumentKind.INVOICE, "2026/99", 3, link(DocumentKind.SALES_ORDER, "O-2026-99999"));

        DocumentChain chain = session.documents().chain(quote.id());
        assertEquals(
                List.of(
                        "QUOTE Q-2026-00001",
                        "QUOTE Q-2026-00001/2",
                        "SALES_ORDER O-2026-00001",
                        "DELIVERY_NOTE DN 7",
                        "INVOICE 2026/17",
                        "RECEIPT R-1"),
                chain.documents().stream()
                        .map(link -> link.document().link().toString())
                        .toList());
        assertEquals(
                List.of("SUPERSEDED", "ACCEPTED"),
                chain.of(DocumentKind.QUOTE).stream()
                        .map(DocumentSummary::status)
                        .toList());
        assertEquals(
                List.of("SALES_ORDER O-2026-00001"), links(chain.madeFrom(link(DocumentKind.QUOTE, "Q-2026-00001/2"))));
        assertEquals(
                Set.of(
                        link(DocumentKind.DELIVERY_NOTE, "DN 7"),
                        link(DocumentKind.INVOICE, "2026/17"),
                        link(DocumentKind.RECEIPT, "R-1")),
                chain.following(ours));
    }

    @Test
    void aChainThatTurnsBackOnItselfEnds() {
        Quote quote = accepted();
        DocumentLink one = link(DocumentKind.INVOICE, "1");
        DocumentLink two = link(DocumentKind.CREDIT_NOTE, "2");
        session.documents()
                .record(RecordDocument.open(DocumentKind.INVOICE, "1", NOON, subjects)
                        .from(two, DocumentLink.of(quote)));
        record(DocumentKind.CREDIT_NOTE, "2", 1, one);
        DocumentChain chain = session.documents().chain(quote.id());
        assertEquals(List.of("INVOICE 1"), links(chain.of(DocumentKind.INVOICE)));
        assertEquals(Set.of(one, two), chain.following(one));
    }

    @Test
    void whatIsLeftIsWhatWasOrderedLessWhatTheHostsDocumentsTell() {
        Quote quote = accepted();
        SalesOrder order = session.orders().order(OrderQuote.all(quote.id()));
        DocumentLink ours = DocumentLink.of(order);
        record(DocumentKind.DELIVERY_NOTE, "1", 1, ours, part(order, 1, "6"), part(order, 2, "1"));
        feed(DocumentKind.DELIVERY_NOTE, "2", 2, ours, part(order, 1, "3"));
        record(DocumentKind.DELIVERY_NOTE, "3", 3, link(DocumentKind.DELIVERY_NOTE, "1"), part(order, 1, "-2"));
        record(
                DocumentKind.INVOICE,
                "4",
                4,
                link(DocumentKind.DELIVERY_NOTE, "1"),
                part(order, 1, "6"),
                part(order, 2, "5"));
        record(DocumentKind.CREDIT_NOTE, "5", 5, link(DocumentKind.INVOICE, "4"), part(order, 1, "2"));
        record(DocumentKind.INVOICE, "6", 6, ours);
        session.documents()
                .record(RecordDocument.open(DocumentKind.DELIVERY_NOTE, "7", NOON, subjects)
                        .from(ours)
                        .of(part(order, 1, "10"))
                        .at(DocumentStatus.CANCELLED));

        Fulfilment fulfilment = session.documents().fulfilment(order.id());
        Fulfilment.Line pumps = fulfilment.lines().get(0);
        assertEquals(new BigDecimal("7"), pumps.delivered());
        assertEquals(new BigDecimal("3"), pumps.toDeliver());
        assertEquals(new BigDecimal("4"), pumps.invoiced());
        assertEquals(new BigDecimal("6"), pumps.toInvoice());
        Fulfilment.Line cabinets = fulfilment.lines().get(1);
        assertEquals(new BigDecimal("5"), cabinets.invoiced());
        assertEquals(BigDecimal.ZERO, cabinets.toInvoice());
        assertEquals(List.of(link(DocumentKind.INVOICE, "6")), fulfilment.silent());
        // 700 of the pumps' 1,000 and 750 of the cabinets' 3,000; 400 and all 3,000
        assertEquals(0.3625, fulfilment.deliveredShare().orElseThrow(), 1e-12);
        assertEquals(0.85, fulfilment.invoicedShare().orElseThrow(), 1e-12);
    }

    @Test
    void aPlainOrderHasEverythingLeft() {
        Quote quote = accepted();
        SalesOrder part = session.orders().order(new OrderQuote(quote.id(), "one", Map.of(1, BigDecimal.ONE)));
        Fulfilment fulfilment = session.documents().fulfilment(part.id());
        assertEquals(
                List.of(BigDecimal.ONE),
                fulfilment.lines().stream().map(Fulfilment.Line::toDeliver).toList());
        assertEquals(0, fulfilment.deliveredShare().orElseThrow());
        assertEquals(List.of(), fulfilment.silent());
    }

    @Test
    void theHostsDocumentsStandOnTheTimelineAmongOurs() {
        Quote quote = accepted();
        SalesOrder order = session.orders().order(OrderQuote.all(quote.id()));
        record(DocumentKind.DELIVERY_NOTE, "DN 7", 1, DocumentLink.of(order));
        feed(DocumentKind.INVOICE, "2026/17", 2, DocumentLink.of(order));
        feed(DocumentKind.RECEIPT, "R-1", -24, DocumentLink.of(order));
        TimelineRequest documents = TimelineRequest.newest(10)
                .only(
                        EntryKind.QUOTE,
                        EntryKind.SALES_ORDER,
                        EntryKind.DELIVERY_NOTE,
                        EntryKind.INVOICE,
                        EntryKind.RECEIPT);
        List<String> shown = shown(session.timelines().of(company, documents));
        assertEquals("INVOICE 2026/17", shown.get(0));
        assertEquals("DELIVERY_NOTE DN 7", shown.get(1));
        // of one instant, in the order of their keys
        assertEquals(
                Set.of("QUOTE Q-2026-00001", "QUOTE Q-2026-00001/2", "SALES_ORDER O-2026-00001"),
                Set.copyOf(shown.subList(2, 5)));
        assertEquals("RECEIPT R-1", shown.get(5));
        assertEquals(
                List.of("INVOICE 2026/17", "RECEIPT R-1"),
                shown(session.timelines()
                        .of(company, TimelineRequest.newest(10).only(EntryKind.INVOICE, EntryKind.RECEIPT))));
    }

    private static List<String> shown(TimelinePage page) {
        return page.entries().stream()
                .map(entry -> ((Entry.OfDocument) entry).document().link().toString())
                .toList();
    }

    @Test
    void pagesOfAnySizeListEachDocumentOnceInOneOrderBothWays() {
        Quote quote = accepted();
        for (int i = 0; i < 12; i++) {
            // several at one instant, and some at that of ours
            feed(DocumentKind.INVOICE, "F" + i, i % 3, DocumentLink.of(quote));
            record(DocumentKind.INVOICE, "R" + i, i % 3, DocumentLink.of(quote));
        }
        List<Entry> whole =
                session.timelines().of(company, TimelineRequest.newest(1_000)).entries();
        assertEquals(
                24,
                whole.stream()
                        .filter(entry -> entry.kind() == EntryKind.INVOICE)
                        .count());
        for (int size = 1; size <= 7; size++) {
            List<Entry> older = new ArrayList<>();
            TimelinePage page = session.timelines().of(company, TimelineRequest.newest(size));
            older.addAll(page.entries());
            while (page.more()) {
                page = session.timelines()
                        .of(
                                company,
                                TimelineRequest.newest(size)
                                        .olderThan(page.oldest().orElseThrow()));
                older.addAll(page.entries());
            }
            assertEquals(whole, older, "pages of " + size);
            List<Entry> newer = new ArrayList<>();
            page = session.timelines().of(company, TimelineRequest.oldest(size));
            newer.addAll(0, page.entries());
            while (page.more()) {
                page = session.timelines()
                        .of(
                                company,
                                TimelineRequest.oldest(size)
                                        .newerThan(page.newest().orElseThrow()));
                newer.addAll(0, page.entries());
            }
            assertEquals(whole, newer, "pages of " + size);
        }
    }

    @Test
    void aFeedThatAnswersWithWhatWasNotAskedForIsRefused() {
        feed(DocumentKind.INVOICE, "1", 0, link(DocumentKind.QUOTE, "Q-2026-00001"));
        List<FedDocument> all = List.copyOf(fed);
        DocumentFeed careless = new DocumentFeed() {
            @Override
            public List<FedDocument> nearest(TenantId tenant, FeedQuery query) {
                return all;
            }

            @Override
            public List<FedDocument> madeFrom(TenantId tenant, Collection<DocumentLink> origins) {
                return List.of();
            }
        };
        CrmSession other =
                Crm.builder().stores(stores).documents(careless).build().as(new Actor(TENANT, "anna"));
        CompanyId stranger =
                session.companies().add(AddCompany.named("Stranger")).id();
        assertEquals(
                "the document feed answered with what was not asked for: INVOICE 1",
                String.valueOf(assertThrows(
                                StoreException.class, () -> other.timelines().of(stranger, TimelineRequest.newest(10)))
                        .getMessage()));
    }

    @Test
    void whoMayNotSeeACompanySeesNoneOfItsDocuments() {
        Quote quote = accepted();
        DocumentReference reference = record(DocumentKind.DELIVERY_NOTE, "DN 7", 1, DocumentLink.of(quote));
        feed(DocumentKind.INVOICE, "2026/17", 2, DocumentLink.of(quote));
        SellerId bert = session.sellers().add(new AddSeller("Bert", null)).id();
        SellerId cleos = session.sellers().add(new AddSeller("Cleo", null)).id();
        Company berts = session.companies()
                .find(company)
                .orElseThrow()
                .withRelationship(new Relationship(bert, SalesStage.PROSPECT, null, PartyState.ACTIVE));
        stores.transactions().write(() -> stores.companies().save(TENANT, berts));
        CrmSession cleo = builder()
                .access(RolePolicy.of(actor -> new RolePolicy.Assignment(Role.seller(), cleos)))
                .build()
                .as(new Actor(TENANT, "cleo"));
        assertEquals(
                List.of(),
                cleo.timelines().of(company, TimelineRequest.newest(10)).entries());
        assertEquals(true, cleo.documents().find(reference.id()).isEmpty());
        assertEquals(0, cleo.documents().count());
        assertThrows(
                io.crmkit.core.value.NotFoundException.class,
                () -> cleo.documents().chain(quote.id()));
    }

    @Test
    void recordingAgainTellsWhatHasBecomeOfTheSameDocument() {
        DocumentLink order = link(DocumentKind.SALES_ORDER, "O-2026-00001");
        DocumentReference first = record(DocumentKind.INVOICE, "2026/17", 0, order);
        assertEquals(first, record(DocumentKind.INVOICE, "2026/17", 0, order));
        RecordDocument paid = RecordDocument.open(DocumentKind.INVOICE, "2026/17", NOON, subjects)
                .from(order)
                .worth(Money.of("1234.50", "EUR"))
                .at(DocumentStatus.COMPLETED);
        DocumentReference second = session.documents().record(paid);
        assertEquals(first.id(), second.id());
        assertNotEquals(first.revision(), second.revision());
        assertEquals(second, session.documents().find(second.document().link()).orElseThrow());
        assertEquals(1, session.documents().count());
        assertEquals(2, session.journal().of(first.id()).size());
    }

    @Test
    void everythingWrongWithADocumentIsSaid() {
        RecordDocument wish = RecordDocument.open(DocumentKind.INVOICE, "a|b\n", NOON, subjects);
        assertEquals(
                "RecordDocument is not valid: number 'a|b\\u000a' must not contain a bar; "
                        + "number 'a|b\\u000a' must not contain control characters",
                refusal(session, wish));
        RecordDocument ours =
                RecordDocument.open(DocumentKind.QUOTE, "Q-1", NOON, subjects).from(link(DocumentKind.QUOTE, "Q-1"));
        assertEquals(
                "RecordDocument is not valid: kind 'QUOTE' must be a document the host keeps, not a quote or a sales order; "
                        + "origins 'QUOTE Q-1' must be other documents, not the document itself",
                refusal(session, ours));
        assertTrue(refusal(session.in(Locale.ITALY), ours).contains("devono essere altri documenti"));
        assertEquals(
                "company or contact must be given: a document is for somebody",
                Stream.of(assertThrows(IllegalArgumentException.class, () -> new DocumentSubjects(null, null, null)))
                        .map(Throwable::getMessage)
                        .findFirst()
                        .orElseThrow());
        assertEquals(
                "line 1: quantity must not be 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new LineQuantity(
                                        io.crmkit.core.document.DocumentNumber.parse("O-2026-00001"),
                                        1,
                                        BigDecimal.ZERO))
                        .getMessage());
    }

    private static String refusal(CrmSession session, RecordDocument wish) {
        return String.valueOf(assertThrows(
                        InvalidCommandException.class, () -> session.documents().record(wish))
                .getMessage());
    }
}
