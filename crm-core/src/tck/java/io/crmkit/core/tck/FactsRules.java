package io.crmkit.core.tck;

import static io.crmkit.core.tck.Samples.freshTenant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Facts.ActivityCount;
import io.crmkit.core.port.Facts.OpenSum;
import io.crmkit.core.port.Facts.OpportunityCount;
import io.crmkit.core.port.Facts.SalesSum;
import io.crmkit.core.port.Facts.Span;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of {@link Facts}, each answer compared with a count by hand over the same records. */
abstract class FactsRules {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final int RECORDS = 300;

    private final StoresTck adapter;
    private final TenantId tenant = freshTenant();
    private final Random random = new Random(42);
    private final List<Activity> activities = new ArrayList<>();
    private final List<Opportunity> opportunities = new ArrayList<>();

    FactsRules(StoresTck adapter) {
        this.adapter = adapter;
    }

    @BeforeEach
    void storeRecordsOfTwoTenants() {
        for (int i = 0; i < RECORDS; i++) {
            activities.add(activity());
            opportunities.add(opportunity());
        }
        adapter.inTransaction(true, stores -> {
            stores.activities().saveAll(tenant, activities);
            stores.opportunities().saveAll(tenant, opportunities);
            stores.activities().saveAll(freshTenant(), List.of(activity(), activity()));
            return stores.opportunities().saveAll(freshTenant(), List.of(opportunity(), opportunity()));
        });
    }

    private Activity activity() {
        return new Activity(
                new ActivityId(UUID.randomUUID()),
                Revision.NONE,
                random.nextBoolean() ? ActivityType.CALL : ActivityType.MEETING,
                new SellerId(oneOf(3)),
                MARCH.plus(random.nextInt(7), ChronoUnit.DAYS),
                ActivityState.values()[random.nextInt(4)],
                ActivitySubjects.NONE,
                null);
    }

    private Opportunity opportunity() {
        Outcome outcome = Outcome.values()[random.nextInt(3)];
        LocalDate closed = random.nextInt(5) == 0 ? null : LocalDate.of(2026, 1 + random.nextInt(3), 28);
        return new Opportunity(
                new OpportunityId(UUID.randomUUID()),
                Revision.NONE,
                new OpportunityLabel("Deal", null, random.nextBoolean() ? null : "Pump"),
                new OpportunityParties(random.nextInt(4) == 0 ? null : new SellerId(oneOf(2)), null, null),
                new Standing(new PipelineId(oneOf(2)), new StageId(oneOf(2)), new StageId(oneOf(3)), outcome),
                new OpportunityDates(day(2025), day(2027), outcome == Outcome.OPEN ? null : closed),
                money());
    }

    private UUID oneOf(int several) {
        return new UUID(0xF000_0000_0000_7000L, random.nextInt(several));
    }

    private @Nullable LocalDate day(int year) {
        return random.nextInt(3) == 0 ? null : LocalDate.of(year, 1 + random.nextInt(2), 1 + random.nextInt(28));
    }

