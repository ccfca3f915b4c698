package io.crmkit.jpa;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Companies to rows and back. */
final class CompanyRows {

    static final Mapping<Company, CompanyId, CompanyRow> MAPPING = new Mapping<>(
            CompanyRow.class,
            "name",
            List.of(new Parts<>(CompanyContactRow.class, row -> row.contactPoints)),
            CompanyRow::new,
            CompanyRows::fill,
            CompanyRows::toDomain,
            CompanyId::new);

    private CompanyRows() {}

    private static void fill(Company company, CompanyRow row) {
        row.fill(company.custom(), company.tags());
        row.fill(company.name(), company.email(), company.phone(), company.relationship());
        row.sector = company.sector();
        row.sectorFolded = Folded.of(row.sector);
        row.location = company.location();
        row.locationFolded = Folded.of(row.location);
        row.parent = Ids.value(company.parent());
        row.mergedInto = Ids.value(company.mergedInto());
        ContactColumns.fill(row.contactPoints, company.contactPoints(), CompanyContactRow::new);
    }

    static Company toDomain(CompanyRow row) {
        return new Company(
                new CompanyId(row.id),
                new Revision(row.revision),
                row.name,
                row.sector,
                row.location,
                Ids.of(row.parent, CompanyId::new),
                ContactColumns.points(row.contactPoints),
                row.relationship(),
                Ids.of(row.mergedInto, CompanyId::new),
                row.custom(),
                row.tags());
    }
}
