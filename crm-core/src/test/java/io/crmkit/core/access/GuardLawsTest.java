package io.crmkit.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import io.crmkit.core.audience.Fields;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.port.Access;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.tck.Mixtures;
import io.crmkit.core.tck.RandomCriteria;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What may not be seen looks like what does not exist: guarded stores answer, for policies and records at random, what
 * stores answer that hold nothing but the visible records, without the hidden fields.
 */
class GuardLawsTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final PageRequest ALL = PageRequest.first(1_000);

    /** A world of records of one noun. */
    private static final class World<N extends Noun<I>, I extends Identifier> {

        private final Random random;
        private final Fields<N> fields;
        private final List<N> stored;
        private final Access<N> access;
        private final Function<Stores, Store<N, I>> store;
        private final Stores bare = InMemoryStores.empty();
        private final Stores guarded;

        World(
                Random random,
                Mixtures<N, I> mixtures,
                Function<Stores, Store<N, I>> store,
                Class<N> noun,
                List<Field<N, ?>> hidable) {
            this.random = random;
            this.store = store;
            this.fields = mixtures.fields();
            Stores raw = InMemoryStores.empty();
            this.stored = store.apply(raw).saveAll(TENANT, mixtures.records(12));
            RandomCriteria<N> criteria = new RandomCriteria<>(random, fields, stored);
            Criterion<N> visible = random.nextInt(5) == 0 ? Criterion.everything() : criteria.next(3);
            this.access = Policies.seeing(visible, some(hidable));
            this.guarded = GuardedStores.over(raw, new Policies().with(noun, access), new Actor(TENANT, "anna"));
            store.apply(bare).saveAll(TENANT, visible(noun));
        }

        private Set<Field<N, ?>> some(List<Field<N, ?>> hidable) {
            Set<Field<N, ?>> some = new HashSet<>(hidable);
            some.removeIf(field -> random.nextInt(3) != 0);
            return some;
        }

        @SuppressWarnings("unchecked") // a noun at another revision is the same noun
        private List<N> visible(Class<N> noun) {
            HiddenFields<N> hidden = new HiddenFields<>(noun, access.hidden());
            List<N> visible = new ArrayList<>();
            stored.stream().filter(access.visible().compile()).forEach(whole -> {
                N masked = hidden.masked(whole);
                requireMasked(hidden, whole, masked);
                visible.add((N) masked.withRevision(io.crmkit.core.value.Revision.NONE));
            });
            return visible;
        }

        /* what is compared with: a hidden field is not set, every other is as it was */
        private void requireMasked(HiddenFields<N> hidden, N whole, N masked) {
            for (Field<N, ?> field : fields.all()) {
                Object expected = hidden.contains(field) ? null : field.read(whole);
                if (!access.hidden().contains(field)) {
                    assertEquals(expected, field.read(masked), field.name());
                }
            }
            for (Field<N, ?> field : access.hidden()) {
                boolean presence = field.tag() != null || field.equals(ActivityFields.PARTICIPANTS);
                assertEquals(presence ? false : null, field.read(masked), field.name());
            }
        }

        void answersTheSame() {
            Store<N, I> seen = store.apply(guarded);
            Store<N, I> is = store.apply(bare);
            assertEquals(is.count(TENANT), seen.count(TENANT));
            assertEquals(is.page(TENANT, ALL), seen.page(TENANT, ALL));
            assertEquals(is.page(TENANT, PageRequest.first(2)), seen.page(TENANT, PageRequest.first(2)));
            List<I> ids = stored.stream().map(Noun::id).toList();
            assertEquals(is.findAll(TENANT, ids), seen.findAll(TENANT, ids));
            ids.forEach(id -> assertEquals(is.find(TENANT, id), seen.find(TENANT, id)));
            List<String> keys = stored.stream()
                    .flatMap(noun -> Stream.ofNullable(noun.naturalKey()))
                    .toList();
            assertEquals(is.idsByNaturalKey(TENANT, keys), seen.idsByNaturalKey(TENANT, keys));
            RandomCriteria<N> criteria = new RandomCriteria<>(random, fields, stored);
            Stream.generate(() -> criteria.next(4)).limit(12).forEach(meant -> selectsTheSame(is, seen, meant));
            countsTheSame();
        }

        private void selectsTheSame(Store<N, I> is, Store<N, I> seen, Criterion<N> meant) {
            assertEquals(is.select(TENANT, meant, ALL), seen.select(TENANT, meant, ALL));
            PageRequest few = PageRequest.first(3);
            assertEquals(is.select(TENANT, meant, few), seen.select(TENANT, meant, few));
            assertEquals(is.count(TENANT, meant), seen.count(TENANT, meant));
        }

        private void countsTheSame() {
            countsTheSame(Criterion.everything(), Criterion.everything());
            countsTheSame(
                    OpportunityFields.AMOUNT.isSet().not().or(OpportunityFields.OWNER.isSet()),
                    ActivityFields.REFERENCE.isSet().not());
        }

        private void countsTheSame(Criterion<Opportunity> meant, Criterion<Activity> held) {
            Facts seen = guarded.facts();
            Facts is = bare.facts();
            assertSameRows(is.opportunities(TENANT, meant), seen.opportunities(TENANT, meant));
            assertSameRows(is.sales(TENANT, meant), seen.sales(TENANT, meant));
            assertSameRows(is.open(TENANT, meant), seen.open(TENANT, meant));
            assertSameRows(
                    is.activities(TENANT, held, Instant.EPOCH, Instant.MAX),
                    seen.activities(TENANT, held, Instant.EPOCH, Instant.MAX));
            assertEquals(
                    Optional.ofNullable(is.activitySpan(TENANT, held)),
                    Optional.ofNullable(seen.activitySpan(TENANT, held)));
        }
    }

    private static <T> void assertSameRows(List<T> expected, List<T> rows) {
        assertEquals(new HashSet<>(expected), new HashSet<>(rows));
        assertEquals(expected.size(), rows.size());
    }

    @Property(tries = 150)
    void opportunitiesAreAnsweredAsIfNothingElseExisted(@ForAll long seed) {
        Random random = new Random(seed);
        new World<>(
                        random,
                        Mixtures.opportunities(random),
                        Stores::opportunities,
                        Opportunity.class,
                        List.of(
                                OpportunityFields.REFERENCE,
                                OpportunityFields.PRODUCT,
                                OpportunityFields.OWNER,
                                OpportunityFields.COMPANY,
                                OpportunityFields.OPENED_ON,
                                OpportunityFields.EXPECTED_CLOSE,
                                OpportunityFields.CLOSED_ON,
                                OpportunityFields.AMOUNT,
                                OpportunityFields.ALL.tag("vip")))
                .answersTheSame();
    }

    @Property(tries = 60)
    void companiesAreAnsweredAsIfNothingElseExisted(@ForAll long seed) {
        Random random = new Random(seed);
        new World<>(
                        random,
                        Mixtures.companies(random),
                        Stores::companies,
                        Company.class,
                        List.of(
                                CompanyFields.SECTOR,
                                CompanyFields.LOCATION,
                                CompanyFields.OWNER,
                                CompanyFields.ALL.tag("acme")))
                .answersTheSame();
    }

    @Property(tries = 60)
    void activitiesAreAnsweredAsIfNothingElseExisted(@ForAll long seed) {
        Random random = new Random(seed);
        new World<>(
                        random,
                        Mixtures.activities(random),
                        Stores::activities,
                        Activity.class,
                        List.of(
                                ActivityFields.COMPANY,
                                ActivityFields.OPPORTUNITY,
                                ActivityFields.REFERENCE,
                                ActivityFields.KIND,
                                ActivityFields.DIRECTION,
                                ActivityFields.PLACE,
                                ActivityFields.DUE_ON,
                                ActivityFields.ENDS_AT,
                                ActivityFields.PARTICIPANTS,
                                ActivityFields.ALL.tag("vip")))
                .answersTheSame();
    }
}
