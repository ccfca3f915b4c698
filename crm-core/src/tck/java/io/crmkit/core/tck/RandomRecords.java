package io.crmkit.core.tck;

import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityPlan;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Activities and opportunities that share few sellers, stages, products and months; the same for the same seed. */
final class RandomRecords {

    static final YearMonth SAME_MONTH = YearMonth.of(2026, 5);

    private static final LocalDate DAY = LocalDate.of(2025, 12, 15);

    private final Random random;
    private final List<SellerId> sellers =
            Stream.generate(() -> new SellerId(uuid())).limit(3).toList();
    private final List<StageId> stages =
            Stream.generate(() -> new StageId(uuid())).limit(4).toList();
    private final List<PipelineId> pipelines =
            Stream.generate(() -> new PipelineId(uuid())).limit(2).toList();

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    List<Activity> activities(int count) {
        return Stream.generate(() -> activity(
                        pick(List.of(ActivityState.values())),
                        Instant.parse("2026-02-01T00:00:00Z").plusSeconds(random.nextInt(90 * 86_400))))
                .limit(count)
                .toList();
    }

    Activity activity(ActivityState state, Instant at) {
        return new Activity(
                new ActivityId(uuid()),
                Revision.NONE,
                pick(List.of(ActivityType.CALL, ActivityType.MEETING, new ActivityType("\u8a2a\u554f"))),
                pick(sellers),
                at,
                state,
                ActivitySubjects.NONE,
                null,
                null,
                ActivityText.NONE,
                participants(),
                ActivityPlan.NONE,
                CustomFields.NONE,
                Set.of());
    }

    /* some of the sellers, and now and then a person */
    private List<Participant> participants() {
        List<Participant> some = new ArrayList<>();
        for (SellerId seller : sellers) {
            if (random.nextInt(3) == 0) {
                some.add(new Participant(null, seller, pick(List.of(Acceptance.values()))));
            }
        }
        if (random.nextInt(4) == 0) {
            some.add(Participant.of(new PersonId(uuid())));
        }
        return some;
    }

    List<Opportunity> opportunities(int count) {
        return Stream.generate(this::opportunity).limit(count).toList();
    }

    private Opportunity opportunity() {
        Outcome outcome = pick(List.of(Outcome.values()));
        LocalDate opened = maybe(() -> DAY.plusDays(random.nextInt(40)));
        LocalDate closed = outcome == Outcome.OPEN ? null : maybe(() -> DAY.plusDays(50 + random.nextInt(60)));
        return opportunity(
                maybe(() -> pick(sellers)),
                new Standing(pick(pipelines), pick(stages), pick(stages), outcome),
                new OpportunityDates(opened, maybe(() -> DAY.plusDays(random.nextInt(90))), closed),
                maybe(this::money));
    }

    List<Opportunity> sameWon(String... amounts) {
        Standing standing = new Standing(pipelines.get(0), stages.get(0), stages.get(0), Outcome.WON);
        OpportunityDates dates = new OpportunityDates(null, null, SAME_MONTH.atDay(31));
        return Arrays.stream(amounts)
                .map(text -> opportunity(null, standing, dates, parse(text)))
                .toList();
    }

    List<Opportunity> sameOpen(String... amounts) {
        Standing standing = new Standing(pipelines.get(0), stages.get(0), stages.get(0), Outcome.OPEN);
        OpportunityDates dates = new OpportunityDates(SAME_MONTH.atDay(1), null, null);
        return Arrays.stream(amounts)
                .map(text -> opportunity(null, standing, dates, parse(text)))
                .toList();
    }

    private Opportunity opportunity(
            @Nullable SellerId owner, Standing standing, OpportunityDates dates, @Nullable Money amount) {
        String product = standing.outcome() == Outcome.OPEN && amount != null && owner != null ? "Model \u03b1" : null;
        return new Opportunity(
                new OpportunityId(uuid()),
                Revision.NONE,
                new OpportunityLabel("A deal", null, product),
                new OpportunityParties(owner, null, null),
                standing,
                dates,
                amount);
    }

    private static @Nullable Money parse(String text) {
        int blank = text.indexOf(' ');
        return text.isEmpty() ? null : Money.of(text.substring(0, blank), text.substring(blank + 1));
    }

    private Money money() {
        return random.nextBoolean()
                ? new Money(BigDecimal.valueOf(random.nextInt(1_000_000), 2), Currency.getInstance("EUR"))
                : new Money(BigDecimal.valueOf(random.nextInt(1_000_000), 3), Currency.getInstance("KWD"));
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(5) == 0 ? null : value.get();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /* identities differ from run to run, since one database may see many runs */
    private static UUID uuid() {
        return UUID.randomUUID();
    }
}
