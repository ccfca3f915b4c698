package io.crmkit.jpa;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.activity.ActivityTypeDefinitionId;
import io.crmkit.core.activity.CountingRule;
import io.crmkit.core.activity.FollowUpSuggestion;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Activity types' definitions to rows and back. */
final class ActivityTypeRows {

    static final Mapping<ActivityTypeDefinition, ActivityTypeDefinitionId, ActivityTypeRow> MAPPING = new Mapping<>(
            ActivityTypeRow.class,
            "name",
            List.of(),
            ActivityTypeRow::new,
            ActivityTypeRows::fill,
            ActivityTypeRows::toDomain,
            ActivityTypeDefinitionId::new);

    private ActivityTypeRows() {}

    private static void fill(ActivityTypeDefinition definition, ActivityTypeRow row) {
        FollowUpSuggestion followUp = definition.followUp();
        row.typeCode = definition.type().code();
        row.name = definition.name();
        row.nameFolded = Folding.folded(row.name);
        row.kind = definition.kind() == null ? null : Codes.ACTIVITY_KIND.of(definition.kind());
        row.role = definition.role() == null ? null : Codes.INDICATOR_ROLE.of(definition.role());
        row.step = definition.step().code();
        row.countedStates = definition.counting().states().stream()
                .map(Codes.ACTIVITY_STATE::of)
                .collect(joining(" "));
        row.credit = Codes.CREDIT.of(definition.counting().credit());
        row.followUp = followUp == null ? null : followUp.type().code();
        row.followUpDays = followUp == null ? null : followUp.afterDays();
    }

    static ActivityTypeDefinition toDomain(ActivityTypeRow row) {
        return new ActivityTypeDefinition(
                new ActivityTypeDefinitionId(row.id),
                new Revision(row.revision),
                new ActivityType(row.typeCode),
                row.name,
                row.kind == null ? null : Codes.ACTIVITY_KIND.constant(row.kind),
                row.role == null ? null : Codes.INDICATOR_ROLE.constant(row.role),
                new ActivityType(row.step),
                new CountingRule(states(row), Codes.CREDIT.constant(row.credit)),
                followUp(row));
    }

    private static Set<ActivityState> states(ActivityTypeRow row) {
        return Stream.of(row.countedStates.split(" "))
                .filter(code -> !code.isEmpty())
                .map(Codes.ACTIVITY_STATE::constant)
                .collect(toSet());
    }

    private static @Nullable FollowUpSuggestion followUp(ActivityTypeRow row) {
        return row.followUp == null || row.followUpDays == null
                ? null
                : new FollowUpSuggestion(new ActivityType(row.followUp), row.followUpDays);
    }
}
