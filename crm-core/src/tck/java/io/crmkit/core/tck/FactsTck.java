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
import io.crmkit.core.audience.QuoteFields;
import io.crmkit.core.audience.SalesOrderFields;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.port.ActivityColumns;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Deal;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Facts.ActivityCount;
import io.crmkit.core.port.Facts.OpenSum;
import io.crmkit.core.port.Facts.OpportunityFact;
import io.crmkit.core.port.Facts.SalesSum;
import io.crmkit.core.port.Facts.Span;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of {@link Facts}; random records are recounted by {@link Recount}, which knows no index and no SQL. */
abstract class FactsTck extends SessionTck {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final SellerId SELLER = new SellerId(UUID.fromString("5e11e200-0000-4000-8000-000000000001"));
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
        Instant before = FROM.minusSeconds(1);
        List<List<ActivityCount>> periods = facts().activities(
                        tenant, Criterion.everything(), ActivityCounting.HELD, List.of(before, FROM, FROM, UNTIL));
        assertEquals(3, periods.size());
        assertSameRows(Recount.activities(List.of(early), LONG_AGO, UNTIL), periods.get(0));
        assertEquals(List.of(), periods.get(1));
        assertSameRows(Recount.activities(List.of(first, last), LONG_AGO, UNTIL), periods.get(2));
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

    /** Rule 7. */
    @Test
    @DisplayName("Facts rule 7: reads one by one, in blocks, the activities it counts")
    protected void readsTheActivitiesItCountsInBlocks() {
        List<Activity> activities = random.activities(400);
        store(tenant, activities, List.of());
        store(stranger, random.activities(10), List.of());
        for (Credit credit : Credit.values()) {
            ActivityCounting counting = new ActivityCounting(Map.of(
                    ActivityType.CALL,
                    new CountingRule(EnumSet.of(ActivityState.HELD, ActivityState.NOT_HELD), credit)));
            Blocks blocks = new Blocks();
            facts().eachActivity(tenant, Criterion.everything(), counting, FROM, UNTIL, blocks);
            assertEquals(Recount.slips(activities, counting, FROM, UNTIL), blocks.slips);
        }
    }

    /** Rule 7. */
    @Test
    @DisplayName("Facts rule 7: reads blocks that are full but for the last, half-open periods of them")
    protected void readsFullBlocks() {
        List<Activity> activities = IntStream.rangeClosed(-1, ActivityColumns.ROWS + 1)
                .mapToObj(i -> random.activity(ActivityState.HELD, FROM.plusSeconds(i)))
                .toList();
        store(tenant, activities, List.of());
        Instant until = FROM.plusSeconds(ActivityColumns.ROWS + 1);
        Blocks blocks = new Blocks();
        facts().eachActivity(tenant, Criterion.everything(), ActivityCounting.HELD, FROM, until, blocks);
        assertEquals(Recount.slips(activities, ActivityCounting.HELD, FROM, until), blocks.slips);
        assertEquals(List.of(ActivityColumns.ROWS, 1), blocks.rows);
    }

    /** Rule 7. */
    @Test
    @DisplayName("Facts rule 7: reads no block where nothing is meant, and what is meant otherwise")
    protected void readsWhatIsMeantInBlocks() {
        List<Activity> activities = random.activities(120);
        store(tenant, activities, List.of());
        RandomCriteria<Activity> criteria = new RandomCriteria<>(new Random(7), ActivityFields.ALL, activities);
        for (int i = 0; i < CRITERIA; i++) {
            Criterion<Activity> meant = criteria.next(3);
            List<Activity> counted = activities.stream().filter(meant.compile()).toList();
            Blocks blocks = new Blocks();
            facts().eachActivity(tenant, meant, ActivityCounting.HELD, LONG_AGO, UNTIL, blocks);
            assertEquals(Recount.slips(counted, ActivityCounting.HELD, LONG_AGO, UNTIL), blocks.slips, meant::toText);
            assertEquals(blocks.slips.isEmpty(), blocks.rows.isEmpty());
        }
    }

    /** Rule 8. */
    @Test
    @DisplayName("Facts rule 8: reads one by one the opportunities that are meant")
    protected void readsTheOpportunitiesThatAreMeant() {
        List<Opportunity> opportunities = random.opportunities(2_100);
        store(tenant, List.of(), opportunities);
        store(stranger, List.of(), random.opportunities(10));
        List<Criterion<Opportunity>> meant = List.of(Criterion.everything(), OpportunityFields.OUTCOME.is(Outcome.WON));
        for (Criterion<Opportunity> each : meant) {
            List<OpportunityFact> read = new ArrayList<>();
            facts().eachOpportunity(tenant, each, read::add);
            assertSameRows(
                    Recount.facts(opportunities.stream().filter(each.compile()).toList()), read);
        }
    }

