package io.crmkit.examples.document;

import static java.util.Objects.requireNonNull;

import com.helger.ubl21.UBL21Marshaller;
import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.LineKind;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.port.QuoteSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DeliveryTermsType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.LineItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.QuotationLineType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.SpecialTermsType;
import oasis.names.specification.ubl.schema.xsd.order_21.OrderType;
import oasis.names.specification.ubl.schema.xsd.quotation_21.QuotationType;
import org.jspecify.annotations.Nullable;

/**
 * Quotes and orders in the Universal Business Language 2.1 (OASIS, ISO/IEC 19845), for the customer's system to read.
 *
 * <p>Amounts are those of {@code totals()}. Lines of a quote that do not count stand as alternatives beside the counting line
 * before them, each saying what it is, so that the amounts of the quotation's lines add up to its total. A quotation has no
 * element for terms of payment: they stand in a note.
 */
public final class UblExport {

    private static final String VERSION = "2.1";

    private final Letterhead letterhead;
    private final UblParties parties;

    /**
     * Makes an export.
     *
     * @param letterhead who issues the documents
     */
    public UblExport(Letterhead letterhead) {
        this.letterhead = requireNonNull(letterhead, "letterhead");
        this.parties = new UblParties(letterhead);
    }

    /**
     * Writes a quote that was sent.
     *
     * @param sheet the quote, and who it is between
     * @return the document in UTF-8, valid by the schema of a quotation
     * @throws IllegalStateException if the schema does not take it, which says so
     */
    public byte[] quotation(QuoteSheet sheet) {
        Quote quote = sheet.quote();
        UblAmounts amounts = new UblAmounts(quote.terms().currency());
        QuotationType ubl = new QuotationType();
        ubl.setUBLVersionID(VERSION);
        ubl.setID(quote.number().toString());
        ubl.setIssueDate(day(Objects.requireNonNull(quote.progress().sentAt())));
        ubl.setPricingCurrencyCode(quote.terms().currency().getCurrencyCode());
        ubl.setLineCountNumeric(BigDecimal.valueOf(quote.lines().stream()
                .filter(line -> line.kind() == LineKind.STANDARD)
                .count()));
        PeriodType validity = new PeriodType();
        validity.setEndDate(quote.terms().validUntil());
        ubl.setValidityPeriod(validity);
        note(ubl, quote.terms().note());
        note(ubl, quote.terms().payment());
        ubl.setSellerSupplierParty(parties.seller(sheet));
        ubl.setBuyerCustomerParty(parties.buyer(sheet));
        ubl.setDeliveryTerms(delivery(quote.terms().delivery()));
        quote.allowances().forEach(allowance -> ubl.addAllowanceCharge(amounts.allowance(allowance)));
        ubl.addTaxTotal(amounts.taxes(quote.totals()));
        ubl.setQuotedMonetaryTotal(amounts.total(quote.totals()));
        lines(ubl, quote, amounts);
        return new UblWriter<>(UBL21Marshaller.quotation(), ubl).bytes();
    }

    private static void note(QuotationType ubl, @Nullable String text) {
        if (text != null) {
            ubl.addNote(new NoteType(text));
        }
    }

    private static void lines(QuotationType ubl, Quote quote, UblAmounts amounts) {
        for (DocumentLine line : quote.lines()) {
            if (line.kind() == LineKind.STANDARD) {
                QuotationLineType counting = new QuotationLineType();
                counting.setID(Integer.toString(line.number()));
                counting.setQuantity(line.quantity()).setUnitCode(line.unit());
                amounts.set(counting.setLineExtensionAmount(BigDecimal.ZERO), line);
                counting.setLineItem(amounts.item(line));
                ubl.addQuotationLine(counting);
            }
        }
        // beside the counting line before it, and the first where there is none before
        int passed = 0;
        for (DocumentLine line : quote.lines()) {
            if (line.kind() == LineKind.STANDARD) {
                passed++;
            } else {
                LineItemType besides = amounts.item(line);
                besides.addNote(new NoteType(line.kind().name()));
                ubl.getQuotationLine().get(Math.max(0, passed - 1)).addAlternativeLineItem(besides);
            }
        }
    }

    /**
     * Writes an order.
     *
     * @param order the order
     * @param sheet the quote it was made from, and who it is between
     * @return the document in UTF-8, valid by the schema of an order
     * @throws IllegalArgumentException if the order was made from another quote
     * @throws IllegalStateException if the schema does not take it, which says so
     */
    public byte[] order(SalesOrder order, QuoteSheet sheet) {
        if (!order.quote().equals(sheet.quote().id())) {
            throw new IllegalArgumentException("order " + order.number() + " must be one of quote "
                    + sheet.quote().number());
        }
        UblAmounts amounts = new UblAmounts(order.currency());
        OrderType ubl = new OrderType();
        ubl.setUBLVersionID(VERSION);
        ubl.setID(order.number().toString());
        ubl.setIssueDate(day(order.progress().orderedAt()));
        ubl.setDocumentCurrencyCode(order.currency().getCurrencyCode());
        ubl.setLineCountNumeric(BigDecimal.valueOf(order.lines().size()));
        DocumentReferenceType quotation = new DocumentReferenceType();
        quotation.setID(sheet.quote().number().toString());
        ubl.setQuotationDocumentReference(quotation);
        ubl.setBuyerCustomerParty(parties.buyer(sheet));
        ubl.setSellerSupplierParty(parties.seller(sheet));
        terms(ubl, sheet);
        order.allowances().forEach(allowance -> ubl.addAllowanceCharge(amounts.allowance(allowance)));
        ubl.addTaxTotal(amounts.taxes(order.totals()));
        ubl.setAnticipatedMonetaryTotal(amounts.total(order.totals()));
        for (DocumentLine line : order.lines()) {
            OrderLineType ordered = new OrderLineType();
            ordered.setLineItem(amounts.item(line));
            ubl.addOrderLine(ordered);
        }
        return new UblWriter<>(UBL21Marshaller.order(), ubl).bytes();
    }

    private static void terms(OrderType ubl, QuoteSheet sheet) {
        DeliveryTermsType delivery = delivery(sheet.quote().terms().delivery());
        if (delivery != null) {
            ubl.addDeliveryTerms(delivery);
        }
        String payment = sheet.quote().terms().payment();
        if (payment != null) {
            PaymentTermsType terms = new PaymentTermsType();
            terms.addNote(new NoteType(payment));
            ubl.addPaymentTerms(terms);
        }
    }

    private static @Nullable DeliveryTermsType delivery(@Nullable String text) {
        if (text == null) {
            return null;
        }
        DeliveryTermsType terms = new DeliveryTermsType();
        terms.addSpecialTerms(new SpecialTermsType(text));
        return terms;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, letterhead.zone());
    }
}
