package io.crmkit.core.tck;

import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityDirection;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityPlan;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.activity.ActivityTypeDefinitionId;
import io.crmkit.core.activity.CountingRule;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.activity.FollowUpSuggestion;
import io.crmkit.core.activity.IndicatorRole;
import io.crmkit.core.activity.Occurrence;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.activity.Recurrence;
import io.crmkit.core.activity.Rescheduling;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.ActivityTypeFields;
import io.crmkit.core.audience.AffiliationFields;
import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.ConsentFields;
import io.crmkit.core.audience.DocumentReferenceFields;
import io.crmkit.core.audience.LeadFields;
import io.crmkit.core.audience.MergeFields;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.audience.PipelineFields;
import io.crmkit.core.audience.ProductFields;
import io.crmkit.core.audience.QuoteFields;
import io.crmkit.core.audience.RetentionHoldFields;
import io.crmkit.core.audience.SalesOrderFields;
import io.crmkit.core.audience.SellerFields;
import io.crmkit.core.audience.SuppressionFields;
import io.crmkit.core.audience.TeamFields;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentReferenceId;
import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.AffiliationId;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.LeadLinks;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.LeadProgress;
import io.crmkit.core.party.LeadStatus;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.MergeId;
import io.crmkit.core.party.MergedField;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.BuyingRole;
import io.crmkit.core.pipeline.Charge;
import io.crmkit.core.pipeline.ContactRole;
import io.crmkit.core.pipeline.Ending;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Gate;
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
import io.crmkit.core.pipeline.Requirement;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.port.Stores;
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
import io.crmkit.core.tck.Specimens.Values;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The specimens of each noun. */
final class Nouns {

    static final Specimens<Company, CompanyId> COMPANIES = new Specimens<>(
            Stores::companies,
            CompanyFields.ALL.with(Extras.keys()),
            CompanyId::new,
            id -> Company.named(id, "Bare"),
            (id, v) -> new Company(
                    id,
                    Revision.NONE,
                    v.text(),
                    v.text(),
                    v.text(),
                    new CompanyId(uuid()),
                    Contacts.points(v),
                    Contacts.relationship(v),
                    new CompanyId(uuid()),
                    Extras.fields(v),
                    Extras.tags(v)));

    static final Specimens<Person, PersonId> PEOPLE = new Specimens<>(
            Stores::people,
            PersonFields.ALL.with(Extras.keys()),
            PersonId::new,
            id -> new Person(id, Revision.NONE, "Bare", null),
            (id, v) -> new Person(
                    id,
                    Revision.NONE,
                    v.text(),
                    Contacts.points(v),
                    Contacts.relationship(v),
                    new PersonId(uuid()),
                    Extras.fields(v),
                    Extras.tags(v)));

    static final Specimens<Affiliation, AffiliationId> AFFILIATIONS = new Specimens<>(
            Stores::affiliations,
            AffiliationFields.ALL.with(Extras.keys()),
            AffiliationId::new,
            Contacts::bare,
            Contacts::affiliation);

    static final Specimens<Seller, SellerId> SELLERS = new Specimens<>(
            Stores::sellers,
            SellerFields.ALL.with(Extras.keys()),
            SellerId::new,
            id -> new Seller(id, Revision.NONE, "Bare", null),
            (id, v) -> new Seller(
                    id, Revision.NONE, v.text(), new TeamId(uuid()), v.zone(), Extras.fields(v), Extras.tags(v)));

    static final Specimens<Team, TeamId> TEAMS = new Specimens<>(
            Stores::teams,
            TeamFields.ALL.with(Extras.keys()),
            TeamId::new,
            id -> new Team(id, Revision.NONE, "Bare", null),
            (id, v) -> new Team(
                    id,
                    Revision.NONE,
                    v.text(),
                    v.text(),
                    new TeamId(uuid()),
                    new SellerId(uuid()),
                    Extras.fields(v),
                    Extras.tags(v)));

    static final Specimens<Product, ProductId> PRODUCTS = new Specimens<>(
            Stores::products,
            ProductFields.ALL.with(Extras.keys()),
            ProductId::new,
            id -> new Product(id, Revision.NONE, "Bare", null, null),
            (id, v) -> new Product(id, Revision.NONE, v.text(), v.text(), v.money(), Extras.fields(v), Extras.tags(v)));

    static final Specimens<Quote, QuoteId> QUOTES = new Specimens<>(
            Stores::quotes, QuoteFields.ALL.with(Extras.keys()), QuoteId::new, Documents::bareQuote, Documents::quote);

    static final Specimens<SalesOrder, SalesOrderId> ORDERS = new Specimens<>(
            Stores::orders,
            SalesOrderFields.ALL.with(Extras.keys()),
            SalesOrderId::new,
            Documents::bareOrder,
            Documents::order);

