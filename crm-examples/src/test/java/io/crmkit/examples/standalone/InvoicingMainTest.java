package io.crmkit.examples.standalone;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.document.QuoteId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The library inside a host without a framework. */
class InvoicingMainTest {

    private static final Actor ANNA = new Actor(new TenantId("pumps"), "anna");

    private final List<String> heard = new ArrayList<>();
    private final Erp erp = new Erp(
            "invoicing-test",
            (tenant, changes) ->
                    changes.forEach(change -> heard.add(change.subject().kind())));

    @AfterEach
    void close() {
        erp.close();
    }

    private long orders() {
        return erp.transaction((manager, crm) -> crm.as(ANNA).orders().count());
    }

    private long invoices() {
        return erp.transaction((manager, crm) -> manager.createQuery("select count(i) from Invoice i", Long.class)
                .getSingleResult());
    }

    @Test
    void anOrderAndItsInvoiceAreMadeTogether() {
        QuoteId quote = erp.transaction((manager, crm) -> InvoicingMain.accepted(crm));
        Invoice invoice = erp.transaction((manager, crm) -> InvoicingMain.charge(manager, crm, quote));
        assertEquals(new BigDecimal("1470.10"), invoice.gross());
        assertEquals(1, orders());
        assertEquals(1, invoices());
        assertEquals("sales-order", heard.get(heard.size() - 1));
    }

    @Test
    void theExampleRuns() {
        assertDoesNotThrow(() -> InvoicingMain.main(new String[0]));
    }

    @Test
    void whatFailsAfterTheOrderUndoesOrderAndInvoice() {
        QuoteId quote = erp.transaction((manager, crm) -> InvoicingMain.accepted(crm));
        int before = heard.size();
        IllegalStateException printer = assertThrows(
                IllegalStateException.class,
                () -> erp.transaction((manager, crm) -> {
                    InvoicingMain.charge(manager, crm, quote);
                    throw new IllegalStateException("the printer is on fire");
                }));
        assertEquals("the printer is on fire", printer.getMessage());
        assertEquals(0, orders());
        assertEquals(0, invoices());
        assertEquals(before, heard.size(), "nothing is told of what was rolled back");
    }
}
