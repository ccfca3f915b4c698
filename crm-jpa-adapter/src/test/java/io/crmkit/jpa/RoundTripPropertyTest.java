package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityDirection;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityPlan;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Occurrence;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.activity.Recurrence;
import io.crmkit.core.activity.Rescheduling;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentReferenceId;
import io.crmkit.core.document.DocumentStatus;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.document.LineQuantity;
import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.AffiliationId;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.LeadLinks;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.LeadProgress;
import io.crmkit.core.party.LeadStatus;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.MergeId;
import io.crmkit.core.party.MergedField;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.pipeline.BuyingRole;
import io.crmkit.core.pipeline.Charge;
import io.crmkit.core.pipeline.ContactRole;
import io.crmkit.core.pipeline.Ending;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.MoveCorrection;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.OpportunityLine;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Outlook;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.PipelineUse;
import io.crmkit.core.pipeline.PipelineVersion;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.Consent;
import io.crmkit.core.privacy.ConsentId;
import io.crmkit.core.privacy.ConsentProof;
import io.crmkit.core.privacy.ConsentScope;
import io.crmkit.core.privacy.ConsentState;
import io.crmkit.core.privacy.ConsentTimes;
import io.crmkit.core.privacy.LawfulBasis;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.privacy.RetentionHoldId;
import io.crmkit.core.privacy.Suppression;
import io.crmkit.core.privacy.SuppressionId;
import io.crmkit.core.privacy.SuppressionReason;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What goes into a row comes out of it, for records made at random from a seed. */
class RoundTripPropertyTest {

    private static final Revision STORED = new Revision(3);

    private Random random = new Random(0);

    private <N extends Noun<I>, I extends Identifier, R extends Row> void roundTrips(
            long seed, Mapping<N, I, R> mapping, Supplier<N> noun) {
        random = new Random(seed);
        N made = noun.get();
        assertEquals(made, mapping.toDomain().apply(mapping.toRow("a tenant", made)));
    }

    @Property
    void companiesComeBack(@ForAll long seed) {
        roundTrips(
                seed,
                CompanyRows.MAPPING,
                () -> new Company(
                        new CompanyId(uuid()),
                        STORED,
                        text(),
                        maybe(this::text),
                        maybe(this::text),
                        maybe(() -> new CompanyId(uuid())),
                        contactPoints(),
                        relationship(),
                        null,
                        custom(),
                        tags()));
        roundTrips(
                seed,
                CompanyRows.MAPPING,
                () -> Company.named(new CompanyId(uuid()), text())
                        .withRevision(STORED)
                        .mergedInto(new CompanyId(uuid())));
    }

    @Property
    void peopleComeBack(@ForAll long seed) {
        roundTrips(
                seed,
                PersonRows.MAPPING,
                () -> new Person(
                        new PersonId(uuid()), STORED, text(), contactPoints(), relationship(), null, custom(), tags()));
        roundTrips(
                seed,
                PersonRows.MAPPING,
                () -> new Person(new PersonId(uuid()), STORED, text(), null).mergedInto(new PersonId(uuid())));
    }

