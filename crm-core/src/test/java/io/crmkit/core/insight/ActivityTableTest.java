package io.crmkit.core.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.CountingRule;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.PassingStores;
import io.crmkit.core.service.ActivityContent;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.DefineActivityType;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.ActivityTable;
import io.crmkit.metrics.Period;
import io.crmkit.metrics.fact.Periods;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Activities by seller, period and step; both ways of counting against a count by hand. */
class ActivityTableTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final List<ActivityType> STEPS = List.of(ActivityType.CALL, ActivityType.MEETING);
    private static final Periods MONTHS = Periods.months(YearMonth.of(2026, 1), 6, ROME);
    /* so many days of so many sellers that the answer is a full cube */
    private static final Periods DAYS = Periods.days(LocalDate.of(2026, 1, 1), 181, ROME);
    private static final int SELLERS = 80;

    private final InMemoryStores stores = InMemoryStores.empty();
    private final CrmSession crm = Crm.builder()
            .stores(stores)
            .clock(Clock.fixed(Instant.parse("2026-12-31T12:00:00Z"), ZoneOffset.UTC))
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));
    private final Random random = new Random(20_261_128L);

    private List<Activity> recorded(int count) {
        List<SellerId> sellers = new ArrayList<>();
        for (int i = 0; i < SELLERS; i++) {
            sellers.add(crm.sellers().add(new AddSeller("Seller " + i, null)).id());
        }
        Instant first = MONTHS.period(0).from();
        List<Activity> recorded = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            recorded.add(crm.activities()
                    .record(RecordActivity.held(
                            List.of(ActivityType.CALL, ActivityType.MEETING, ActivityType.CONTRACT)
                                    .get(random.nextInt(3)),
                            sellers.get(random.nextInt(SELLERS)),
                            first.plusSeconds(random.nextInt(190 * 86_400)))));
        }
        return recorded;
    }

    private static void assertCountedByHand(List<Activity> recorded, ActivityTable table) {
        for (int p = 0; p < table.periods().size(); p++) {
            Period period = table.periods().get(p);
            for (int s = 0; s < STEPS.size(); s++) {
                ActivityType step = STEPS.get(s);
                List<Activity> counted = recorded.stream()
                        .filter(each -> each.type().equals(step) && period.contains(each.at()))
                        .toList();
                assertEquals(counted.size(), table.all().count(p, s));
                for (ActivityTable.Row row : table.sellers()) {
                    assertEquals(
                            counted.stream()
                                    .filter(each -> each.seller().equals(row.seller()))
                                    .count(),
                            row.counts().count(p, s));
                }
            }
        }
    }

    @Test
    void countsASmallAnswerInTheStore() {
        List<Activity> recorded = recorded(500);
        ActivityTable table = crm.insights().activityTable(STEPS, MONTHS);
        assertTrue(SELLERS * STEPS.size() <= Insights.MOST_COUNTED && MONTHS.size() <= Insights.MOST_PERIODS);
        assertCountedByHand(recorded, table);
        assertEquals("Seller 0", table.sellers().get(0).name());
    }

    @Test
    void countsAFullCubeFromBlocks() {
        List<Activity> recorded = recorded(5_000);
        assertTrue(DAYS.size() > Insights.MOST_PERIODS);
        assertCountedByHand(recorded, crm.insights().activityTable(STEPS, DAYS));
    }

    @Test
    void readsAFullCubeOnceAndNeverCountsItInTheStore() {
        recorded(100);
        List<String> asked = new ArrayList<>();
        Facts noticing = (Facts) Proxy.newProxyInstance(
                Facts.class.getClassLoader(), new Class<?>[] {Facts.class}, (proxy, method, given) -> {
                    asked.add(method.getName());
                    return method.getName().equals("totals") ? proxy : method.invoke(stores.facts(), given);
                });
        Insights insights = new Insights(
                new PassingStores(stores) {
                    @Override
                    public Facts facts() {
                        return noticing;
                    }
                },
                new TenantId("acme"));
        insights.activityTable(STEPS, DAYS);
        assertEquals(List.of("eachActivity", "totals"), asked);
        asked.clear();
        insights.activityTable(STEPS, MONTHS);
        assertEquals(List.of("activities", "totals"), asked);
    }

    @Test
    void answersTheSameBothWaysWhereSellersShare() {
        recorded(50);
        crm.activityTypes()
                .define(DefineActivityType.named(ActivityType.CALL, "Call", ActivityKind.CALL)
                        .counting(CountingRule.HELD.crediting(Credit.SPLIT)));
        List<SellerId> three =
                List.of(new SellerId(new UUID(1, 1)), new SellerId(new UUID(1, 2)), new SellerId(new UUID(1, 3)));
        for (int i = 0; i < 7; i++) {
            Instant at = MONTHS.period(0).from().plusSeconds(i);
            crm.activities()
                    .record(RecordActivity.held(ActivityType.CALL, three.get(0), at)
                            .with(ActivityContent.NONE.with(
                                    Participant.of(three.get(1)), Participant.of(three.get(2)))));
        }
        ActivityTable months = crm.insights().activityTable(STEPS, MONTHS);
        ActivityTable days = crm.insights().activityTable(STEPS, DAYS);
        long january = 0;
        for (int day = 0; day < 31; day++) {
            january += days.all().count(day, 0);
        }
        assertEquals(months.all().count(0, 0), january);
        for (SellerId seller : three) {
            assertEquals(2, row(months, seller).count(0, 0));
            assertEquals(2, row(days, seller).count(0, 0));
        }
    }

    private static ActivityTable.Cells row(ActivityTable table, SellerId seller) {
        return table.sellers().stream()
                .filter(row -> seller.equals(row.seller()))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    @Test
    void refusesATableWithoutSteps() {
        assertEquals(
                "steps must be from 1 to 128: number of steps = 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> crm.insights().activityTable(List.of(), MONTHS))
                        .getMessage());
    }

    @Test
    void hasNoRowForASellerWithoutAnActivity() {
        crm.sellers().add(new AddSeller("Idle", null));
        assertEquals(List.of(), crm.insights().activityTable(STEPS, MONTHS).sellers());
        assertEquals(0, crm.insights().activityTable(STEPS, MONTHS).all().count(5, 1));
    }
}
