package io.crmkit.core.audience;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.FieldType;
import java.util.List;

/** The fields of companies. */
public final class CompanyFields {

    /** The identity. */
    public static final Field<Company, CompanyId> ID =
            new Field<>(Company.class, "id", FieldType.ID, Codec.id(CompanyId::new), Company::id);

    /** The name. */
    public static final Field<Company, String> NAME =
            new Field<>(Company.class, "name", FieldType.TEXT, Codec.same(String.class), Company::name);

    /** The line of business. */
    public static final Field<Company, String> SECTOR =
            new Field<>(Company.class, "sector", FieldType.TEXT, Codec.same(String.class), Company::sector);

    /** Where its office is. */
    public static final Field<Company, String> LOCATION =
            new Field<>(Company.class, "location", FieldType.TEXT, Codec.same(String.class), Company::location);

    /** The company it belongs to. */
    public static final Field<Company, CompanyId> PARENT =
            new Field<>(Company.class, "parent", FieldType.ID, Codec.id(CompanyId::new), Company::parent);

    /** The e-mail address to write to: the first one that is active, else the first one. */
    public static final Field<Company, String> EMAIL = new Field<>(
            Company.class,
            "email",
            FieldType.TEXT,
            Codec.same(String.class),
            company -> company.email() == null ? null : company.email().value());

    /** The telephone number to call: the first one that is active, else the first one. */
    public static final Field<Company, String> PHONE = new Field<>(
            Company.class,
            "phone",
            FieldType.TEXT,
            Codec.same(String.class),
            company -> company.phone() == null ? null : company.phone().value());

    /** The seller in charge. */
    public static final Field<Company, SellerId> OWNER = new Field<>(
            Company.class,
            "owner",
            FieldType.ID,
            Codec.id(SellerId::new),
            company -> company.relationship().owner());

    /** How far towards being a customer. */
    public static final Field<Company, SalesStage> STAGE = new Field<>(
            Company.class,
            "stage",
            FieldType.CHOICE,
            Codec.constant(SalesStage.class),
            company -> company.relationship().stage());

    /** Where it came from. */
    public static final Field<Company, String> SOURCE = new Field<>(
            Company.class,
            "source",
            FieldType.TEXT,
            Codec.same(String.class),
            company -> company.relationship().source());

    /** Whether it is still worked with. */
    public static final Field<Company, PartyState> STATE = new Field<>(
            Company.class,
            "state",
            FieldType.CHOICE,
            Codec.constant(PartyState.class),
            company -> company.relationship().state());

    /** Which record stands for this one since they were merged. */
    public static final Field<Company, CompanyId> MERGED_INTO =
            new Field<>(Company.class, "mergedInto", FieldType.ID, Codec.id(CompanyId::new), Company::mergedInto);

    /** All of them, by name. */
    public static final Fields<Company> ALL = new Fields<>(
            Company.class,
            List.of(ID, NAME, SECTOR, LOCATION, PARENT, EMAIL, PHONE, OWNER, STAGE, SOURCE, STATE, MERGED_INTO),
            Company::custom,
            Company::tags);

    private CompanyFields() {}
}
