package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.journal.Change;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddTeam;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What listeners are told of a host's transactions. */
class EventsTest {

    private final Actor anna = new Actor(new TenantId("tenant " + UUID.randomUUID()), "anna");
    private final List<List<Change>> delivered = new ArrayList<>();
    private final List<Long> visible = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void whatIsCommittedIsDeliveredWhenOthersSeeIt(Database database) {
        JpaSession host = JpaSession.on(database);
        JpaSession other = JpaSession.on(database);
        CrmSession session = Crm.builder()
                .stores(host.stores())
                .listener((tenant, changes) -> {
                    delivered.add(changes);
                    visible.add(other.stores().journal().last(tenant));
                })
                .build()
                .as(anna);
        host.rollBack(() -> session.companies().add(AddCompany.named("Gone")));
        host.write(() -> session.together(both -> {
            both.teams().add(new AddTeam("North", null));
            return both.companies().add(AddCompany.named("Graz Pumps"));
        }));
        host.write(() -> session.companies().add(AddCompany.named("Linz Valves")));
        assertEquals(List.of(2L, 3L), visible);
        assertEquals(
                session.journal().after(0),
                delivered.stream().flatMap(List::stream).toList());
        assertEquals(List.of(2, 1), delivered.stream().map(List::size).toList());
        host.close();
        other.close();
    }

    @ParameterizedTest
    @EnumSource
    void withoutAHookListenersAreRefusedAndTheMessageNamesBothWays(Database database) {
        var manager = database.factory().createEntityManager();
        Crm.Builder builder =
                Crm.builder().stores(JpaStores.joining(manager)).listener((tenant, changes) -> delivered.add(changes));
        String refused = String.valueOf(
                assertThrows(IllegalStateException.class, builder::build).getMessage());
        assertTrue(refused.contains("JpaStores.joining(entityManager, hook)"), refused);
        assertTrue(refused.contains("session.journal().after(sequence)"), refused);
        manager.close();
    }
}
