package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.TeamFields;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.team.Team;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a service answers which records are meant. */
class SelectionTest {

    private final Crm crm = Crm.builder().stores(InMemoryStores.empty()).build();
    private final CrmSession anna = crm.as(new Actor(new TenantId("acme"), "anna"));

    @Test
    void theRecordsThatAreMeantAreListedByPagesAndCounted() {
        crm.as(new Actor(new TenantId("other"), "eva")).teams().add(new AddTeam("North of others", "EU"));
        for (String name : List.of("North 1", "South", "North 2", "North 3")) {
            anna.teams().add(new AddTeam(name, "EU"));
        }
        Criterion<Team> north = TeamFields.NAME.startsWith("north");
        Page<Team> first = anna.teams().select(north, PageRequest.first(2));
        Page<Team> second = anna.teams().select(north, first.next(2).orElseThrow());
        assertEquals(List.of(List.of("North 1", "North 2"), List.of("North 3")), List.of(names(first), names(second)));
        assertEquals(3, anna.teams().count(north));
        assertEquals(4, anna.teams().count());
    }

    private static List<String> names(Page<Team> page) {
        return page.items().stream().map(Team::name).toList();
    }
}
