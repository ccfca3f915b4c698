package io.crmkit.core.tck;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records to store. Of each noun there are {@link #VARIANTS} that differ in content: the first has nothing but what must
 * be there, the others have all fields set, with texts, money and instants that adapters are known to stumble over.
 */
final class Samples {

    static final int VARIANTS = 4;

    private static final String[] TEXTS = {
        "Plain", "Ünïcödé \u200Fעברית\u200E \uD83D\uDE80 e\u0301", "O'Brien \"&\" <b>; -- %_\\", "x".repeat(200)
    };
    private static final @Nullable Money[] MONEY = {
        null, Money.of("12.30", "EUR"), Money.of("999999999999", "JPY"), Money.of("-0.001", "KWD")
    };
    private static final Instant[] INSTANTS = {
        Instant.EPOCH,
        Instant.parse("2026-03-29T00:59:59.999999Z"),
        Instant.parse("1999-12-31T23:59:59.000001Z"),
        Instant.parse("2200-01-01T00:00:00Z")
    };
    private static final LocalDate[] DAYS = {
        LocalDate.of(2026, 3, 29), LocalDate.of(2024, 2, 29), LocalDate.of(1970, 1, 1), LocalDate.of(2199, 12, 31)
    };

    private Samples() {}

    static TenantId freshTenant() {
        return new TenantId("t-" + UUID.randomUUID());
    }

    private static <T> @Nullable T unlessFirst(int variant, T value) {
        return variant == 0 ? null : value;
    }

    private static UUID id(long number) {
        return new UUID(0x8000_0000_0000_7000L, number);
    }

    static Company company(UUID id, int variant) {
        return new Company(
                new CompanyId(id),
                Revision.NONE,
                TEXTS[variant],
                unlessFirst(variant, TEXTS[variant]),
                unlessFirst(variant, "Graz"),
                unlessFirst(variant, new CompanyId(id(variant))));
    }

    static Person person(UUID id, int variant) {
        return new Person(
                new PersonId(id),
                Revision.NONE,
                TEXTS[variant],
                unlessFirst(variant, new EmailAddress("anna+" + variant + "@example.com")));
    }

    static Seller seller(UUID id, int variant) {
        return new Seller(
                new SellerId(id), Revision.NONE, TEXTS[variant], unlessFirst(variant, new TeamId(id(variant))));
    }

    static Team team(UUID id, int variant) {
        return new Team(new TeamId(id), Revision.NONE, TEXTS[variant], unlessFirst(variant, TEXTS[variant]));
    }

    static Product product(UUID id, int variant) {
        return new Product(
                new ProductId(id), Revision.NONE, TEXTS[variant], unlessFirst(variant, "Series"), MONEY[variant]);
    }

    static Pipeline pipeline(UUID id, int variant) {
        Stage open = new Stage(new StageId(id(1)), "Z first", StageKind.OPEN);
        Stage held = new Stage(new StageId(id(2)), "A second", StageKind.ON_HOLD);
        Stage won = new Stage(new StageId(id(3)), "Won", StageKind.WON);
        Stage lost = new Stage(new StageId(id(4)), "Lost", StageKind.LOST);
        List<List<Stage>> stages =
                List.of(List.of(open), List.of(open, held, won, lost), List.of(lost, open, won), List.of(held, open));
        return new Pipeline(new PipelineId(id), Revision.NONE, TEXTS[variant], stages.get(variant));
    }

    static Opportunity opportunity(UUID id, int variant) {
        Outcome outcome = Outcome.values()[variant % 3];
        LocalDate day = DAYS[variant];
        boolean closed = outcome != Outcome.OPEN;
        return new Opportunity(
                new OpportunityId(id),
                Revision.NONE,
                new OpportunityLabel(
                        TEXTS[variant], unlessFirst(variant, "R-" + variant), unlessFirst(variant, TEXTS[variant])),
                new OpportunityParties(
                        unlessFirst(variant, new SellerId(id(1))),
                        unlessFirst(variant, new CompanyId(id(2))),
                        unlessFirst(variant, new PersonId(id(3)))),
                new Standing(new PipelineId(id(4)), new StageId(id(5 + variant)), new StageId(id(6)), outcome),
                new OpportunityDates(unlessFirst(variant, day), unlessFirst(variant, day), closed ? day : null),
                MONEY[variant]);
    }

    static Activity activity(UUID id, int variant) {
        return new Activity(
                new ActivityId(id),
                Revision.NONE,
                variant == 0 ? ActivityType.CALL : ActivityType.named("Besuch é" + variant),
                new SellerId(id(1)),
                INSTANTS[variant],
                ActivityState.values()[variant],
                new ActivitySubjects(
                        unlessFirst(variant, new CompanyId(id(2))),
                        unlessFirst(variant, new PersonId(id(3))),
                        unlessFirst(variant, new OpportunityId(id(4)))),
                unlessFirst(variant, "A-" + variant));
    }
}
