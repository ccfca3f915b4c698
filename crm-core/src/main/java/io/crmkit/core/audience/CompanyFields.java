package io.crmkit.core.audience;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
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

    /** All of them, by name. */
    public static final Fields<Company> ALL =
            new Fields<>(Company.class, List.of(ID, NAME, SECTOR, LOCATION, PARENT), Company::custom, Company::tags);

    private CompanyFields() {}
}
