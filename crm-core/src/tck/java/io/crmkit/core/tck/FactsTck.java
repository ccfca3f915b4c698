package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.CountingRule;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Facts.ActivityCount;
import io.crmkit.core.port.Facts.OpenSum;
import io.crmkit.core.port.Facts.SalesSum;
import io.crmkit.core.port.Facts.Span;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of {@link Facts}; random records are recounted by {@link Recount}, which knows no index and no SQL. */
abstract class FactsTck extends SessionTck {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final int CRITERIA = 40;
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private final RandomRecords random = new RandomRecords(20_261_123L);

    private Facts facts() {
        return there.stores().facts();
    }

    private void store(TenantId owner, List<Activity> activities, List<Opportunity> opportunities) {
        here.write(() -> {
            here.stores().activities().saveAll(owner, activities);
            return here.stores().opportunities().saveAll(owner, opportunities);
        });
    }

    private static <T> void assertSameRows(Collection<T> expected, List<T> rows) {
        Set<T> distinct = new HashSet<>(rows);
        assertEquals(new HashSet<>(expected), distinct);
        assertEquals(distinct.size(), rows.size(), () -> "a row occurs twice: " + rows);
    }

    /** Rule 1. */
    @Test
    @DisplayName("Facts rule 1: counts held activities as a recount does")
    protected void countsHeldActivities() {
        List<Activity> activities = random.activities(400);
        store(tenant, activities, List.of());
        assertSameRows(
                Recount.activities(activities, FROM, UNTIL),
                facts().activities(tenant, Criterion.everything(), FROM, UNTIL));
        assertEquals(Recount.span(activities), facts().activitySpan(tenant, Criterion.everything()));
    }

    /** Rule 6. */
    @Test
    @DisplayName("Facts rule 6: counts activities in the states and for the sellers that their types say")
    protected void countsActivitiesByWhatTheirTypesSay() {
        List<Activity> activities = random.activities(400);
        store(tenant, activities, List.of());
        for (Credit credit : Credit.values()) {
            ActivityCounting counting = new ActivityCounting(Map.of(
                    ActivityType.CALL,
                    new CountingRule(EnumSet.of(ActivityState.HELD, ActivityState.NOT_HELD), credit),
                    ActivityType.MEETING,
                    CountingRule.HELD.crediting(Credit.SPLIT),
                    new ActivityType("never-used"),
                    new CountingRule(EnumSet.allOf(ActivityState.class), credit)));
            assertSameRows(
                    Recount.activities(activities, counting, FROM, UNTIL),
                    facts().activities(tenant, Criterion.everything(), counting, FROM, UNTIL));
            assertSameRows(
                    Recount.activities(activities, counting.byOwner(), FROM, UNTIL),
                    facts().activities(tenant, Criterion.everything(), counting.byOwner(), FROM, UNTIL));
        }
        ActivityCounting none =
                new ActivityCounting(Map.of(ActivityType.CALL, new CountingRule(Set.of(), Credit.EVERY_SELLER)));
        assertTrue(facts().activities(tenant, Criterion.everything(), none, FROM, UNTIL).stream()
                .noneMatch(row -> row.type().equals(ActivityType.CALL)));
    }

    /** Rule 1. */
    @Test
    @DisplayName("Facts rule 1: counts opportunities as a recount does, those of nobody too")
    protected void countsOpportunities() {
        List<Opportunity> opportunities = random.opportunities(400);
        store(tenant, List.of(), opportunities);
        assertSameRows(Recount.opportunities(opportunities), facts().opportunities(tenant, Criterion.everything()));
    }

    /** Rule 1. */
    @Test
    @DisplayName("Facts rule 1: adds up what was won and what is open as a recount does, without days too")
    protected void addsUpOpportunities() {
        List<Opportunity> opportunities = random.opportunities(400);
        store(tenant, List.of(), opportunities);
        assertSameRows(Recount.sales(opportunities), facts().sales(tenant, Criterion.everything()));
        assertSameRows(Recount.open(opportunities), facts().open(tenant, Criterion.everything()));
    }

    /** Rule 1. */
    @Test
    @DisplayName("Facts rule 1: counts a record as it is now, not as it was")
    protected void countsARecordAsItIsNow() {
        Activity planned = random.activity(ActivityState.PLANNED, FROM);
        store(tenant, List.of(planned), List.of());
        assertEquals(List.of(), facts().activities(tenant, Criterion.everything(), FROM, UNTIL));
        Activity stored = there.stores().activities().find(tenant, planned.id()).orElseThrow();
        Activity held = stored.held(null, null, null);
        store(tenant, List.of(held), List.of());
        assertEquals(
                List.of(new ActivityCount(held.seller(), held.type(), 1)),
                facts().activities(tenant, Criterion.everything(), FROM, UNTIL));
    }