    private @Nullable Money money() {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> Money.of("0.10", "EUR");
            default -> Money.of("1000", "JPY");
        };
    }

    private <R> void assertSameRows(Set<R> expected, Function<Facts, List<R>> answer) {
        List<R> rows = adapter.inTransaction(true, stores -> answer.apply(stores.facts()));
        assertEquals(expected, new HashSet<>(rows));
        assertEquals(expected.size(), rows.size(), "a row for each combination of keys, and no more");
    }

    private static @Nullable YearMonth month(@Nullable LocalDate day) {
        return day == null ? null : YearMonth.from(day);
    }

    /** Rules 1 and 3. */
    @Test
    @DisplayName("count what was held by seller and type, from the first instant to before the end (rules 1, 3)")
    void countWhatWasHeld() {
        Instant from = MARCH.plus(1, ChronoUnit.DAYS);
        Instant until = MARCH.plus(5, ChronoUnit.DAYS);
        Set<ActivityCount> expected = new HashSet<>();
        for (Activity one : activities) {
            long count = activities.stream()
                    .filter(a -> a.state() == ActivityState.HELD && !a.at().isBefore(from) && a.at().isBefore(until))
                    .filter(a -> a.seller().equals(one.seller()) && a.type().equals(one.type()))
                    .count();
            if (count > 0) {
                expected.add(new ActivityCount(one.seller(), one.type(), count));
            }
        }
        assertSameRows(expected, facts -> facts.activities(tenant, from, until));
        assertSameRows(Set.of(), facts -> facts.activities(tenant, until, from));
    }

    /** Rule 1. */
    @Test
    @DisplayName("count opportunities by owner, pipeline, stage reached and outcome (rule 1)")
    void countOpportunities() {
        Set<OpportunityCount> expected = new HashSet<>();
        for (Opportunity one : opportunities) {
            OpportunityCount key = key(one, 0);
            expected.add(key(
                    one,
                    opportunities.stream().filter(o -> key(o, 0).equals(key)).count()));
        }
        assertSameRows(expected, facts -> facts.opportunities(tenant));
    }

    private static OpportunityCount key(Opportunity one, long count) {
        return new OpportunityCount(
                one.parties().owner(),
                one.standing().pipeline(),
                one.standing().reached(),
                one.standing().outcome(),
                count);
    }

    /** Rules 1 and 4. */
    @Test
    @DisplayName("add up what was won by month and currency (rules 1, 4)")
    void addUpWhatWasWon() {
        assertSameRows(
                sums(
                        Outcome.WON,
                        o -> new SalesSum(month(o.dates().closedOn()), 0, null),
                        (key, of) -> new SalesSum(key.month(), of.size(), total(of))),
                facts -> facts.sales(tenant));
    }

    /** Rules 1 and 4. */
    @Test
    @DisplayName("add up what is open by stage, product, months and currency (rules 1, 4)")
    void addUpWhatIsOpen() {
        assertSameRows(
                sums(
                        Outcome.OPEN,
                        FactsRules::openKey,
                        (key, of) -> new OpenSum(
                                key.pipeline(),
                                key.stage(),
                                key.product(),
                                key.opened(),
                                key.expectedClose(),
                                of.size(),
                                total(of))),
                facts -> facts.open(tenant));
    }

    private static OpenSum openKey(Opportunity o) {
        return new OpenSum(
                o.standing().pipeline(),
                o.standing().stage(),
                o.label().product(),
                month(o.dates().openedOn()),
                month(o.dates().expectedClose()),
                0,
                null);
    }

    private <K> Set<K> sums(
            Outcome outcome, Function<Opportunity, K> key, java.util.function.BiFunction<K, List<Opportunity>, K> row) {
        List<Opportunity> counted = opportunities.stream()
                .filter(o -> o.standing().outcome() == outcome)
                .toList();
        Set<K> rows = new HashSet<>();
        for (Opportunity one : counted) {
            List<Opportunity> alike = counted.stream()
                    .filter(o ->
                            key.apply(o).equals(key.apply(one)) && currency(o).equals(currency(one)))
                    .toList();
            rows.add(row.apply(key.apply(one), alike));
        }
        return rows;
    }

    private static String currency(Opportunity opportunity) {
        Money amount = opportunity.amount();
        return amount == null ? "" : amount.currency().getCurrencyCode();
    }

    private static @Nullable Money total(List<Opportunity> alike) {
        Money sum = null;
        for (Opportunity one : alike) {
            Money amount = one.amount();
            if (amount != null) {
                sum = sum == null ? amount : sum.plus(amount);
            }
        }
        return sum;
    }

    /** Rule 2. */
    @Test
    @DisplayName("say from when until when activities were held, and nothing where there are none (rule 2)")
    void sayFromWhenUntilWhenActivitiesWereHeld() {
        List<Instant> held = activities.stream()
                .filter(a -> a.state() == ActivityState.HELD)
                .map(Activity::at)
                .sorted()
                .toList();
        Span span = adapter.<@Nullable Span>inTransaction(
                true, stores -> stores.facts().activitySpan(tenant));
        assertEquals(new Span(held.get(0), held.get(held.size() - 1)), span);
        TenantId nobody = freshTenant();
        assertNull(adapter.<@Nullable Span>inTransaction(
                true, stores -> stores.facts().activitySpan(nobody)));
        assertSameRows(Set.of(), facts -> facts.activities(nobody, Instant.EPOCH, MARCH.plus(99, ChronoUnit.DAYS)));
        assertSameRows(Set.of(), facts -> facts.opportunities(nobody));
        assertSameRows(Set.of(), facts -> facts.sales(nobody));
        assertSameRows(Set.of(), facts -> facts.open(nobody));
    }
}