    static final Specimens<DocumentReference, DocumentReferenceId> DOCUMENT_REFERENCES = new Specimens<>(
            Stores::documentReferences,
            DocumentReferenceFields.ALL,
            DocumentReferenceId::new,
            Documents::bareReference,
            Documents::reference);

    static final Specimens<Pipeline, PipelineId> PIPELINES = new Specimens<>(
            Stores::pipelines,
            PipelineFields.ALL,
            PipelineId::new,
            id -> new Pipeline(id, Revision.NONE, "Bare", List.of(stage("Only", StageKind.OPEN))),
            (id, v) -> new Pipeline(
                    id,
                    Revision.NONE,
                    v.text(),
                    new PipelineUse(v.text(), Set.of(new TeamId(uuid()), new TeamId(uuid()))),
                    v.second() ? 2 : 3,
                    stages(v),
                    v.second()
                            ? List.of(new PipelineVersion(1, stages(v)))
                            : List.of(
                                    new PipelineVersion(1, stages(v)),
                                    new PipelineVersion(2, List.of(stage("Only", StageKind.OPEN))))));

    static final Specimens<Opportunity, OpportunityId> OPPORTUNITIES = new Specimens<>(
            Stores::opportunities,
            OpportunityFields.ALL.with(Extras.keys()),
            OpportunityId::new,
            Nouns::bareOpportunity,
            Nouns::opportunity);

    static final Specimens<Activity, ActivityId> ACTIVITIES = new Specimens<>(
            Stores::activities,
            ActivityFields.ALL.with(Extras.keys()),
            ActivityId::new,
            Nouns::bareActivity,
            Nouns::activity);

    static final Specimens<ActivityTypeDefinition, ActivityTypeDefinitionId> ACTIVITY_TYPES = new Specimens<>(
            Stores::activityTypes,
            ActivityTypeFields.ALL,
            ActivityTypeDefinitionId::new,
            Nouns::bareActivityType,
            Nouns::activityType);

    static final Specimens<Consent, ConsentId> CONSENTS =
            new Specimens<>(Stores::consents, ConsentFields.ALL, ConsentId::new, Nouns::bareConsent, Nouns::consent);

    static final Specimens<Suppression, SuppressionId> SUPPRESSIONS = new Specimens<>(
            Stores::suppressions,
            SuppressionFields.ALL,
            SuppressionId::new,
            id -> new Suppression(id, Revision.NONE, Channel.EMAIL, "00", SuppressionReason.ERASED, Instant.EPOCH),
            (id, v) -> new Suppression(
                    id,
                    Revision.NONE,
                    v.second() ? Channel.SMS : Channel.POST,
                    v.text(),
                    v.second() ? SuppressionReason.BOUNCED : SuppressionReason.OBJECTED,
                    v.at()));

    static final Specimens<RetentionHold, RetentionHoldId> RETENTION_HOLDS = new Specimens<>(
            Stores::retentionHolds,
            RetentionHoldFields.ALL,
            RetentionHoldId::new,
            id -> new RetentionHold(id, Revision.NONE, new PersonId(uuid()), "Bare", LocalDate.EPOCH, Instant.EPOCH),
            (id, v) -> new RetentionHold(
                    id,
                    Revision.NONE,
                    new PersonId(uuid()),
                    v.text(),
                    LocalDate.ofInstant(v.at(), ZoneOffset.UTC),
                    v.at()));

    static final Specimens<Lead, LeadId> LEADS = new Specimens<>(
            Stores::leads, LeadFields.ALL.with(Extras.keys()), LeadId::new, Nouns::bareLead, Nouns::lead);

    static final Specimens<Merge, MergeId> MERGES =
            new Specimens<>(Stores::merges, MergeFields.ALL, MergeId::new, Nouns::bareMerge, Nouns::merge);

    private Nouns() {}

    private static Merge bareMerge(MergeId id) {
        return new Merge(
                id, Revision.NONE, DuplicateKind.PERSON, uuid(), uuid(), null, Instant.EPOCH, 0, 0, List.of(), null);
    }

    private static Merge merge(MergeId id, Values v) {
        return new Merge(
                id,
                Revision.NONE,
                v.second() ? DuplicateKind.PERSON : DuplicateKind.COMPANY,
                uuid(),
                uuid(),
                v.text(),
                v.at(),
                v.second() ? 1 : 12,
                v.second() ? Long.MAX_VALUE : 14,
                List.of(new MergedField("name", v.text(), "\"a\\b\n"), new MergedField("tags[vip]", null, v.text())),
                v.at().plusSeconds(1));
    }