    /** Rule 2. */
    @Test
    @DisplayName("Facts rule 2: answers emptily for a tenant without records, whatever others have")
    protected void answersEmptilyWithoutRecords() {
        store(stranger, random.activities(50), random.opportunities(50));
        assertEquals(List.of(), facts().activities(tenant, Criterion.everything(), LONG_AGO, UNTIL));
        assertEquals(List.of(), facts().opportunities(tenant, Criterion.everything()));
        assertEquals(List.of(), facts().sales(tenant, Criterion.everything()));
        assertEquals(List.of(), facts().open(tenant, Criterion.everything()));
        assertNull(facts().activitySpan(tenant, Criterion.everything()));
    }

    /** Rule 3. */
    @Test
    @DisplayName("Facts rule 3: counts from the first instant on, and the last no longer")
    protected void countsHalfOpenPeriods() {
        Activity first = random.activity(ActivityState.HELD, FROM);
        Activity last = random.activity(ActivityState.HELD, UNTIL.minusNanos(1_000));
        Activity early = random.activity(ActivityState.HELD, FROM.minusNanos(1_000));
        Activity late = random.activity(ActivityState.HELD, UNTIL);
        store(tenant, List.of(early, first, last, late), List.of());
        assertSameRows(
                Recount.activities(List.of(first, last), LONG_AGO, UNTIL),
                facts().activities(tenant, Criterion.everything(), FROM, UNTIL));
        assertEquals(List.of(), facts().activities(tenant, Criterion.everything(), FROM, FROM));
        assertEquals(new Span(early.at(), late.at()), facts().activitySpan(tenant, Criterion.everything()));
    }

    /** Rule 4. */
    @Test
    @DisplayName("Facts rule 4: adds up each currency apart, and counts those without an amount apart")
    protected void addsUpEachCurrencyApart() {
        List<Opportunity> won = random.sameWon("10.10 EUR", "20.20 EUR", "500 JPY", "0.001 KWD", "", "");
        store(tenant, List.of(), won);
        YearMonth month = RandomRecords.SAME_MONTH;
        assertSameRows(
                List.of(
                        new SalesSum(month, 2, Money.of("30.30", "EUR")),
                        new SalesSum(month, 1, Money.of("500", "JPY")),
                        new SalesSum(month, 1, Money.of("0.001", "KWD")),
                        new SalesSum(month, 2, null)),
                facts().sales(tenant, Criterion.everything()));
    }

    /** Rule 4. */
    @Test
    @DisplayName("Facts rule 4: adds up each currency of what is open apart")
    protected void addsUpEachOpenCurrencyApart() {
        store(tenant, List.of(), random.sameOpen("10.10 EUR", "20.20 EUR", "500 JPY", ""));
        List<OpenSum> rows = facts().open(tenant, Criterion.everything());
        assertEquals(3, rows.size());
        assertEquals(4, rows.stream().mapToLong(OpenSum::count).sum());
        assertEquals(1, rows.stream().filter(row -> row.total() == null).count());
    }

    /** Rule 5. */
    @Test
    @DisplayName("Facts rule 5: counts the activities that are meant as a recount of them does")
    protected void countsTheActivitiesThatAreMeant() {
        List<Activity> activities = random.activities(120);
        store(tenant, activities, List.of());
        RandomCriteria<Activity> criteria = new RandomCriteria<>(new Random(5), ActivityFields.ALL, activities);
        for (int i = 0; i < CRITERIA; i++) {
            Criterion<Activity> meant = criteria.next(3);
            List<Activity> counted = activities.stream().filter(meant.compile()).toList();
            assertSameRows(
                    Recount.activities(counted, LONG_AGO, UNTIL), facts().activities(tenant, meant, LONG_AGO, UNTIL));
            assertEquals(Recount.span(counted), facts().activitySpan(tenant, meant), meant::toText);
        }
    }

    /** Rule 5. */
    @Test
    @DisplayName("Facts rule 5: counts and adds up the opportunities that are meant as a recount of them does")
    protected void countsTheOpportunitiesThatAreMeant() {
        List<Opportunity> opportunities = random.opportunities(150).stream()
                .filter(each -> each.parties().owner() != null)
                .toList();
        store(tenant, List.of(), opportunities);
        RandomCriteria<Opportunity> criteria =
                new RandomCriteria<>(new Random(6), OpportunityFields.ALL.with(Extras.keys()), opportunities);
        for (int i = 0; i < CRITERIA; i++) {
            Criterion<Opportunity> meant = criteria.next(3);
            List<Opportunity> counted =
                    opportunities.stream().filter(meant.compile()).toList();
            assertSameRows(Recount.opportunities(counted), facts().opportunities(tenant, meant));
            assertSameRows(Recount.sales(counted), facts().sales(tenant, meant));
            assertSameRows(Recount.open(counted), facts().open(tenant, meant));
        }
    }
}
