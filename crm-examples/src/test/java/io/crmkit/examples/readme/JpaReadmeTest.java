package io.crmkit.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import io.crmkit.jpa.JpaStores;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What crm-jpa-adapter's README shows who has a persistence unit of his own. */
class JpaReadmeTest {

    @Test
    void storesInTheHostsTransaction() {
        // readme: jpa
        EntityManagerFactory factory = Persistence.createEntityManagerFactory("shop");
        CompanyId acme = factory.callInTransaction(manager -> {
            CrmSession crm = session(manager);
            return crm.companies().add(AddCompany.named("Acme")).id();
        });
        factory.runInTransaction(manager -> {
            CrmSession crm = session(manager);
            crm.companies().find(acme).ifPresent(System.out::println);
        });
        // end
        try (factory) {
            assertThrows(
                    CancellationException.class,
                    () -> factory.runInTransaction(manager -> {
                        session(manager).companies().add(AddCompany.named("Nobody"));
                        throw new CancellationException("the host's own reason");
                    }));
            factory.runInTransaction(manager -> {
                CrmSession crm = session(manager);
                assertEquals("Acme", crm.companies().find(acme).orElseThrow().name());
                assertEquals(1, crm.companies().count());
            });
        }
    }

    // readme: jpa-session
    static CrmSession session(EntityManager manager) {
        Crm crm = Crm.builder().stores(JpaStores.joining(manager)).build();
        return crm.as(new Actor(new TenantId("acme"), "anna"));
    }
    // end
}
