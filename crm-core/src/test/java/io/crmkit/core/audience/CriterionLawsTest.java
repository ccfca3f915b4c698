package io.crmkit.core.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.party.Company;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.tck.Mixtures;
import io.crmkit.core.tck.RandomCriteria;
import io.crmkit.core.value.Noun;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The laws of criteria, for records and criteria at random. */
class CriterionLawsTest {

    private record Case<N>(Fields<N> fields, List<N> records, RandomCriteria<N> criteria) {

        static <N extends Noun<?>> Case<N> of(Mixtures<N, ?> mixtures, Random random) {
            List<N> records = mixtures.records(12);
            return new Case<>(mixtures.fields(), records, new RandomCriteria<>(random, mixtures.fields(), records));
        }

        void same(Criterion<N> one, Criterion<N> other) {
            for (Criterion<N> each : List.of(one, one.not())) {
                Criterion<N> pair = each == one ? other : other.not();
                assertEquals(selected(each), selected(pair), () -> each + " and " + pair);
            }
        }

        List<N> selected(Criterion<N> criterion) {
            return records.stream().filter(criterion.compile()).toList();
        }

        void agreesWithTheOracle() {
            Criterion<N> criterion = criteria.next(4);
            for (N each : records) {
                assertEquals(
                        Boolean.TRUE.equals(Oracle.of(criterion, each)),
                        criterion.compile().test(each),
                        () -> criterion + " of " + each);
            }
        }

        void meansTheSameWhenAskedOften() {
            Criterion<N> criterion = criteria.next(4);
            Predicate<N> compiled = criterion.compile();
            List<N> first = records.stream().filter(compiled).toList();
            for (int asked = 0; asked < 10_000; asked += records.size()) {
                assertEquals(first.size(), records.stream().filter(compiled).count());
            }
            assertEquals(first, records.stream().filter(compiled).toList(), criterion::toString);
        }

        void isReadAgain() {
            Criterion<N> criterion = criteria.next(5);
            assertEquals(criterion, fields.read(criterion.toText()));
            assertEquals(criterion.hashCode(), fields.read(criterion.toText()).hashCode());
        }
    }

    private static Case<Opportunity> opportunities(long seed) {
        Random random = new Random(seed);
        return Case.of(Mixtures.opportunities(random), random);
    }

    private static Case<Company> companies(long seed) {
        Random random = new Random(seed);
        return Case.of(Mixtures.companies(random), random);
    }

    private static <T> void forEachValue(Case<Opportunity> given, Field<Opportunity, T> field, BiConsumer<T, T> law) {
        List<T> values = given.records().stream()
                .flatMap(each -> java.util.stream.Stream.ofNullable(field.read(each)))
                .toList();
        for (int i = 0; i + 1 < values.size(); i++) {
            law.accept(values.get(i), values.get(i + 1));
        }
    }

    @Property(tries = 50)
    void aCriterionMeansWhatItsRulesSay(@ForAll long seed) {
        opportunities(seed).agreesWithTheOracle();
        companies(seed).agreesWithTheOracle();
    }

    @Property(tries = 30)
    void aCriterionMeansTheSameHoweverOftenItIsAsked(@ForAll long seed) {
        opportunities(seed).meansTheSameWhenAskedOften();
        companies(seed).meansTheSameWhenAskedOften();
    }

    @Property(tries = 50)
    void aCriterionIsReadAgainAsItWasWritten(@ForAll long seed) {
        opportunities(seed).isReadAgain();
        companies(seed).isReadAgain();
    }

    @Property(tries = 50)
    void negationFollowsDeMorgan(@ForAll long seed) {
        Case<Opportunity> given = opportunities(seed);
        Criterion<Opportunity> one = given.criteria().next(3);
        Criterion<Opportunity> other = given.criteria().next(3);
        given.same(one.and(other).not(), one.not().or(other.not()));
        given.same(one.or(other).not(), one.not().and(other.not()));
        given.same(one.not().not(), one);
    }

    @Property(tries = 50)
    void conjunctionAndDisjunctionCommuteAssociateAndDistribute(@ForAll long seed) {
        Case<Opportunity> given = opportunities(seed);
        Criterion<Opportunity> a = given.criteria().next(2);
        Criterion<Opportunity> b = given.criteria().next(2);
        Criterion<Opportunity> c = given.criteria().next(2);
        given.same(a.and(b), b.and(a));
        given.same(a.or(b), b.or(a));
        given.same(a.and(b).and(c), a.and(b.and(c)));
        given.same(a.and(b.or(c)), a.and(b).or(a.and(c)));
        given.same(a.and(given.fields().everything()), a);
    }

    @Property(tries = 50)
    void inIsTheDisjunctionOfIs(@ForAll long seed) {
        Case<Opportunity> given = opportunities(seed);
        forEachValue(
                given,
                OpportunityFields.AMOUNT,
                (one, other) -> given.same(
                        OpportunityFields.AMOUNT.in(one, other),
                        OpportunityFields.AMOUNT.is(one).or(OpportunityFields.AMOUNT.is(other))));
        forEachValue(
                given,
                OpportunityFields.PRODUCT,
                (one, other) -> given.same(
                        OpportunityFields.PRODUCT.in(one, other),
                        OpportunityFields.PRODUCT.is(one).or(OpportunityFields.PRODUCT.is(other))));
    }

    @Property(tries = 50)
    void ordersAreWhole(@ForAll long seed) {
        Case<Opportunity> given = opportunities(seed);
        var day = OpportunityFields.EXPECTED_CLOSE;
        forEachValue(given, day, (one, other) -> {
            given.same(day.less(one).not(), day.atLeast(one));
            given.same(day.greater(one).not(), day.atMost(one));
            given.same(day.between(one, other), day.atLeast(one).and(day.atMost(other)));
            given.same(
                    day.less(one).or(day.is(one)).or(day.greater(one)),
                    day.is(one).or(day.isNot(one)));
        });
        var amount = OpportunityFields.AMOUNT;
        forEachValue(given, amount, (one, other) -> given.same(amount.less(one).not(), amount.atLeast(one)));
    }

    @Test
    void nothingAskedForIsEverythingAndNoneOfNothingIsNothing() {
        Case<Company> given = companies(1);
        assertEquals(given.records(), given.selected(CompanyFields.ALL.everything()));
        assertEquals(List.of(), given.selected(new Criterion.Any<>(List.of())));
    }
}
