package io.crmkit.core.audience;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.BuyingRole;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The fields of opportunities. */
public final class OpportunityFields {

    /** The identity. */
    public static final Field<Opportunity, OpportunityId> ID =
            new Field<>(Opportunity.class, "id", FieldType.ID, Codec.id(OpportunityId::new), Opportunity::id);

    /** The title. */
    public static final Field<Opportunity, String> NAME = new Field<>(
            Opportunity.class,
            "name",
            FieldType.TEXT,
            Codec.same(String.class),
            deal -> deal.label().name());

    /** The number in the system it came from. */
    public static final Field<Opportunity, String> REFERENCE = new Field<>(
            Opportunity.class,
            "reference",
            FieldType.TEXT,
            Codec.same(String.class),
            deal -> deal.label().reference());

    /** The name of the product negotiated. */
    public static final Field<Opportunity, String> PRODUCT = new Field<>(
            Opportunity.class,
            "product",
            FieldType.TEXT,
            Codec.same(String.class),
            deal -> deal.label().product());

    /** The seller whose it is. */
    public static final Field<Opportunity, SellerId> OWNER = new Field<>(
            Opportunity.class,
            "owner",
            FieldType.ID,
            Codec.id(SellerId::new),
            deal -> deal.parties().owner());

    /** The team whose it is. */
    public static final Field<Opportunity, TeamId> TEAM = new Field<>(
            Opportunity.class,
            "team",
            FieldType.ID,
            Codec.id(TeamId::new),
            deal -> deal.parties().team());

    /** The company sold to. */
    public static final Field<Opportunity, CompanyId> COMPANY = new Field<>(
            Opportunity.class,
            "company",
            FieldType.ID,
            Codec.id(CompanyId::new),
            deal -> deal.parties().company());

    /** The person sold to. */
    public static final Field<Opportunity, PersonId> CONTACT = new Field<>(
            Opportunity.class,
            "contact",
            FieldType.ID,
            Codec.id(PersonId::new),
            deal -> deal.parties().contact());

    /** The pipeline it moves through. */
    public static final Field<Opportunity, PipelineId> PIPELINE = new Field<>(
            Opportunity.class,
            "pipeline",
            FieldType.ID,
            Codec.id(PipelineId::new),
            deal -> deal.standing().pipeline());

    /** The stage it is in. */
    public static final Field<Opportunity, StageId> STAGE = new Field<>(
            Opportunity.class,
            "stage",
            FieldType.ID,
            Codec.id(StageId::new),
            deal -> deal.standing().stage());

    /** The furthest open stage it has reached. */
    public static final Field<Opportunity, StageId> REACHED = new Field<>(
            Opportunity.class,
            "reached",
            FieldType.ID,
            Codec.id(StageId::new),
            deal -> deal.standing().reached());

    /** The version of the pipeline it is judged by. */
    public static final Field<Opportunity, BigDecimal> VERSION = new Field<>(
            Opportunity.class,
            "version",
            FieldType.NUMBER,
            Codec.same(BigDecimal.class),
            deal -> BigDecimal.valueOf(deal.standing().version()));

    /** When it entered its stage. */
    public static final Field<Opportunity, Instant> ENTERED_AT = new Field<>(
            Opportunity.class,
            "enteredAt",
            FieldType.INSTANT,
            Codec.same(Instant.class),
            deal -> deal.standing().enteredAt());

    /** Whether it is open, won or lost. */
    public static final Field<Opportunity, Outcome> OUTCOME = new Field<>(
            Opportunity.class,
            "outcome",
            FieldType.CHOICE,
            Codec.constant(Outcome.class),
            deal -> deal.standing().outcome());

    /** The day it was opened. */
    public static final Field<Opportunity, LocalDate> OPENED_ON = new Field<>(
            Opportunity.class,
            "openedOn",
            FieldType.DATE,
            Codec.same(LocalDate.class),
            deal -> deal.dates().openedOn());

    /** The day a decision is expected. */
    public static final Field<Opportunity, LocalDate> EXPECTED_CLOSE = new Field<>(
            Opportunity.class,
            "expectedClose",
            FieldType.DATE,
            Codec.same(LocalDate.class),
            deal -> deal.dates().expectedClose());

