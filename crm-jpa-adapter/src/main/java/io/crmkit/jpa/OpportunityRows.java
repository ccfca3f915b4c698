package io.crmkit.jpa;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Ending;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.MoveCorrection;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outlook;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opportunities to rows and back. */
final class OpportunityRows {

    static final Mapping<Opportunity, OpportunityId, OpportunityRow> MAPPING = new Mapping<>(
            OpportunityRow.class,
            "reference",
            List.of(
                    new Parts<>(OpportunityLineRow.class, row -> row.lines, row -> row.lineCount > 0),
                    new Parts<>(ContactRoleRow.class, row -> row.roles, row -> row.roleCount > 0)),
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
        row.recurring = MoneyColumns.of(opportunity.recurring());
        OpportunityLineRow.fill(row.lines, opportunity.lines());
        row.lineCount = row.lines.size();
        fillOutlook(opportunity.outlook(), row);
        fillEnding(opportunity.ending(), row);
        row.corrections = written(opportunity.corrections());
    }

    private static @Nullable String written(List<MoveCorrection> corrections) {
        return corrections.isEmpty()
                ? null
                : corrections.stream()
                        .map(each -> each.move().number() + "=" + each.enteredAt())
                        .collect(Collectors.joining(" "));
    }

    private static List<MoveCorrection> corrections(@Nullable String written) {
        return written == null
                ? List.of()
                : Stream.of(written.split(" "))
                        .map(each -> each.split("=", 2))
                        .map(parts ->
                                new MoveCorrection(new Revision(Long.parseLong(parts[0])), Instant.parse(parts[1])))
                        .toList();
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
                MoneyColumns.money(row.recurring),
                OpportunityLineRow.lines(row.lines),
                outlook(row),
                new Ending(row.reason, row.competitor, row.endingNote),
                corrections(row.corrections),
                row.custom(),
                row.tags());
    }

    private static void fillOutlook(Outlook outlook, OpportunityRow row) {
        Integer probability = outlook.probability();
        ForecastCategory category = outlook.category();
        row.probability = probability == null ? null : BigDecimal.valueOf(probability);
        row.category = category == null ? null : Codes.FORECAST_CATEGORY.of(category);
        row.nextStep = outlook.nextStep();
        row.nextStepFolded = Folded.of(row.nextStep);
        row.nextStepDue = outlook.nextStepDue();
    }

    private static Outlook outlook(OpportunityRow row) {
        return new Outlook(
                row.probability == null ? null : row.probability.intValueExact(),
                row.category == null ? null : Codes.FORECAST_CATEGORY.constant(row.category),
                row.nextStep,
                row.nextStepDue);
    }

    private static void fillEnding(Ending ending, OpportunityRow row) {
        row.reason = ending.reason();
        row.reasonFolded = Folded.of(row.reason);
        row.competitor = ending.competitor();
        row.competitorFolded = Folded.of(row.competitor);
        row.endingNote = ending.note();
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
        row.team = Ids.value(parties.team());
        ContactRoleRow.fill(row.roles, parties.roles());
        row.roleCount = row.roles.size();
        row.company = Ids.value(parties.company());
        row.contact = Ids.value(parties.contact());
    }

    private static OpportunityParties parties(OpportunityRow row) {
        return new OpportunityParties(
                Ids.of(row.owner, SellerId::new),
                Ids.of(row.team, TeamId::new),
                Ids.of(row.company, CompanyId::new),
                Ids.of(row.contact, PersonId::new),
                ContactRoleRow.roles(row.roles));
    }

    private static void fillStanding(Standing standing, OpportunityRow row) {
        row.pipeline = standing.pipeline().value();
        row.version = BigDecimal.valueOf(standing.version());
        row.enteredAt = standing.enteredAt();
        row.stage = standing.stage().value();
        row.reached = standing.reached().value();
        row.outcome = Codes.OUTCOME.of(standing.outcome());
    }

    private static Standing standing(OpportunityRow row) {
        return new Standing(
                new PipelineId(row.pipeline),
                row.version.intValueExact(),
                new StageId(row.stage),
                new StageId(row.reached),
                Codes.OUTCOME.constant(row.outcome),
                row.enteredAt);
    }
}
