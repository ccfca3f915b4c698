package io.crmkit.examples.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.helger.ubl21.UBL21Marshaller;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.DocumentStateException;
import io.crmkit.core.document.DocumentStatus;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.document.LineQuantity;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.DocumentFeed;
import io.crmkit.core.port.FedDocument;
import io.crmkit.core.port.FeedQuery;
import io.crmkit.core.port.QuoteSheet;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.DraftQuote;
import io.crmkit.core.service.OpenOpportunity;
import io.crmkit.core.service.OrderQuote;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.service.RecordDocument;
import io.crmkit.core.service.SalePolicy;
import io.crmkit.core.service.SendQuote;
import io.crmkit.core.team.Seller;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.TimelineRequest;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.DocumentChain;
import io.crmkit.core.view.Fulfilment;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One sale, from the first call to the receipt, as the people in it would tell it. */
class SaleScenarioTest {

    private static final TaxCategory VAT = TaxCategory.rate("22");

    private final GreenMail mailServer =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final Calendar calendar = new Calendar();
    private final Books books = new Books();

    /** The days of the story. */
    private static final class Calendar extends Clock {

        private Instant now = Instant.parse("2026-04-28T08:00:00Z");

        private void turnTo(String instant) {
            now = Instant.parse(instant);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Rome");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** The ERP system beside: its invoices are its own, and the CRM reads them where they are. */
    private static final class Books implements DocumentFeed {

        private final List<FedDocument> invoices = new ArrayList<>();

        private void invoice(HostDocument document) {
            invoices.add(new FedDocument(new UUID(0, invoices.size() + 1L), document));
        }

        @Override
        public List<FedDocument> nearest(TenantId tenant, FeedQuery query) {
            return query.nearest(invoices);
        }

        @Override
        public List<FedDocument> madeFrom(TenantId tenant, Collection<DocumentLink> origins) {
            return invoices.stream()
                    .filter(one -> one.document().origins().stream().anyMatch(origins::contains))
                    .toList();
        }
    }

    @BeforeEach
    void startTheMailServer() {
        mailServer.start();
    }

    @AfterEach
    void stopTheMailServer() {
        mailServer.stop();
    }

    private CrmSession anna() {
        SmtpServer smtp = new SmtpServer(
                "127.0.0.1",
                mailServer.getSmtp().getPort(),
                false,
                null,
                new EmailAddress("vendite@idraulicapo.example"),
                "Anna Rossi, Idraulica Po",
                Duration.ofSeconds(30));
        // readme: documents
        Crm crm = Crm.builder()
                .stores(InMemoryStores.empty())
                .clock(calendar)
                .renderer(new PdfQuoteRenderer(Sheets.LETTERHEAD)) // quotes as PDF files
                .mailer(new SmtpMailer(smtp, calendar)) // by SMTP, with a time limit
                .documents(books) // the ERP's invoices, where they are
                .sales(SalePolicy.WHOLE) // an order wins the negotiation
                .build();
        // end
        return crm.as(new Actor(new TenantId("idraulica"), "anna"));
    }

    @Test
    void fromTheFirstCallToTheReceipt() {
        CrmSession anna = anna();
        Seller seller = anna.sellers().add(new AddSeller("Anna Rossi", null));

        // On 28 April a brewery calls: it needs pumps. Anna notes the company, the caller and the call.
        Company brewery = anna.companies().add(AddCompany.named("Brauerei M\u00FCller & S\u00F6hne GmbH"));
        Person zoe = anna.people().add(new AddPerson("Zo\u00EB M\u00FCller", new EmailAddress("zoe@mueller.example")));
        anna.activities().record(RecordActivity.held(ActivityType.CALL, seller.id(), calendar.instant()));
        assertEquals(SalesStage.SUSPECT, brewery.relationship().stage());

        // It sounds serious: she opens a negotiation.
        Pipeline pipeline = anna.pipelines()
                .define(new DefinePipeline(
                        "Plants",
                        List.of(
                                new StageDefinition("Talking", StageKind.OPEN),
                                new StageDefinition("Won", StageKind.WON),
                                new StageDefinition("Lost", StageKind.LOST))));
        Opportunity deal = anna.opportunities()
                .open(new OpenOpportunity(
                        "Pumps for the brew house",
                        pipeline.id(),
                        new OpportunityParties(seller.id(), brewery.id(), zoe.id()),
                        null,
                        null,
                        LocalDate.of(2026, 6, 1)));

        // On 4 May she writes the quote, in minutes, and mails it.
        calendar.turnTo("2026-05-04T09:30:00Z");
        DocumentParties parties = new DocumentParties(seller.id(), brewery.id(), zoe.id(), deal.id());
        QuoteTerms terms = new QuoteTerms(
                Currency.getInstance("EUR"), LocalDate.of(2026, 6, 3), "30 days net", "Ex works Torino", null);
        Quote draft = anna.quotes()
                .draft(new DraftQuote(
                        parties, terms, List.of(DraftQuote.Line.of("Pump P-40", "10", "1240.50", VAT)), List.of()));
        SendQuote mail = SendQuote.to(
                Objects.requireNonNull(zoe.email()),
                "Our quote",
                "Dear Zo\u00EB,\n\nas promised.\n\nAnna",
                Locale.GERMANY);
        Quote first = anna.quotes().send(draft.id(), mail, draft.revision());
        assertEquals("Q-2026-00001", first.naturalKey());

        // Zoe wants a cabinet too. The first revision stays as it was; the second supersedes it when it is mailed.
        calendar.turnTo("2026-05-11T14:00:00Z");
        Quote next = anna.quotes().revise(first.id());
        Quote rewritten = anna.quotes()
                .rewrite(
                        next.id(),
                        new DraftQuote(
                                parties,
                                terms,
                                List.of(
                                        DraftQuote.Line.of("Pump P-40", "10", "1190", VAT),
                                        DraftQuote.Line.of("Control cabinet", "2", "3890", VAT)),
                                List.of()),
                        next.revision());
        Quote second = anna.quotes().send(rewritten.id(), mail, rewritten.revision());
        assertEquals(2, mailServer.getReceivedMessages().length);
        assertEquals(
                QuoteState.SUPERSEDED,
                anna.quotes().find(first.id()).orElseThrow().state());
        assertThrows(
                DocumentStateException.class,
                () -> anna.quotes()
                        .accept(
                                first.id(),
                                anna.quotes().find(first.id()).orElseThrow().revision()));

        // She says yes; with that the negotiation is won, and the brewery is a customer.
        calendar.turnTo("2026-05-18T10:00:00Z");
        Quote accepted = anna.quotes().accept(second.id(), second.revision());
        assertEquals(
                Outcome.WON,
                anna.opportunities().find(deal.id()).orElseThrow().standing().outcome());
        assertEquals(
                SalesStage.CUSTOMER,
                anna.companies().find(brewery.id()).orElseThrow().relationship().stage());

        // One click makes the order, and a second click makes no other.
        SalesOrder order = anna.orders().order(OrderQuote.all(accepted.id()));
        assertEquals(order, anna.orders().order(OrderQuote.all(accepted.id())));
        assertEquals(Money.of("19680.00", "EUR"), order.totals().net());
        QuoteSheet sheet = new QuoteSheet(accepted, seller, brewery, zoe, Locale.GERMANY);
        byte[] ubl = new UblExport(Sheets.LETTERHEAD).order(order, sheet);
        assertEquals(
                "O-2026-00001",
                Objects.requireNonNull(UBL21Marshaller.order().read(ubl)).getIDValue());

        // Eight pumps leave the house; the warehouse records its delivery note here. The ERP writes an invoice of its
        // own.
        DocumentSubjects subjects = DocumentSubjects.of(parties);
        LineQuantity eight = new LineQuantity(order.number(), 1, new BigDecimal("8"));
        anna.documents()
                .record(RecordDocument.open(
                                DocumentKind.DELIVERY_NOTE, "DDT 88", Instant.parse("2026-06-15T07:00:00Z"), subjects)
                        .from(DocumentLink.of(order))
                        .of(eight));
        books.invoice(new HostDocument(
                new DocumentLink(DocumentKind.INVOICE, "2026/17"),
                Instant.parse("2026-06-16T07:00:00Z"),
                LocalDate.of(2026, 7, 16),
                DocumentStatus.COMPLETED,
                Money.of("9520", "EUR"),
                subjects,
                List.of(new DocumentLink(DocumentKind.DELIVERY_NOTE, "DDT 88")),
                List.of(eight)));

        // In July the money comes in.
        calendar.turnTo("2026-07-10T10:00:00Z");
        anna.documents()
                .record(RecordDocument.open(DocumentKind.RECEIPT, "R-5", calendar.instant(), subjects)
                        .from(new DocumentLink(DocumentKind.INVOICE, "2026/17"))
                        .worth(Money.of("11614.40", "EUR"))
                        .at(DocumentStatus.COMPLETED));

        // The whole sale, from the quote to the receipt, whoever keeps which document.
        DocumentChain chain = anna.documents().chain(accepted.id());
        assertEquals(
                List.of(
                        "QUOTE Q-2026-00001",
                        "QUOTE Q-2026-00001/2",
                        "SALES_ORDER O-2026-00001",
                        "DELIVERY_NOTE DDT 88",
                        "INVOICE 2026/17",
                        "RECEIPT R-5"),
                chain.documents().stream()
                        .map(link -> link.document().link().toString())
                        .toList());

        // What is left: two pumps and both cabinets.
        Fulfilment fulfilment = anna.documents().fulfilment(order.id());
        assertEquals(
                List.of(new BigDecimal("2"), new BigDecimal("2")),
                fulfilment.lines().stream().map(Fulfilment.Line::toDeliver).toList());

        // And the company's timeline tells it in one order.
        List<Entry> timeline =
                anna.timelines().of(brewery.id(), TimelineRequest.newest(100)).entries();
        assertEquals(
                List.of(
                        EntryKind.RECEIPT,
                        EntryKind.INVOICE,
                        EntryKind.DELIVERY_NOTE,
                        EntryKind.SALES_ORDER,
                        EntryKind.QUOTE,
                        EntryKind.QUOTE),
                timeline.stream()
                        .filter(entry -> entry instanceof Entry.OfDocument)
                        .map(Entry::kind)
                        .toList());
        assertTrue(timeline.stream().anyMatch(entry -> entry.kind() == EntryKind.STAGE_MOVE));
    }
}
