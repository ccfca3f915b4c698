package io.crmkit.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.access.Role;
import io.crmkit.core.access.RolePolicy;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.Stores;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.DraftQuote;
import io.crmkit.core.service.OrderQuote;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.TimelineRequest;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What crm-core's README shows of a sale. */
class SaleReadmeTest {

    @Test
    void quotesAndOrders() {
        Stores stores = InMemoryStores.empty();
        Clock clock = Clock.fixed(Instant.parse("2026-03-12T09:30:00Z"), ZoneOffset.UTC);
        TenantId tenant = new TenantId("acme");
        SellerId seller = Crm.builder()
                .stores(stores)
                .build()
                .as(new Actor(tenant, "root"))
                .sellers()
                .add(new AddSeller("Anna Rossi", null))
                .id();
        // readme: sale
        Crm crm = Crm.builder()
                .stores(stores)
                .clock(clock)
                .access(RolePolicy.of(actor -> new RolePolicy.Assignment(Role.seller(), seller)))
                .build();
        CrmSession anna = crm.as(new Actor(tenant, "anna"));

        CompanyId acme = anna.companies().add(AddCompany.named("Acme")).id();
        PersonId zoe = anna.people()
                .add(new AddPerson("Zoe Bianchi", new EmailAddress("zoe@acme.example")))
                .id();

        Quote draft = anna.quotes()
                .draft(new DraftQuote(
                        new DocumentParties(seller, acme, zoe, null),
                        new QuoteTerms(
                                Currency.getInstance("EUR"), LocalDate.of(2026, 4, 30), "30 days net", null, null),
                        List.of(DraftQuote.Line.of("Pump P-200", "10", "120.50", TaxCategory.rate("22"))),
                        List.of()));
        Quote sent = anna.quotes().markSent(draft.id(), draft.revision());
        Quote accepted = anna.quotes().accept(sent.id(), sent.revision());
        SalesOrder order = anna.orders().order(OrderQuote.all(accepted.id())); // pressed twice, the same order
        System.out.println(order.number() + ": " + order.totals().gross()); // O-2026-00001: 1470.10 EUR

        for (Entry entry : anna.timelines().of(acme, TimelineRequest.newest(50)).entries()) {
            System.out.println(entry.at() + " " + entry.kind()); // newest first, only what Anna may see
        }
        // end
        assertEquals(
                "O-2026-00001: 1470.10 EUR",
                order.number() + ": " + order.totals().gross());
        assertEquals(order, anna.orders().order(OrderQuote.all(accepted.id())));
        assertEquals(
                List.of(EntryKind.SALES_ORDER, EntryKind.QUOTE, EntryKind.ADDED),
                anna.timelines().of(acme, TimelineRequest.newest(50)).entries().stream()
                        .map(Entry::kind)
                        .toList());
    }
}