    private static Lead bareLead(LeadId id) {
        return new Lead(
                id,
                Revision.NONE,
                new LeadName("Bare", null),
                List.of(),
                LeadProgress.NEW,
                null,
                null,
                LeadLinks.NONE,
                CustomFields.NONE,
                Set.of());
    }

    private static Lead lead(LeadId id, Values v) {
        LocalDate day = LocalDate.ofInstant(v.at(), ZoneOffset.UTC);
        return new Lead(
                id,
                Revision.NONE,
                new LeadName(v.text(), v.text()),
                Contacts.points(v),
                new LeadProgress(LeadStatus.CONVERTED, new SellerId(uuid()), v.text(), day),
                v.second() ? "Fair" : "Web",
                v.text() + "\n\tand more",
                new LeadLinks(new PersonId(uuid()), new CompanyId(uuid()), new OpportunityId(uuid())),
                Extras.fields(v),
                Extras.tags(v));
    }

    private static Consent bareConsent(ConsentId id) {
        return new Consent(
                id,
                Revision.NONE,
                new ConsentScope(new PersonId(uuid()), Channel.EMAIL, "Bare"),
                LawfulBasis.CONTRACT,
                ConsentState.EXPIRED,
                ConsentProof.NONE,
                ConsentTimes.NONE);
    }

    private static Consent consent(ConsentId id, Values v) {
        return new Consent(
                id,
                Revision.NONE,
                new ConsentScope(new PersonId(uuid()), v.second() ? Channel.PHONE : Channel.SMS, v.text()),
                v.second() ? LawfulBasis.LEGITIMATE_INTEREST : LawfulBasis.CONSENT,
                v.second() ? ConsentState.WITHDRAWN : ConsentState.GIVEN,
                new ConsentProof(v.text(), v.text(), (v.second() ? "a1" : "b2").repeat(32)),
                new ConsentTimes(
                        v.at(),
                        v.at().plusSeconds(1),
                        v.at().plusSeconds(2),
                        v.at().plusSeconds(3),
                        v.at().plusSeconds(4)));
    }

    private static Opportunity bareOpportunity(OpportunityId id) {
        return new Opportunity(
                id,
                Revision.NONE,
                new OpportunityLabel("Bare", null, null),
                new OpportunityParties(null, null, null),
                standing(Outcome.LOST),
                OpportunityDates.UNKNOWN,
                null);
    }

    private static Opportunity opportunity(OpportunityId id, Values v) {
        LocalDate day = LocalDate.ofInstant(v.at(), ZoneOffset.UTC);
        return new Opportunity(
                id,
                Revision.NONE,
                new OpportunityLabel(v.text(), v.text(), v.text()),
                new OpportunityParties(
                        new SellerId(uuid()),
                        new TeamId(uuid()),
                        new CompanyId(uuid()),
                        new PersonId(uuid()),
                        List.of(
                                new ContactRole(new PersonId(uuid()), BuyingRole.DECISION_MAKER),
                                new ContactRole(
                                        new PersonId(uuid()), v.second() ? BuyingRole.USER : BuyingRole.CHAMPION))),
                new Standing(
                        new PipelineId(uuid()),
                        v.second() ? 2 : 999_999_999,
                        new StageId(uuid()),
                        new StageId(uuid()),
                        v.second() ? Outcome.LOST : Outcome.WON,
                        v.at()),
                new OpportunityDates(day, day.plusDays(30), day.plusDays(40)),
                v.money(),
                Money.of(v.second() ? "7" : "8", v.money().currency().getCurrencyCode()),
                List.of(
                        new OpportunityLine(
                                new ProductId(uuid()),
                                v.text(),
                                new BigDecimal(v.second() ? "2.5" : "3"),
                                Money.of(v.second() ? "19.9" : "20", "EUR"),
                                new BigDecimal(v.second() ? "12.3456" : "0"),
                                v.second() ? Charge.ONCE : Charge.MONTHLY),
                        OpportunityLine.of("Second", "1", Money.of("0", "EUR"), Charge.ONCE)),
                new Outlook(
                        v.second() ? 35 : 70,
                        v.second() ? ForecastCategory.COMMIT : ForecastCategory.BEST_CASE,
                        v.text(),
                        day),
                new Ending(v.text(), v.text(), v.text()),
                List.of(
                        new MoveCorrection(new Revision(v.second() ? 1 : 2), v.at()),
                        new MoveCorrection(new Revision(3), v.at().plusSeconds(60))),
                Extras.fields(v),
                Extras.tags(v));
    }

    private static Standing standing(Outcome outcome) {
        return new Standing(new PipelineId(uuid()), new StageId(uuid()), new StageId(uuid()), outcome);
    }