    private List<ContactPoint> contactPoints() {
        List<ContactPoint> points = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            points.add(contactPoint());
        }
        return points;
    }

    private ContactPoint contactPoint() {
        ContactStatus status = pick(ContactStatus.values());
        String label = maybe(() -> "label " + random.nextInt(9));
        return switch (random.nextInt(3)) {
            case 0 -> new EmailPoint(new EmailAddress("p" + random.nextInt(99) + "@example.org"), label, status);
            case 1 -> new PhonePoint(new PhoneNumber("+39 011 " + (100 + random.nextInt(900))), label, status);
            default ->
                new PostalPoint(
                        new PostalAddress(
                                maybe(() -> "Via " + random.nextInt(99)),
                                maybe(() -> "1012" + random.nextInt(9)),
                                maybe(() -> "Torino"),
                                maybe(() -> "TO"),
                                pick("IT", "AT")),
                        label,
                        status);
        };
    }

    private Relationship relationship() {
        return new Relationship(
                maybe(() -> new SellerId(uuid())),
                pick(SalesStage.values()),
                maybe(() -> "source " + random.nextInt(9)),
                pick(PartyState.ACTIVE, PartyState.ARCHIVED, PartyState.ERASED));
    }

    @Property
    void affiliationsComeBack(@ForAll long seed) {
        roundTrips(
                seed,
                AffiliationRows.MAPPING,
                () -> new Affiliation(
                        new AffiliationId(uuid()),
                        STORED,
                        new PersonId(uuid()),
                        new CompanyId(uuid()),
                        maybe(this::text),
                        maybe(() -> day(0)),
                        maybe(() -> day(1_000)),
                        random.nextBoolean(),
                        custom(),
                        tags()));
    }

    @Property
    void sellersAndTeamsComeBack(@ForAll long seed) {
        roundTrips(
                seed,
                SellerRows.MAPPING,
                () -> new Seller(
                        new SellerId(uuid()),
                        STORED,
                        text(),
                        maybe(() -> new TeamId(uuid())),
                        maybe(() -> ZoneId.of(random.nextBoolean() ? "Europe/Rome" : "+05:45")),
                        custom(),
                        tags()));
        roundTrips(
                seed,
                TeamRows.MAPPING,
                () -> new Team(
                        new TeamId(uuid()),
                        STORED,
                        text(),
                        maybe(this::text),
                        maybe(() -> new TeamId(uuid())),
                        maybe(() -> new SellerId(uuid())),
                        custom(),
                        tags()));
    }

    @Property
    void productsComeBack(@ForAll long seed) {
        roundTrips(
                seed,
                ProductRows.MAPPING,
                () -> new Product(
                        new ProductId(uuid()),
                        STORED,
                        text(),
                        maybe(this::text),
                        maybe(this::money),
                        custom(),
                        tags()));
    }

    @Property
    void pipelinesComeBack(@ForAll long seed) {
        roundTrips(
                seed,
                PipelineRows.MAPPING,
                () -> new Pipeline(
                        new PipelineId(uuid()),
                        STORED,
                        text(),
                        new PipelineUse(maybe(this::text), maybeTeams()),
                        3,
                        stages(),
                        List.of(new PipelineVersion(1, stages()), new PipelineVersion(2, stages()))));
    }

    private Set<TeamId> maybeTeams() {
        return random.nextBoolean() ? Set.of() : Set.of(new TeamId(uuid()), new TeamId(uuid()));
    }

    private List<Stage> stages() {
        return List.of(
                new Stage(new StageId(uuid()), "a", pick(StageKind.values())),
                new Stage(new StageId(uuid()), "b", StageKind.OPEN),
                new Stage(new StageId(uuid()), "c", pick(StageKind.values())));
    }

    @Property
    void opportunitiesComeBack(@ForAll long seed) {
        roundTrips(seed, OpportunityRows.MAPPING, () -> {
            Outcome outcome = pick(Outcome.values());
            Money amount = maybe(this::money);
            return new Opportunity(
                    new OpportunityId(uuid()),
                    STORED,
                    new OpportunityLabel(text(), maybe(this::text), maybe(this::text)),
                    new OpportunityParties(
                            maybe(() -> new SellerId(uuid())),
                            maybe(() -> new TeamId(uuid())),
                            maybe(() -> new CompanyId(uuid())),
                            maybe(() -> new PersonId(uuid())),
                            some(() -> new ContactRole(
                                    new PersonId(uuid()), new BuyingRole("role-" + random.nextInt(9))))),
                    new Standing(
                            new PipelineId(uuid()),
                            1 + random.nextInt(9),
                            new StageId(uuid()),
                            new StageId(uuid()),
                            outcome,
                            maybe(() -> Instant.ofEpochSecond(random.nextInt(), 123_456_000))),
                    new OpportunityDates(
                            maybe(() -> day(0)),
                            maybe(() -> day(1_000)),
                            outcome == Outcome.OPEN ? null : maybe(() -> day(1_000))),
                    amount,
                    amount == null ? null : maybe(() -> amount),
                    some(this::opportunityLine),
                    new Outlook(
                            maybe(() -> random.nextInt(101)),
                            maybe(() -> ForecastCategory.values()[random.nextInt(6)]),
                            "call " + random.nextInt(9),
                            maybe(() -> day(0))),
                    new Ending(maybe(this::text), maybe(this::text), maybe(this::text)),
                    random.nextBoolean()
                            ? List.of()
                            : List.of(
                                    new MoveCorrection(
                                            new Revision(1), Instant.ofEpochSecond(random.nextInt(), 123_456_000)),
                                    new MoveCorrection(new Revision(2 + random.nextInt(9)), Instant.EPOCH)),
                    custom(),
                    tags());
        });
    }

    @Property
    void activitiesComeBack(@ForAll long seed) {
        roundTrips(
                seed,
                ActivityRows.MAPPING,
                () -> new Activity(
                        new ActivityId(uuid()),
                        STORED,
                        pick(ActivityType.CALL, ActivityType.CONTRACT, new ActivityType("site-visit")),
                        new SellerId(uuid()),
                        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L),
                        pick(ActivityState.values()),
                        new ActivitySubjects(
                                maybe(() -> new CompanyId(uuid())),
                                maybe(() -> new PersonId(uuid())),
                                maybe(() -> new OpportunityId(uuid())),
                                maybe(() -> new QuoteId(uuid())),
                                maybe(() -> new SalesOrderId(uuid()))),
                        maybe(this::text),
                        maybe(this::details),
                        new ActivityText(maybe(this::text), maybe(this::text), maybe(this::text)),
                        participants(),
                        new ActivityPlan(
                                maybe(() -> new ActivityId(uuid())),
                                maybe(() -> new Rescheduling(
                                        1 + random.nextInt(9), Instant.ofEpochSecond(random.nextInt()))),
                                maybe(() -> new Recurrence(
                                        pick("FREQ=DAILY", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=9"),
                                        ZoneId.of(pick("Europe/Rome", "UTC")),
                                        Set.of(Instant.ofEpochSecond(random.nextInt(), 1_000)))),
                                maybe(() -> new Occurrence(
                                        new ActivityId(uuid()), Instant.ofEpochSecond(random.nextInt())))),
                        custom(),
                        tags()));
    }

    private ActivityDetails details() {
        Duration duration = maybe(() -> Duration.ofSeconds(random.nextInt(400_000)));
        ActivityDirection direction = maybe(() -> pick(ActivityDirection.values()));
        return pick(
                new ActivityDetails.Call(direction, duration),
                new ActivityDetails.Meeting(maybe(this::text), duration),
                new ActivityDetails.Email(direction),
                new ActivityDetails.Task(maybe(() -> day(0)), duration),
                new ActivityDetails.Note());
    }

    private List<Participant> participants() {
        return Stream.generate(() -> random.nextBoolean()
                        ? new Participant(new PersonId(uuid()), null, pick(Acceptance.values()))
                        : new Participant(null, new SellerId(uuid()), pick(Acceptance.values())))
                .limit(random.nextInt(4))
                .toList();
    }

    @Property
    void leadsComeBack(@ForAll long seed) {
        roundTrips(seed, LeadRows.MAPPING, () -> {
            LeadStatus status = pick(LeadStatus.values());
            return new Lead(
                    new LeadId(uuid()),
                    STORED,
                    random.nextBoolean()
                            ? new LeadName(text(), maybe(this::text))
                            : new LeadName(maybe(this::text), text()),
                    contactPoints(),
                    new LeadProgress(status, maybe(() -> new SellerId(uuid())), maybe(this::text), maybe(() -> day(0))),
                    maybe(this::text),
                    maybe(this::text),
                    status == LeadStatus.CONVERTED
                            ? new LeadLinks(
                                    maybe(() -> new PersonId(uuid())),
                                    maybe(() -> new CompanyId(uuid())),
                                    maybe(() -> new OpportunityId(uuid())))
                            : LeadLinks.NONE,
                    custom(),
                    tags());
        });
    }

    @Property
    void mergesComeBack(@ForAll long seed) {
        roundTrips(
                seed,
                MergeRows.MAPPING,
                () -> new Merge(
                        new MergeId(uuid()),
                        STORED,
                        pick(DuplicateKind.PERSON, DuplicateKind.COMPANY),
                        uuid(),
                        uuid(),
                        maybe(this::text),
                        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L),
                        random.nextInt(1_000),
                        random.nextInt(1_000),
                        List.of(new MergedField(text(), maybe(this::text), "after " + text())),
                        maybe(() -> Instant.ofEpochSecond(random.nextInt()))));
    }

    @Property
    void consentsComeBack(@ForAll long seed) {
        roundTrips(
                seed,
                ConsentRows.MAPPING,
                () -> new Consent(
                        new ConsentId(uuid()),
                        STORED,
                        new ConsentScope(new PersonId(uuid()), pick(Channel.values()), text()),
                        pick(LawfulBasis.values()),
                        pick(ConsentState.values()),
                        new ConsentProof(maybe(this::text), maybe(this::text), maybe(() -> "0a".repeat(32))),
                        new ConsentTimes(
                                maybe(this::instant),
                                maybe(this::instant),
                                maybe(this::instant),
                                maybe(this::instant),
                                maybe(this::instant))));
    }

    @Property
    void suppressionsAndRetentionHoldsComeBack(@ForAll long seed) {
        roundTrips(
                seed,
                SuppressionRows.MAPPING,
                () -> new Suppression(
                        new SuppressionId(uuid()),
                        STORED,
                        pick(Channel.values()),
                        text(),
                        pick(SuppressionReason.values()),
                        instant()));
        roundTrips(
                seed,
                RetentionHoldRows.MAPPING,
                () -> new RetentionHold(
                        new RetentionHoldId(uuid()), STORED, new PersonId(uuid()), text(), day(0), instant()));
    }

    @Property
    void documentReferencesComeBack(@ForAll long seed) {
        roundTrips(seed, DocumentReferenceRows.MAPPING, () -> {
            DocumentNumber order = new DocumentNumber("O", 2020 + random.nextInt(9), 1 + random.nextInt(99_999));
            CompanyId company = maybe(() -> new CompanyId(uuid()));
            return new DocumentReference(
                    new DocumentReferenceId(uuid()),
                    STORED,
                    new HostDocument(
                            new DocumentLink(pick(DocumentKind.INVOICE, DocumentKind.RECEIPT), text() + " /=#"),
                            instant(),
                            maybe(() -> day(0)),
                            pick(DocumentStatus.values()),
                            maybe(this::money),
                            new DocumentSubjects(
                                    company,
                                    company == null ? new PersonId(uuid()) : null,
                                    maybe(() -> new OpportunityId(uuid()))),
                            random.nextBoolean()
                                    ? List.of()
                                    : List.of(
                                            new DocumentLink(DocumentKind.QUOTE, "Q-2026-00001/2"),
                                            new DocumentLink(DocumentKind.DELIVERY_NOTE, "a b " + text())),
                            random.nextBoolean()
                                    ? List.of()
                                    : List.of(
                                            new LineQuantity(order, 1, new BigDecimal("0.0001")),
                                            new LineQuantity(order, 12, new BigDecimal("-20")))));
        });
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L);
    }

    private CustomFields custom() {
        return random.nextBoolean()
                ? CustomFields.NONE
                : CustomFields.of(FieldKey.text("note"), text()).with(FieldKey.money("limit"), money());
    }

    private Set<String> tags() {
        return random.nextBoolean() ? Set.of() : Set.of("vip", text());
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String text() {
        return pick("Acme", "\u05E9\u05DC\u05D5\u05DD", "Zoe\u0308", "\uD83D\uDE80") + random.nextInt(100);
    }

    private Money money() {
        return pick(Money.of("0.01", "EUR"), Money.of("-7", "JPY"), Money.of("999999999999999.999", "KWD"));
    }

    private LocalDate day(int after) {
        return LocalDate.of(2020, 1, 1).plusDays(after + random.nextInt(900));
    }

    private OpportunityLine opportunityLine() {
        return new OpportunityLine(
                maybe(() -> new ProductId(uuid())),
                "line " + random.nextInt(9),
                BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(5)),
                new Money(BigDecimal.valueOf(random.nextInt(1_000_000), 2), Currency.getInstance("EUR")),
                BigDecimal.valueOf(random.nextInt(1_000_000), 4),
                pick(Charge.values()));
    }

    private <T> List<T> some(Supplier<T> each) {
        return Stream.generate(each).limit(random.nextInt(3)).toList();
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    @SafeVarargs
    private final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
