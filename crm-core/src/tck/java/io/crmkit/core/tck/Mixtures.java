package io.crmkit.core.tck;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.audience.Fields;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Lead;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.tck.Specimens.Values;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Records that take some fields from full specimens of few values and leave others out; the same values for the same
 * seed, with identities of their own.
 *
 * @param <N> the noun
 * @param <I> its identifier type
 */
public final class Mixtures<N extends Noun<I>, I extends Identifier> {

    private static final List<String> TEXTS = List.of(
            "Acme Ltd",
            "ACME LTD",
            "acme",
            "Zo\u00cb & Sons",
            "zo\u00eb",
            "Zoe\u0308",
            "100% _wool_",
            "C:\\temp",
            "Stra\u00dfe",
            "\u0130stanbul",
            "\uFF21\uFB01",
            "\uD83D\uDE80 \uD801\uDC00",
            "\uD801\uDC28",
            " \u03A3\u03C3\u03C2");

    private static final List<Money> MONEY = List.of(
            Money.of("10", "EUR"),
            Money.of("10.50", "EUR"),
            Money.of("-3", "EUR"),
            Money.of("10", "USD"),
            Money.of("11", "JPY"));

    private static final Instant AT = Instant.parse("2026-03-01T22:30:00.123456Z");

    private final Specimens<N, I> specimens;
    private final Random random;

    Mixtures(Specimens<N, I> specimens, Random random) {
        this.specimens = specimens;
        this.random = random;
    }

    /**
     * Makes companies.
     *
     * @param random where chance comes from
     * @return the source
     */
    public static Mixtures<Company, CompanyId> companies(Random random) {
        return new Mixtures<>(Nouns.COMPANIES, random);
    }

    /**
     * Makes opportunities.
     *
     * @param random where chance comes from
     * @return the source
     */
    public static Mixtures<Opportunity, OpportunityId> opportunities(Random random) {
        return new Mixtures<>(Nouns.OPPORTUNITIES, random);
    }

    /**
     * Makes activities.
     *
     * @param random where chance comes from
     * @return the source
     */
    public static Mixtures<Activity, ActivityId> activities(Random random) {
        return new Mixtures<>(Nouns.ACTIVITIES, random);
    }

    /**
     * Makes leads.
     *
     * @param random where chance comes from
     * @return the source
     */
    public static Mixtures<Lead, ?> leads(Random random) {
        return new Mixtures<>(Nouns.LEADS, random);
    }

    /**
     * Returns the fields these records may have.
     *
     * @return the noun's own, and custom ones where it has them
     */
    public Fields<N> fields() {
        return specimens.fields();
    }

    /**
     * Makes records that were never stored.
     *
     * @param count how many
     * @return the records
     */
    public List<N> records(int count) {
        return Stream.generate(this::one).limit(count).toList();
    }

    private N one() {
        I id = specimens.newId();
        N mixed = specimens.full().apply(id, values());
        for (int i = 0; i < 4; i++) {
            N other = random.nextBoolean()
                    ? specimens.bare().apply(id)
                    : specimens.full().apply(id, values());
            List<N> variations = Variations.of(mixed, other);
            mixed = variations.isEmpty() ? mixed : variations.get(random.nextInt(variations.size()));
        }
        return mixed;
    }

    private Values values() {
        return new Values(
                TEXTS.get(random.nextInt(TEXTS.size())),
                MONEY.get(random.nextInt(MONEY.size())),
                AT.plusSeconds(3_600L * random.nextInt(9)),
                random.nextBoolean());
    }
}