    private static Activity bareActivity(ActivityId id) {
        return new Activity(
                id,
                Revision.NONE,
                ActivityType.CALL,
                new SellerId(uuid()),
                Instant.EPOCH,
                ActivityState.PLANNED,
                ActivitySubjects.NONE,
                null);
    }

    private static Activity activity(ActivityId id, Values v) {
        return new Activity(
                id,
                Revision.NONE,
                v.second() ? ActivityType.MEETING : ActivityType.QUOTE,
                new SellerId(uuid()),
                v.at(),
                v.second() ? ActivityState.NOT_HELD : ActivityState.HELD,
                new ActivitySubjects(
                        new CompanyId(uuid()),
                        new PersonId(uuid()),
                        new OpportunityId(uuid()),
                        new QuoteId(uuid()),
                        new SalesOrderId(uuid())),
                v.text(),
                details(v),
                new ActivityText(v.text(), v.text() + "\n\tsecond line", v.text()),
                List.of(
                        new Participant(
                                new PersonId(uuid()), null, v.second() ? Acceptance.ACCEPTED : Acceptance.TENTATIVE),
                        new Participant(
                                null, new SellerId(uuid()), v.second() ? Acceptance.DECLINED : Acceptance.ACCEPTED)),
                new ActivityPlan(
                        new ActivityId(uuid()),
                        new Rescheduling(v.second() ? 1 : 2, v.at()),
                        new Recurrence(
                                v.second() ? "FREQ=DAILY" : "FREQ=WEEKLY;BYDAY=MO,TH",
                                ZoneId.of(v.second() ? "Europe/Rome" : "America/New_York"),
                                Set.of(v.at(), v.at().plusSeconds(86_400))),
                        new Occurrence(new ActivityId(uuid()), v.at())),
                Extras.fields(v),
                Extras.tags(v));
    }

    private static ActivityTypeDefinition bareActivityType(ActivityTypeDefinitionId id) {
        return new ActivityTypeDefinition(
                id,
                Revision.NONE,
                ActivityType.CALL,
                "Call",
                null,
                null,
                ActivityType.CALL,
                new CountingRule(Set.of(), Credit.OWNER),
                null);
    }

    private static ActivityTypeDefinition activityType(ActivityTypeDefinitionId id, Values v) {
        return new ActivityTypeDefinition(
                id,
                Revision.NONE,
                v.second() ? ActivityType.MEETING : ActivityType.QUOTE,
                v.text(),
                v.second() ? ActivityKind.TASK : ActivityKind.MEETING,
                v.second() ? IndicatorRole.LAGGING : IndicatorRole.LEADING,
                v.second() ? ActivityType.QUOTE : ActivityType.MEETING,
                v.second()
                        ? new CountingRule(Set.of(ActivityState.values()), Credit.SPLIT)
                        : new CountingRule(Set.of(ActivityState.PLANNED), Credit.EVERY_SELLER),
                new FollowUpSuggestion(ActivityType.CALL, v.second() ? 3 : 14));
    }

    private static ActivityDetails details(Values v) {
        Duration duration = Duration.ofMinutes(v.second() ? 45 : 90);
        return switch (Math.floorMod(v.at().getEpochSecond() / 3_600, 4)) {
            case 0 -> new ActivityDetails.Meeting(v.text(), duration);
            case 1 ->
                new ActivityDetails.Call(v.second() ? ActivityDirection.INBOUND : ActivityDirection.OUTBOUND, duration);
            case 2 -> new ActivityDetails.Task(LocalDate.ofInstant(v.at(), ZoneOffset.UTC), duration);
            default -> new ActivityDetails.Email(v.second() ? ActivityDirection.INBOUND : null);
        };
    }

    private static List<Stage> stages(Values v) {
        Stage first = new Stage(
                new StageId(uuid()),
                v.text(),
                StageKind.OPEN,
                v.second() ? 10 : 20,
                v.second() ? ForecastCategory.OMITTED : ForecastCategory.MOST_LIKELY,
                v.second() ? 14 : 30,
                gate(v));
        Stage last = stage("Lost", StageKind.LOST);
        return v.second()
                ? List.of(last, first)
                : List.of(first, stage("Paused", StageKind.ON_HOLD), stage("Won", StageKind.WON), last);
    }

    private static Gate gate(Values v) {
        return v.second()
                ? Gate.requiring(Requirement.AMOUNT)
                : new Gate(
                        Set.of(Requirement.CONTACT, Requirement.REASON), Set.of("budget", "needs"), true, true, true);
    }

    private static Stage stage(String name, StageKind kind) {
        return new Stage(new StageId(uuid()), name, kind);
    }

    private static UUID uuid() {
        return UUID.randomUUID();
    }
}
