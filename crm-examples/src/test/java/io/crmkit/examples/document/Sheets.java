package io.crmkit.examples.document;

import io.crmkit.core.document.DocumentAllowance;
import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.LineKind;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.port.QuoteSheet;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import java.awt.Color;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quotes to make files of. */
final class Sheets {

    static final Instant ISSUED = Instant.parse("2026-05-04T09:30:00Z");
    static final TaxCategory VAT = TaxCategory.rate("22");
    static final TaxCategory REDUCED = TaxCategory.rate("10");

    static final Letterhead LETTERHEAD = new Letterhead(
            "Idraulica Po S.r.l.",
            List.of(
                    "Idraulica Po S.r.l.",
                    "Via Lagrange 12, 10123 Torino, Italia",
                    "+39 011 555 0100",
                    "vendite@idraulicapo.example"),
            List.of(
                    "P. IVA IT01234567890 \u00B7 REA TO-1234567 \u00B7 Capitale sociale 100.000 \u20AC i.v.",
                    "IBAN IT60 X054 2811 1010 0000 0123 456 \u00B7 BIC EXAMITTT"),
            PdfQuoteRendererTest.class.getResource("logo.png"),
            new Color(0x0F, 0x4C, 0x75),
            ZoneId.of("Europe/Rome"));

    private Sheets() {}

    static DocumentLine line(
            int number,
            LineKind kind,
            String description,
            String quantity,
            String unit,
            String price,
            String discount,
            TaxCategory tax) {
        return new DocumentLine(
                number,
                kind,
                null,
                description,
                new BigDecimal(quantity),
                unit,
                new BigDecimal(price),
                new BigDecimal(discount),
                tax);
    }

    static List<DocumentLine> lines() {
        return List.of(
                line(
                        1,
                        LineKind.STANDARD,
                        "Centrifugal pump P-40, stainless steel, 4.0 kW, flange DN 50",
                        "10",
                        "C62",
                        "1240.50",
                        "5",
                        VAT),
                line(
                        2,
                        LineKind.STANDARD,
                        "Control cabinet with frequency converter and touch panel; wired, tested, with a CE declaration and drawings in two languages",
                        "2",
                        "C62",
                        "3890",
                        "0",
                        VAT),
                line(
                        3,
                        LineKind.STANDARD,
                        "Pipe DN 50, seamless, cut to length",
                        "126.5",
                        "MTR",
                        "18.425",
                        "12.5",
                        VAT),
                line(4, LineKind.STANDARD, "Installation on site by two fitters", "32", "HUR", "68", "0", VAT),
                line(
                        5,
                        LineKind.STANDARD,
                        "Manuals in print: operating, maintenance, spare parts",
                        "3",
                        "C62",
                        "45",
                        "0",
                        REDUCED),
                line(6, LineKind.OPTIONAL, "Spare parts for two years of operation", "1", "C62", "1290", "0", VAT),
                line(
                        7,
                        LineKind.ALTERNATIVE,
                        "Instead of item 1: cast iron pump P-40 G",
                        "10",
                        "C62",
                        "890",
                        "5",
                        VAT));
    }

    static QuoteSheet sheet(List<DocumentLine> lines, Locale locale) {
        return sheet(
                lines,
                "30 days net, without deduction",
                "Ex works Torino (Incoterms 2020), six weeks after your order",
                "Thank you for your enquiry of 28 April.\nPrices hold for delivery in one lot.",
                locale,
                "Brauerei M\u00FCller & S\u00F6hne GmbH");
    }

    static QuoteSheet sheet(
            List<DocumentLine> lines,
            String payment,
            @Nullable String delivery,
            String note,
            Locale locale,
            String company) {
        CompanyId customer = new CompanyId(new UUID(1, 2));
        PersonId contact = new PersonId(new UUID(1, 3));
        SellerId seller = new SellerId(new UUID(1, 4));
        Quote draft = Quote.draft(
                new QuoteId(new UUID(1, 1)),
                new DocumentNumber("Q", 2026, 17),
                new DocumentParties(seller, customer, contact, null),
                new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 3), payment, delivery, note));
        List<DocumentAllowance> allowances =
                List.of(new DocumentAllowance("Loyalty discount", Money.of("150", "EUR"), VAT));
        Quote sent = draft.rewritten(draft.parties(), draft.terms(), lines, allowances)
                .sent(ISSUED, LocalDate.of(2026, 5, 4), null);
        Company named = Company.named(customer, company)
                .withContactPoints(List.of(PostalPoint.of(
                        new PostalAddress("Gro\u00DFe Stra\u00DFe 5", "49074", "Osnabr\u00FCck", null, "DE"))));
        return new QuoteSheet(
                sent,
                new Seller(seller, Revision.NONE, "Anna Rossi", null),
                named,
                new Person(contact, Revision.NONE, "Zo\u00EB M\u00FCller", new EmailAddress("zoe@mueller.example")),
                locale);
    }

    static List<DocumentLine> many(int count) {
        List<DocumentLine> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(line(
                    i,
                    LineKind.STANDARD,
                    "Valve DN " + (10 + i % 90) + ", brass, with seal set no. " + i,
                    "3",
                    "C62",
                    "17.35",
                    "0",
                    VAT));
        }
        return lines;
    }
}
