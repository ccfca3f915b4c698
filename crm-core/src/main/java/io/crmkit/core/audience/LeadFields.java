package io.crmkit.core.audience;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.LeadStatus;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.FieldType;
import java.time.LocalDate;
import java.util.List;

/** The fields of leads. */
public final class LeadFields {

    /** The identity. */
    public static final Field<Lead, LeadId> ID =
            new Field<>(Lead.class, "id", FieldType.ID, Codec.id(LeadId::new), Lead::id);

    /** The person's name. */
    public static final Field<Lead, String> PERSON_NAME = new Field<>(
            Lead.class,
            "personName",
            FieldType.TEXT,
            Codec.same(String.class),
            lead -> lead.name().person());

    /** The company's name. */
    public static final Field<Lead, String> COMPANY_NAME = new Field<>(
            Lead.class,
            "companyName",
            FieldType.TEXT,
            Codec.same(String.class),
            lead -> lead.name().company());

    /** The e-mail address to write to. */
    public static final Field<Lead, String> EMAIL = new Field<>(
            Lead.class,
            "email",
            FieldType.TEXT,
            Codec.same(String.class),
            lead -> lead.email() == null ? null : lead.email().value());

    /** The telephone number to call, as written. */
    public static final Field<Lead, String> PHONE = new Field<>(
            Lead.class,
            "phone",
            FieldType.TEXT,
            Codec.same(String.class),
            lead -> lead.phone() == null ? null : lead.phone().value());

    /** Where it stands. */
    public static final Field<Lead, LeadStatus> STATUS = new Field<>(
            Lead.class,
            "status",
            FieldType.CHOICE,
            Codec.constant(LeadStatus.class),
            lead -> lead.progress().status());

    /** The seller whose it is. */
    public static final Field<Lead, SellerId> OWNER = new Field<>(
            Lead.class,
            "owner",
            FieldType.ID,
            Codec.id(SellerId::new),
            lead -> lead.progress().owner());

    /** Why it was last recycled or closed as dead. */
    public static final Field<Lead, String> REASON = new Field<>(
            Lead.class,
            "reason",
            FieldType.TEXT,
            Codec.same(String.class),
            lead -> lead.progress().reason());

    /** The day to try it again. */
    public static final Field<Lead, LocalDate> TRY_AGAIN_ON = new Field<>(
            Lead.class,
            "tryAgainOn",
            FieldType.DATE,
            Codec.same(LocalDate.class),
            lead -> lead.progress().tryAgainOn());

    /** Where it came from. */
    public static final Field<Lead, String> SOURCE =
            new Field<>(Lead.class, "source", FieldType.TEXT, Codec.same(String.class), Lead::source);

    /** The person it was converted into. */
    public static final Field<Lead, PersonId> PERSON = new Field<>(
            Lead.class,
            "person",
            FieldType.ID,
            Codec.id(PersonId::new),
            lead -> lead.links().person());

    /** The company it was converted into. */
    public static final Field<Lead, CompanyId> COMPANY = new Field<>(
            Lead.class,
            "company",
            FieldType.ID,
            Codec.id(CompanyId::new),
            lead -> lead.links().company());

    /** The opportunity it was converted into. */
    public static final Field<Lead, OpportunityId> OPPORTUNITY = new Field<>(
            Lead.class,
            "opportunity",
            FieldType.ID,
            Codec.id(OpportunityId::new),
            lead -> lead.links().opportunity());

    /** All of them, by name. */
    public static final Fields<Lead> ALL = new Fields<>(
            Lead.class,
            List.of(
                    ID,
                    PERSON_NAME,
                    COMPANY_NAME,
                    EMAIL,
                    PHONE,
                    STATUS,
                    OWNER,
                    REASON,
                    TRY_AGAIN_ON,
                    SOURCE,
                    PERSON,
                    COMPANY,
                    OPPORTUNITY),
            Lead::custom,
            Lead::tags);

    private LeadFields() {}
}
