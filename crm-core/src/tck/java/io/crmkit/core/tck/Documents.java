package io.crmkit.core.tck;

import io.crmkit.core.document.DocumentAllowance;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentReferenceId;
import io.crmkit.core.document.DocumentStatus;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.document.LineKind;
import io.crmkit.core.document.LineQuantity;
import io.crmkit.core.document.OrderProgress;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.OrderedQuantity;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteNumber;
import io.crmkit.core.document.QuoteProgress;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.tck.Specimens.Values;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Quotes and orders to test with. */
final class Documents {

    /* numbers are unique in a tenant, and one database may see many runs */
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() & 0xFFFFFFFFFFFL);

    private static final Currency EURO = Currency.getInstance("EUR");

    private Documents() {}

    static Quote bareQuote(QuoteId id) {
        return Quote.draft(
                id, number("B"), new DocumentParties(seller(), company(), null, null), terms(LocalDate.EPOCH, null));
    }

    static Quote quote(QuoteId id, Values v) {
        LocalDate day = LocalDate.ofInstant(v.at(), ZoneOffset.UTC);
        return new Quote(
                id,
                Revision.NONE,
                new QuoteNumber(number("Q"), v.second() ? 2 : 3),
                parties(),
                terms(day.plusDays(30), v.text()),
                lines(v),
                List.of(new DocumentAllowance(v.text(), Money.of("0.05", "EUR"), vat(v))),
                new QuoteProgress(
                        v.second() ? QuoteState.DECLINED : QuoteState.ACCEPTED,
                        v.at(),
                        v.second() ? 2 : 1,
                        (v.second() ? "0b" : "1a").repeat(32),
                        v.at().plusSeconds(60),
                        v.text()),
                List.of(new OrderedQuantity(
                        new SalesOrderId(UUID.randomUUID()), 1, new BigDecimal(v.second() ? "0.5" : "0.25"))),
                Extras.fields(v),
                Extras.tags(v));
    }

    static SalesOrder bareOrder(SalesOrderId id) {
        return new SalesOrder(
                id,
                Revision.NONE,
                number("B"),
                new QuoteId(UUID.randomUUID()),
                "bare",
                new DocumentParties(seller(), null, person(), null),
                EURO,
                lines(Values.FIRST),
                List.of(),
                new OrderProgress(OrderState.CONFIRMED, Instant.EPOCH, null, null),
                CustomFields.NONE,
                Set.of());
    }

    static SalesOrder order(SalesOrderId id, Values v) {
        return new SalesOrder(
                id,
                Revision.NONE,
                number("O"),
                new QuoteId(UUID.randomUUID()),
                "request of " + (v.second() ? "two" : "one"),
                parties(),
                EURO,
                lines(v),
                List.of(new DocumentAllowance(v.text(), Money.of("0.05", "EUR"), vat(v))),
                new OrderProgress(OrderState.CANCELLED, v.at(), v.at().plusSeconds(5), v.text()),
                Extras.fields(v),
                Extras.tags(v));
    }

    static Quote draft(DocumentParties parties) {
        Quote empty = Quote.draft(new QuoteId(UUID.randomUUID()), number("T"), parties, terms(LocalDate.EPOCH, null));
        return empty.rewritten(parties, empty.terms(), lines(Values.FIRST), List.of());
    }

    static SalesOrder order(SalesOrderId id, DocumentParties parties, Instant at) {
        return new SalesOrder(
                id,
                Revision.NONE,
                number("T"),
                new QuoteId(UUID.randomUUID()),
                "any",
                parties,
                EURO,
                lines(Values.FIRST),
                List.of(),
                new OrderProgress(OrderState.CONFIRMED, at, null, null),
                CustomFields.NONE,
                Set.of());
    }

    static DocumentReference reference(DocumentReferenceId id, DocumentKind kind, Instant at, CompanyId company) {
        return new DocumentReference(
                id,
                Revision.NONE,
                new HostDocument(
                        new DocumentLink(kind, number("T").toString()),
                        at,
                        null,
                        DocumentStatus.OPEN,
                        null,
                        new DocumentSubjects(company, null, null),
                        List.of(),
                        List.of()));
    }

    static DocumentReference moved(DocumentReference reference, Instant at, CompanyId company) {
        HostDocument before = reference.document();
        return reference.withDocument(new HostDocument(
                before.link(),
                at,
                before.dueOn(),
                DocumentStatus.COMPLETED,
                before.amount(),
                new DocumentSubjects(company, null, null),
                before.origins(),
                before.quantities()));
    }

    static DocumentReference bareReference(DocumentReferenceId id) {
        DocumentLink link = new DocumentLink(DocumentKind.RECEIPT, number("B").toString());
        DocumentSubjects subjects = new DocumentSubjects(null, person(), null);
        HostDocument document =
                new HostDocument(link, Instant.EPOCH, null, DocumentStatus.OPEN, null, subjects, List.of(), List.of());
        return new DocumentReference(id, Revision.NONE, document);
    }

    static DocumentReference reference(DocumentReferenceId id, Values v) {
        DocumentNumber order = number("O");
        HostDocument document = new HostDocument(
                new DocumentLink(
                        v.second() ? DocumentKind.INVOICE : DocumentKind.DELIVERY_NOTE,
                        number("H") + " \u00C4\uD83D\uDE80"),
                v.at(),
                LocalDate.ofInstant(v.at(), ZoneOffset.UTC).plusDays(30),
                v.second() ? DocumentStatus.PARTLY_COMPLETED : DocumentStatus.COMPLETED,
                v.money(),
                DocumentSubjects.of(parties()),
                List.of(
                        new DocumentLink(DocumentKind.SALES_ORDER, order.toString()),
                        new DocumentLink(DocumentKind.HOST_ORDER, "no. " + v.at().getNano() + " / \u00DF")),
                List.of(
                        new LineQuantity(order, 1, new BigDecimal(v.second() ? "0.5" : "12.25")),
                        new LineQuantity(order, 7, new BigDecimal("-1"))));
        return new DocumentReference(id, Revision.NONE, document);
    }

    /** Quotes of three sellers in three states and two currencies, with lines whose prices are whole, or without any. */
    static List<Quote> quotes(int count) {
        List<SellerId> sellers = List.of(seller(), seller(), seller());
        return IntStream.range(0, count).mapToObj(i -> quote(i, sellers)).toList();
    }

    private static Quote quote(int i, List<SellerId> sellers) {
        DocumentParties parties = new DocumentParties(sellers.get(i % 3), company(), null, null);
        boolean sent = i % 5 < 3;
        return new Quote(
                new QuoteId(UUID.randomUUID()),
                Revision.NONE,
                new QuoteNumber(number("S"), 1),
                parties,
                new QuoteTerms(currency(i), LocalDate.EPOCH, null, null, null),
                i % 7 == 0 ? List.of() : List.of(whole(i)),
                List.of(),
                sent
                        ? new QuoteProgress(
                                i % 5 == 0 ? QuoteState.SENT : QuoteState.DECLINED, Instant.EPOCH, 1, null, null, null)
                        : QuoteProgress.DRAFT,
                List.of(),
                CustomFields.NONE,
                Set.of());
    }

    /** Orders like {@link #quotes}, in two states. */
    static List<SalesOrder> orders(int count) {
        List<SellerId> sellers = List.of(seller(), seller(), seller());
        return IntStream.range(0, count).mapToObj(i -> order(i, sellers)).toList();
    }

    private static SalesOrder order(int i, List<SellerId> sellers) {
        return new SalesOrder(
                new SalesOrderId(UUID.randomUUID()),
                Revision.NONE,
                number("S"),
                new QuoteId(UUID.randomUUID()),
                "any",
                new DocumentParties(sellers.get(i % 3), company(), null, null),
                currency(i),
                List.of(whole(i)),
                List.of(),
                i % 5 == 0
                        ? new OrderProgress(OrderState.CANCELLED, Instant.EPOCH, Instant.EPOCH, null)
                        : new OrderProgress(OrderState.CONFIRMED, Instant.EPOCH, null, null),
                CustomFields.NONE,
                Set.of());
    }

    private static Currency currency(int i) {
        return i % 4 == 0 ? Currency.getInstance("JPY") : EURO;
    }

    private static DocumentLine whole(int i) {
        return new DocumentLine(
                1,
                LineKind.STANDARD,
                null,
                "Pump",
                BigDecimal.valueOf(1 + i % 11),
                "C62",
                BigDecimal.valueOf(i),
                BigDecimal.ZERO,
                TaxCategory.NONE);
    }

    private static DocumentNumber number(String series) {
        return new DocumentNumber(series, 2026, NUMBERS.incrementAndGet());
    }

    private static QuoteTerms terms(LocalDate until, @org.jspecify.annotations.Nullable String text) {
        return new QuoteTerms(EURO, until, text, text, text == null ? null : text + "\n\u2026");
    }

    private static DocumentParties parties() {
        return new DocumentParties(seller(), company(), person(), new OpportunityId(UUID.randomUUID()));
    }

    private static List<DocumentLine> lines(Values v) {
        DocumentLine first = new DocumentLine(
                1,
                LineKind.STANDARD,
                new ProductId(UUID.randomUUID()),
                v.text(),
                new BigDecimal("12.5"),
                "HUR",
                new BigDecimal("0.123456"),
                new BigDecimal("2.25"),
                vat(v));
        DocumentLine second = new DocumentLine(
                7,
                v.second() ? LineKind.OPTIONAL : LineKind.ALTERNATIVE,
                null,
                v.text(),
                BigDecimal.ONE,
                "C62",
                BigDecimal.TEN,
                BigDecimal.ZERO,
                TaxCategory.NONE);
        return List.of(first, second);
    }

    private static TaxCategory vat(Values v) {
        return TaxCategory.rate(v.second() ? "5.5" : "22");
    }

    private static SellerId seller() {
        return new SellerId(UUID.randomUUID());
    }

    private static CompanyId company() {
        return new CompanyId(UUID.randomUUID());
    }

    private static PersonId person() {
        return new PersonId(UUID.randomUUID());
    }
}