    /** The day it was won or lost. */
    public static final Field<Opportunity, LocalDate> CLOSED_ON = new Field<>(
            Opportunity.class,
            "closedOn",
            FieldType.DATE,
            Codec.same(LocalDate.class),
            deal -> deal.dates().closedOn());

    /** What it is worth. */
    public static final Field<Opportunity, Money> AMOUNT =
            new Field<>(Opportunity.class, "amount", FieldType.MONEY, Codec.same(Money.class), Opportunity::amount);

    /** What it is worth every month besides. */
    public static final Field<Opportunity, Money> RECURRING = new Field<>(
            Opportunity.class, "recurring", FieldType.MONEY, Codec.same(Money.class), Opportunity::recurring);

    /** How probable a contract is in the seller's eyes, in percent. */
    public static final Field<Opportunity, BigDecimal> PROBABILITY = new Field<>(
            Opportunity.class,
            "probability",
            FieldType.NUMBER,
            Codec.same(BigDecimal.class),
            deal -> deal.outlook().probability() == null
                    ? null
                    : BigDecimal.valueOf(deal.outlook().probability()));

    /** How surely it is counted on in the seller's eyes. */
    public static final Field<Opportunity, ForecastCategory> CATEGORY = new Field<>(
            Opportunity.class,
            "category",
            FieldType.CHOICE,
            Codec.constant(ForecastCategory.class),
            deal -> deal.outlook().category());

    /** What happens next. */
    public static final Field<Opportunity, String> NEXT_STEP = new Field<>(
            Opportunity.class,
            "nextStep",
            FieldType.TEXT,
            Codec.same(String.class),
            deal -> deal.outlook().nextStep());

    /** By when it happens. */
    public static final Field<Opportunity, LocalDate> NEXT_STEP_DUE = new Field<>(
            Opportunity.class,
            "nextStepDue",
            FieldType.DATE,
            Codec.same(LocalDate.class),
            deal -> deal.outlook().nextStepDue());

    /** Why it ended. */
    public static final Field<Opportunity, String> REASON = new Field<>(
            Opportunity.class,
            "reason",
            FieldType.TEXT,
            Codec.same(String.class),
            deal -> deal.ending().reason());

    /** Who else was in the running. */
    public static final Field<Opportunity, String> COMPETITOR = new Field<>(
            Opportunity.class,
            "competitor",
            FieldType.TEXT,
            Codec.same(String.class),
            deal -> deal.ending().competitor());

    /** All of them, by name. */
    public static final Fields<Opportunity> ALL = new Fields<>(
            Opportunity.class,
            List.of(
                    ID,
                    NAME,
                    REFERENCE,
                    PRODUCT,
                    OWNER,
                    TEAM,
                    COMPANY,
                    CONTACT,
                    PIPELINE,
                    STAGE,
                    REACHED,
                    VERSION,
                    ENTERED_AT,
                    OUTCOME,
                    OPENED_ON,
                    EXPECTED_CLOSE,
                    CLOSED_ON,
                    AMOUNT,
                    RECURRING,
                    PROBABILITY,
                    CATEGORY,
                    NEXT_STEP,
                    NEXT_STEP_DUE,
                    REASON,
                    COMPETITOR),
            Opportunity::custom,
            Opportunity::tags,
            (deal, person) -> deal.parties().roles().stream()
                    .anyMatch(each -> each.person().value().equals(person)),
            (deal, code) -> deal.parties().roles().stream()
                    .anyMatch(each -> each.role().code().equals(code)),
            null);

    private OpportunityFields() {}

    /**
     * Returns whether a person has a part in the decision as a field: true where the person has a role, whichever, and false
     * where not. The person sold to need not have one.
     *
     * @param person the person
     * @return the field, called {@code participant:} and the identity
     */
    public static Field<Opportunity, Boolean> participant(PersonId person) {
        return ALL.participant(person.value());
    }

    /**
     * Returns whether anybody has a role as a field, so that opportunities without a decision maker can be found.
     *
     * @param role the role
     * @return the field, called {@code role:} and the role's code: true where somebody has it, false where nobody has
     */
    public static Field<Opportunity, Boolean> role(BuyingRole role) {
        return ALL.role(role);
    }
}
