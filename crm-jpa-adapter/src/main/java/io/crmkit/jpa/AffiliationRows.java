package io.crmkit.jpa;

import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.AffiliationId;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Affiliations to rows and back. */
final class AffiliationRows {

    static final Mapping<Affiliation, AffiliationId, AffiliationRow> MAPPING = new Mapping<>(
            AffiliationRow.class,
            "role",
            List.of(),
            AffiliationRow::new,
            AffiliationRows::fill,
            AffiliationRows::toDomain,
            AffiliationId::new);

    private AffiliationRows() {}

    private static void fill(Affiliation affiliation, AffiliationRow row) {
        row.fill(affiliation.custom(), affiliation.tags());
        row.person = affiliation.person().value();
        row.company = affiliation.company().value();
        row.role = affiliation.role();
        row.roleFolded = Folded.of(row.role);
        row.from = affiliation.from();
        row.until = affiliation.until();
        row.primary = affiliation.primary();
    }

    static Affiliation toDomain(AffiliationRow row) {
        return new Affiliation(
                new AffiliationId(row.id),
                new Revision(row.revision),
                new PersonId(row.person),
                new CompanyId(row.company),
                row.role,
                row.from,
                row.until,
                row.primary,
                row.custom(),
                row.tags());
    }
}
