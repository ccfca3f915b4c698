package io.crmkit.jpa;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Opportunities to rows and back. */
final class OpportunityRows {

    static final Mapping<Opportunity, OpportunityId, OpportunityRow> MAPPING = new Mapping<>(
            OpportunityRow.class,
            "reference",
            List.of(),
            OpportunityRow::new,
            OpportunityRows::fill,
            OpportunityRows::toDomain,
            OpportunityId::new);

    private OpportunityRows() {}

    private static void fill(Opportunity opportunity, OpportunityRow row) {
        row.fill(opportunity.custom(), opportunity.tags());
        fillLabel(opportunity.label(), row);
        fillParties(opportunity.parties(), row);
        fillStanding(opportunity.standing(), row);
        row.openedOn = opportunity.dates().openedOn();
        row.expectedClose = opportunity.dates().expectedClose();
        row.closedOn = opportunity.dates().closedOn();
        row.worth = MoneyColumns.of(opportunity.amount());
    }

    static Opportunity toDomain(OpportunityRow row) {
        return new Opportunity(
                new OpportunityId(row.id),
                new Revision(row.revision),
                new OpportunityLabel(row.name, row.reference, row.product),
                parties(row),
                standing(row),
                new OpportunityDates(row.openedOn, row.expectedClose, row.closedOn),
                MoneyColumns.money(row.worth),
                row.custom(),
                row.tags());
    }

    private static void fillLabel(OpportunityLabel label, OpportunityRow row) {
        row.name = label.name();
        row.nameFolded = Folding.folded(row.name);
        row.reference = label.reference();
        row.referenceFolded = Folded.of(row.reference);
        row.product = label.product();
        row.productFolded = Folded.of(row.product);
    }

    private static void fillParties(OpportunityParties parties, OpportunityRow row) {
        row.owner = Ids.value(parties.owner());
        row.company = Ids.value(parties.company());
        row.contact = Ids.value(parties.contact());
    }

    private static OpportunityParties parties(OpportunityRow row) {
        return new OpportunityParties(
                Ids.of(row.owner, SellerId::new),
                Ids.of(row.company, CompanyId::new),
                Ids.of(row.contact, PersonId::new));
    }

    private static void fillStanding(Standing standing, OpportunityRow row) {
        row.pipeline = standing.pipeline().value();
        row.stage = standing.stage().value();
        row.reached = standing.reached().value();
        row.outcome = Codes.OUTCOME.of(standing.outcome());
    }

    private static Standing standing(OpportunityRow row) {
        return new Standing(
                new PipelineId(row.pipeline),
                new StageId(row.stage),
                new StageId(row.reached),
                Codes.OUTCOME.constant(row.outcome));
    }
}
