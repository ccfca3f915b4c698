package io.crmkit.jpa;

import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.ActivityDirection;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.activity.IndicatorRole;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentStatus;
import io.crmkit.core.document.LineKind;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.journal.ChangeKind;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.LeadStatus;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.pipeline.Charge;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Requirement;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.ConsentState;
import io.crmkit.core.privacy.LawfulBasis;
import io.crmkit.core.privacy.SuppressionReason;
import io.crmkit.core.timeline.EntryKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The codes under which closed choices are stored; they stay as they are when a constant is renamed. */
final class Codes<E extends Enum<E>> {

    static final Codes<Outcome> OUTCOME =
            new Codes<>(Outcome.class, Map.of(Outcome.OPEN, "open", Outcome.WON, "won", Outcome.LOST, "lost"));

    static final Codes<Charge> CHARGE =
            new Codes<>(Charge.class, Map.of(Charge.ONCE, "once", Charge.MONTHLY, "monthly"));

    static final Codes<StageKind> STAGE_KIND = new Codes<>(
            StageKind.class,
            Map.of(
                    StageKind.OPEN, "open",
                    StageKind.ON_HOLD, "on-hold",
                    StageKind.WON, "won",
                    StageKind.LOST, "lost"));

    static final Codes<ActivityState> ACTIVITY_STATE = new Codes<>(
            ActivityState.class,
            Map.of(
                    ActivityState.PLANNED, "planned",
                    ActivityState.HELD, "held",
                    ActivityState.NOT_HELD, "not-held",
                    ActivityState.CANCELLED, "cancelled"));

    static final Codes<ActivityKind> ACTIVITY_KIND = new Codes<>(
            ActivityKind.class,
            Map.of(
                    ActivityKind.CALL, "call",
                    ActivityKind.MEETING, "meeting",
                    ActivityKind.EMAIL, "email",
                    ActivityKind.TASK, "task",
                    ActivityKind.NOTE, "note"));

    static final Codes<ActivityDirection> ACTIVITY_DIRECTION = new Codes<>(
            ActivityDirection.class,
            Map.of(ActivityDirection.INBOUND, "inbound", ActivityDirection.OUTBOUND, "outbound"));

    static final Codes<IndicatorRole> INDICATOR_ROLE = new Codes<>(
            IndicatorRole.class, Map.of(IndicatorRole.LEADING, "leading", IndicatorRole.LAGGING, "lagging"));

    static final Codes<Credit> CREDIT = new Codes<>(
            Credit.class, Map.of(Credit.OWNER, "owner", Credit.EVERY_SELLER, "every-seller", Credit.SPLIT, "split"));

    static final Codes<Acceptance> ACCEPTANCE = new Codes<>(
            Acceptance.class,
            Map.of(
                    Acceptance.NEEDS_ACTION, "needs-action",
                    Acceptance.ACCEPTED, "accepted",
                    Acceptance.DECLINED, "declined",
                    Acceptance.TENTATIVE, "tentative"));

    static final Codes<ForecastCategory> FORECAST_CATEGORY = new Codes<>(
            ForecastCategory.class,
            Map.of(
                    ForecastCategory.OMITTED, "omitted",
                    ForecastCategory.PIPELINE, "pipeline",
                    ForecastCategory.BEST_CASE, "best-case",
                    ForecastCategory.MOST_LIKELY, "most-likely",
                    ForecastCategory.COMMIT, "commit",
                    ForecastCategory.CLOSED, "closed"));

    static final Codes<Requirement> REQUIREMENT = new Codes<>(
            Requirement.class,
            Map.of(
                    Requirement.OWNER, "owner",
                    Requirement.COMPANY, "company",
                    Requirement.CONTACT, "contact",
                    Requirement.PRODUCT, "product",
                    Requirement.AMOUNT, "amount",
                    Requirement.EXPECTED_CLOSE, "expected-close",
                    Requirement.NEXT_STEP, "next-step",
                    Requirement.REASON, "reason",
                    Requirement.COMPETITOR, "competitor"));
    static final Codes<ContactStatus> CONTACT_STATUS = new Codes<>(
            ContactStatus.class,
            Map.of(
                    ContactStatus.ACTIVE, "active",
                    ContactStatus.BOUNCED, "bounced",
                    ContactStatus.OPTED_OUT, "opted-out"));

    static final Codes<SalesStage> SALES_STAGE = new Codes<>(
            SalesStage.class,
            Map.of(
                    SalesStage.SUSPECT, "suspect",
                    SalesStage.PROSPECT, "prospect",
                    SalesStage.CUSTOMER, "customer",
                    SalesStage.FORMER, "former"));

    static final Codes<PartyState> PARTY_STATE = new Codes<>(
            PartyState.class,
            Map.of(
                    PartyState.ACTIVE, "active",
                    PartyState.ARCHIVED, "archived",
                    PartyState.MERGED, "merged",
                    PartyState.ERASED, "erased"));
    static final Codes<LeadStatus> LEAD_STATUS = new Codes<>(
            LeadStatus.class,
            Map.of(
                    LeadStatus.NEW, "new",
                    LeadStatus.ASSIGNED, "assigned",
                    LeadStatus.IN_PROCESS, "in-process",
                    LeadStatus.CONVERTED, "converted",
                    LeadStatus.RECYCLED, "recycled",
                    LeadStatus.DEAD, "dead"));