    /** Rule 9. */
    @Test
    @DisplayName("Facts rule 9: lists deals with the names that companies and contacts have now")
    protected void listsDealsWithNames() {
        Company company = Company.named(new CompanyId(UUID.randomUUID()), "Acme");
        Company strange = Company.named(new CompanyId(UUID.randomUUID()), "Strange");
        Person person = new Person(new PersonId(UUID.randomUUID()), Revision.NONE, "Ann", null);
        here.write(() -> {
            here.stores().companies().save(tenant, company);
            here.stores().companies().save(stranger, strange);
            return here.stores().people().save(tenant, person);
        });
        List<OpportunityParties> parties = List.of(
                new OpportunityParties(SELLER, company.id(), person.id()),
                new OpportunityParties(SELLER, strange.id(), new PersonId(UUID.randomUUID())),
                new OpportunityParties(SELLER, null, null));
        List<Opportunity> opportunities = random.opportunities(7).stream().toList();
        List<Opportunity> with = new ArrayList<>();
        for (Opportunity each : opportunities) {
            with.add(each.withParties(parties.get(with.size() % parties.size())));
        }
        store(tenant, List.of(), with);
        here.write(() -> here.stores()
                .people()
                .save(tenant, person.withRevision(new Revision(1)).withName("Anna")));
        List<Deal> listed = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(3));
        while (request.isPresent()) {
            Page<Deal> page = facts().deals(tenant, OpportunityFields.OWNER.is(SELLER), request.get());
            listed.addAll(page.items());
            request = page.next(3);
        }
        List<Deal> expected = with.stream()
                .sorted(Comparator.comparing(each -> each.id().value().toString()))
                .map(each -> Recount.deal(each, Map.of(company.id(), "Acme"), Map.of(person.id(), "Anna")))
                .toList();
        assertEquals(expected, listed);
        assertEquals(
                new Page<>(List.<Deal>of(), null),
                facts().deals(stranger, OpportunityFields.OWNER.is(SELLER), PageRequest.first(3)));
    }

    /** Rule 9. */
    @Test
    @DisplayName("Facts rule 9: lists the deals that are meant, as selecting them does")
    protected void listsTheDealsThatAreMeant() {
        List<Opportunity> opportunities = random.opportunities(60);
        store(tenant, List.of(), opportunities);
        RandomCriteria<Opportunity> criteria =
                new RandomCriteria<>(new Random(9), OpportunityFields.ALL.with(Extras.keys()), opportunities);
        for (int i = 0; i < CRITERIA; i++) {
            Criterion<Opportunity> meant = criteria.next(3);
            PageRequest request = PageRequest.first(50);
            assertEquals(
                    there.stores().opportunities().select(tenant, meant, request).items().stream()
                            .map(each -> Recount.deal(each, Map.of(), Map.of()))
                            .toList(),
                    facts().deals(tenant, meant, request).items(),
                    meant::toText);
        }
    }

    /** Rule 10. */
    @Test
    @DisplayName("Facts rule 10: adds up quotes by seller, state and currency as a recount does")
    protected void addsUpQuotes() {
        List<Quote> quotes = Documents.quotes(90);
        here.write(() -> here.stores().quotes().saveAll(tenant, quotes));
        here.write(() -> here.stores().quotes().saveAll(stranger, Documents.quotes(9)));
        List<Criterion<Quote>> criteria = List.of(
                Criterion.everything(),
                QuoteFields.STATE.is(QuoteState.DRAFT),
                QuoteFields.SELLER.is(quotes.get(0).parties().seller()),
                QuoteFields.NET.greater(Money.of("100", "EUR")),
                Criterion.nothing());
        for (Criterion<Quote> meant : criteria) {
            assertSameRows(
                    Recount.quotes(quotes.stream().filter(meant.compile()).toList()), facts().quotes(tenant, meant));
        }
    }

    /** Rule 10. */
    @Test
    @DisplayName("Facts rule 10: adds up orders by seller, state and currency as a recount does")
    protected void addsUpOrders() {
        List<SalesOrder> orders = Documents.orders(90);
        here.write(() -> here.stores().orders().saveAll(tenant, orders));
        here.write(() -> here.stores().orders().saveAll(stranger, Documents.orders(9)));
        List<Criterion<SalesOrder>> criteria = List.of(
                Criterion.everything(),
                SalesOrderFields.STATE.is(OrderState.CANCELLED),
                SalesOrderFields.SELLER.is(orders.get(0).parties().seller()),
                SalesOrderFields.NET.greater(Money.of("100", "EUR")),
                Criterion.nothing());
        for (Criterion<SalesOrder> meant : criteria) {
            assertSameRows(
                    Recount.orders(orders.stream().filter(meant.compile()).toList()), facts().orders(tenant, meant));
        }
    }

    /** What was lent, copied, as rows of text and number. */
    private static final class Blocks implements Consumer<ActivityColumns> {

        private final Map<List<Object>, Long> slips = new HashMap<>();
        private final List<Integer> rows = new ArrayList<>();

        @Override
        public void accept(ActivityColumns block) {
            rows.add(block.rows());
            for (int row = 0; row < block.rows(); row++) {
                slips.merge(
                        List.of(
                                String.valueOf(block.sellers().get(block.seller()[row])),
                                block.types().get(block.type()[row]),
                                block.shares()[row],
                                block.at()[row]),
                        1L,
                        Long::sum);
            }
        }
    }
}
