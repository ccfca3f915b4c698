package io.crmkit.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import io.crmkit.examples.exchange.CardReport;
import io.crmkit.examples.exchange.ContactCards;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What crm-examples' README shows of contacts. */
class CardsReadmeTest {

    @Test
    void carriesContactsAbout(@TempDir Path folder) throws IOException {
        Crm crm = Crm.builder().stores(InMemoryStores.empty()).build();
        CrmSession anna = crm.as(new Actor(new TenantId("acme"), "anna"));
        CrmSession ben = crm.as(new Actor(new TenantId("initech"), "ben"));
        anna.people().add(new AddPerson("Zoe Bianchi", new EmailAddress("zoe@acme.example")));
        LocalDate today = LocalDate.of(2026, 3, 12);
        Path file = folder.resolve("contacts.vcf");
        // readme: cards
        ContactCards cards = new ContactCards(anna, today);
        var firstHundred = anna.people().page(PageRequest.first(100)).items();
        Files.writeString(file, ContactCards.text(cards.of(firstHundred)));

        try (Reader text = Files.newBufferedReader(file)) {
            CardReport report = new ContactCards(ben, today).add(text);
            System.out.println(report.people() + " people, " + report.problems()); // 1 people, []
        }
        // end
        assertEquals(1, ben.people().count());
        assertTrue(Files.readString(file).contains("FN:Zoe Bianchi"));
    }
}
