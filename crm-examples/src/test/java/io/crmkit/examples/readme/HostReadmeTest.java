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
import io.crmkit.metrics.funnel.Conversion;
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

        // io.crmkit.metrics.Period, and not the one of java.time
        Period march = Period.month(YearMonth.of(2026, 3), ZoneId.of("Europe/Rome"));
        TeamFunnel funnel =
                crmOfAnna.insights().activityFunnel(List.of(ActivityType.CALL, ActivityType.MEETING), march);
        Conversion meetings = funnel.all().conversions().get(0);
        System.out.println(meetings.numerator() + " of " + meetings.denominator()); // 1 of 1
        System.out.println(meetings.interval(0.95).orElseThrow()); // lower=0.206..., upper=1.0: how little that says
        // end
        assertEquals("1 of 1", meetings.numerator() + " of " + meetings.denominator());
        assertEquals(0.2, meetings.interval(0.95).orElseThrow().lower(), 0.01);
        assertEquals(1, meetings.interval(0.95).orElseThrow().upper(), 1e-12);
        assertEquals("Anna Rossi", funnel.sellers().get(0).name());
    }
}