    static final Codes<DuplicateKind> DUPLICATE_KIND = new Codes<>(
            DuplicateKind.class,
            Map.of(DuplicateKind.PERSON, "person", DuplicateKind.COMPANY, "company", DuplicateKind.LEAD, "lead"));

    static final Codes<LineKind> LINE_KIND = new Codes<>(
            LineKind.class,
            Map.of(
                    LineKind.STANDARD, "standard",
                    LineKind.OPTIONAL, "optional",
                    LineKind.ALTERNATIVE, "alternative"));

    static final Codes<QuoteState> QUOTE_STATE = new Codes<>(
            QuoteState.class,
            Map.of(
                    QuoteState.DRAFT, "draft",
                    QuoteState.SENT, "sent",
                    QuoteState.ACCEPTED, "accepted",
                    QuoteState.DECLINED, "declined",
                    QuoteState.EXPIRED, "expired",
                    QuoteState.SUPERSEDED, "superseded",
                    QuoteState.CANCELLED, "cancelled"));

    static final Codes<OrderState> ORDER_STATE =
            new Codes<>(OrderState.class, Map.of(OrderState.CONFIRMED, "confirmed", OrderState.CANCELLED, "cancelled"));

    static final Codes<DocumentKind> DOCUMENT_KIND = new Codes<>(
            DocumentKind.class,
            Map.of(
                    DocumentKind.QUOTE, "quote",
                    DocumentKind.SALES_ORDER, "sales-order",
                    DocumentKind.HOST_ORDER, "host-order",
                    DocumentKind.DELIVERY_NOTE, "delivery-note",
                    DocumentKind.INVOICE, "invoice",
                    DocumentKind.CREDIT_NOTE, "credit-note",
                    DocumentKind.RECEIPT, "receipt"));

    static final Codes<DocumentStatus> DOCUMENT_STATUS = new Codes<>(
            DocumentStatus.class,
            Map.of(
                    DocumentStatus.OPEN, "open",
                    DocumentStatus.PARTLY_COMPLETED, "partly-completed",
                    DocumentStatus.COMPLETED, "completed",
                    DocumentStatus.CANCELLED, "cancelled"));

    static final Codes<ChangeKind> CHANGE_KIND =
            new Codes<>(ChangeKind.class, Map.of(ChangeKind.ADDED, "added", ChangeKind.CHANGED, "changed"));

    static final Codes<EntryKind> ENTRY_KIND = new Codes<>(
            EntryKind.class,
            Map.ofEntries(
                    Map.entry(EntryKind.ACTIVITY, "activity"),
                    Map.entry(EntryKind.ADDED, "added"),
                    Map.entry(EntryKind.STAGE_MOVE, "stage-move"),
                    Map.entry(EntryKind.FIELD_CHANGE, "field-change"),
                    Map.entry(EntryKind.QUOTE, "quote"),
                    Map.entry(EntryKind.SALES_ORDER, "sales-order"),
                    Map.entry(EntryKind.HOST_ORDER, "host-order"),
                    Map.entry(EntryKind.DELIVERY_NOTE, "delivery-note"),
                    Map.entry(EntryKind.INVOICE, "invoice"),
                    Map.entry(EntryKind.CREDIT_NOTE, "credit-note"),
                    Map.entry(EntryKind.RECEIPT, "receipt")));
    static final Codes<Channel> CHANNEL = new Codes<>(
            Channel.class,
            Map.of(Channel.EMAIL, "email", Channel.PHONE, "phone", Channel.SMS, "sms", Channel.POST, "post"));

    static final Codes<LawfulBasis> LAWFUL_BASIS = new Codes<>(
            LawfulBasis.class,
            Map.of(
                    LawfulBasis.CONSENT, "consent",
                    LawfulBasis.CONTRACT, "contract",
                    LawfulBasis.LEGAL_OBLIGATION, "legal-obligation",
                    LawfulBasis.VITAL_INTEREST, "vital-interest",
                    LawfulBasis.PUBLIC_INTEREST, "public-interest",
                    LawfulBasis.LEGITIMATE_INTEREST, "legitimate-interest"));

    static final Codes<ConsentState> CONSENT_STATE = new Codes<>(
            ConsentState.class,
            Map.of(
                    ConsentState.REQUESTED, "requested",
                    ConsentState.GIVEN, "given",
                    ConsentState.WITHDRAWN, "withdrawn",
                    ConsentState.EXPIRED, "expired"));

    static final Codes<SuppressionReason> SUPPRESSION_REASON = new Codes<>(
            SuppressionReason.class,
            Map.of(
                    SuppressionReason.ERASED, "erased",
                    SuppressionReason.OBJECTED, "objected",
                    SuppressionReason.BOUNCED, "bounced"));

    private final Map<E, String> codes;
    private final Map<String, E> constants = new HashMap<>();

    private Codes(Class<E> type, Map<E, String> codes) {
        this.codes = new EnumMap<>(codes);
        codes.forEach((constant, code) -> constants.put(code, constant));
        if (constants.size() != type.getEnumConstants().length) {
            throw new IllegalStateException("each constant of " + type + " must have a code of its own: " + codes);
        }
    }

    String of(E constant) {
        String code = codes.get(constant);
        if (code == null) {
            throw new IllegalArgumentException("no code for " + constant);
        }
        return code;
    }

    E constant(String code) {
        E constant = constants.get(code);
        if (constant == null) {
            throw new IllegalArgumentException("code must be one of " + constants.keySet() + ": '" + code + "'");
        }
        return constant;
    }
}
