package io.crmkit.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.port.Stores;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.Seller;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.metrics.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows the developer who embeds the library. */
class HostReadmeTest {

    @Test
    void recordsWhatSellersDoAndCountsIt() {
        Stores stores = InMemoryStores.empty();
        Clock clock = Clock.fixed(Instant.parse("2026-03-12T09:30:00Z"), ZoneOffset.UTC);
        // readme: host
        Crm crm = Crm.builder().stores(stores).clock(clock).build(); // JpaStores.joining(entityManager) in a host
        CrmSession crmOfAnna = crm.as(new Actor(new TenantId("acme"), "anna"));

        Seller anna = crmOfAnna.sellers().add(new AddSeller("Anna Rossi", null));
        crmOfAnna.activities().record(RecordActivity.held(ActivityType.CALL, anna.id(), clock.instant()));
        crmOfAnna.activities().record(RecordActivity.held(ActivityType.MEETING, anna.id(), clock.instant()));

        Period march = Period.month(YearMonth.of(2026, 3), ZoneId.of("Europe/Rome"));
        TeamFunnel funnel =
                crmOfAnna.insights().activityFunnel(List.of(ActivityType.CALL, ActivityType.MEETING), march);
        System.out.println(funnel.all().conversions().get(0)); // 1 of 1, and how little that says
        // end
        assertEquals(1, funnel.all().conversions().get(0).numerator());
        assertEquals("Anna Rossi", funnel.sellers().get(0).name());
    }
}
