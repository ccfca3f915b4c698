package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.LeadLinks;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.LeadProgress;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Leads to rows and back. */
final class LeadRows {

    static final Mapping<Lead, LeadId, LeadRow> MAPPING = new Mapping<>(
            LeadRow.class,
            "knownAs",
            List.of(new Parts<>(LeadContactRow.class, row -> row.contactPoints)),
            LeadRow::new,
            LeadRows::fill,
            LeadRows::toDomain,
            LeadId::new);

    private LeadRows() {}

    private static void fill(Lead lead, LeadRow row) {
        row.fill(lead.custom(), lead.tags());
        fillName(lead, row);
        ContactColumns.fill(row.contactPoints, lead.contactPoints(), LeadContactRow::new);
        row.email = lead.email() == null ? null : lead.email().value();
        row.emailFolded = Folded.of(row.email);
        row.phone = lead.phone() == null ? null : lead.phone().value();
        row.phoneFolded = Folded.of(row.phone);
        row.source = lead.source();
        row.sourceFolded = Folded.of(row.source);
        row.note = lead.note();
        fillProgress(lead.progress(), row);
        row.person = Ids.value(lead.links().person());
        row.company = Ids.value(lead.links().company());
        row.opportunity = Ids.value(lead.links().opportunity());
    }

    private static void fillName(Lead lead, LeadRow row) {
        row.knownAs = requireNonNull(lead.naturalKey());
        row.personName = lead.name().person();
        row.personNameFolded = Folded.of(row.personName);
        row.companyName = lead.name().company();
        row.companyNameFolded = Folded.of(row.companyName);
    }

    private static void fillProgress(LeadProgress progress, LeadRow row) {
        row.status = Codes.LEAD_STATUS.of(progress.status());
        row.owner = Ids.value(progress.owner());
        row.reason = progress.reason();
        row.reasonFolded = Folded.of(row.reason);
        row.tryAgainOn = progress.tryAgainOn();
    }

    static Lead toDomain(LeadRow row) {
        return new Lead(
                new LeadId(row.id),
                new Revision(row.revision),
                new LeadName(row.personName, row.companyName),
                ContactColumns.points(row.contactPoints),
                new LeadProgress(
                        Codes.LEAD_STATUS.constant(row.status),
                        Ids.of(row.owner, SellerId::new),
                        row.reason,
                        row.tryAgainOn),
                row.source,
                row.note,
                new LeadLinks(
                        Ids.of(row.person, PersonId::new),
                        Ids.of(row.company, CompanyId::new),
                        Ids.of(row.opportunity, OpportunityId::new)),
                row.custom(),
                row.tags());
    }
}
