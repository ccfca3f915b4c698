package io.crmkit.examples.standalone;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.DraftQuote;
import io.crmkit.core.service.OrderQuote;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * An ERP in plain Java SE: a quote of the CRM's becomes an order and, in the same transaction, an invoice of the host's.
 *
 * <p>Shows that no framework is needed, and that whatever fails undoes both sides.
 */
public final class InvoicingMain {

    private static final Actor ANNA = new Actor(new TenantId("pumps"), "anna");

    private InvoicingMain() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try (Erp erp = new Erp(
                "invoicing",
                (tenant, changes) -> changes.forEach(
                        change -> out.println("heard: " + change.subject().kind())))) {
            QuoteId quote = erp.transaction((manager, crm) -> accepted(crm));
            Invoice invoice = erp.transaction((manager, crm) -> charge(manager, crm, quote));
            out.println("invoiced " + invoice.gross());
        }
    }

    /** Offers a pump, and notes that the customer has said yes. */
    static QuoteId accepted(Crm crm) {
        CrmSession session = crm.as(ANNA);
        SellerId anna = session.sellers().add(new AddSeller("Anna Rossi", null)).id();
        CompanyId acme = session.companies().add(AddCompany.named("Acme")).id();
        Quote draft = session.quotes()
                .draft(new DraftQuote(
                        new DocumentParties(anna, acme, null, null),
                        new QuoteTerms(
                                Currency.getInstance("EUR"), LocalDate.of(9999, 1, 1), "30 days net", null, null),
                        List.of(DraftQuote.Line.of("Pump P-200", "10", "120.50", TaxCategory.rate("22"))),
                        List.of()));
        Quote sent = session.quotes().markSent(draft.id(), draft.revision());
        return session.quotes().accept(sent.id(), sent.revision()).id();
    }

    /** Makes the order and the invoice, both or neither. */
    static Invoice charge(EntityManager manager, Crm crm, QuoteId quote) {
        SalesOrder order = crm.as(ANNA).orders().order(OrderQuote.all(quote));
        Invoice invoice = new Invoice(order);
        manager.persist(invoice);
        return invoice;
    }
}
