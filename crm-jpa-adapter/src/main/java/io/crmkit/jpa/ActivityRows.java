package io.crmkit.jpa;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Activities to rows and back. */
final class ActivityRows {

    static final Mapping<Activity, ActivityId, ActivityRow> MAPPING = new Mapping<>(
            ActivityRow.class,
            "reference",
            List.of(),
            ActivityRow::new,
            ActivityRows::fill,
            ActivityRows::toDomain,
            ActivityId::new);

    private ActivityRows() {}

    private static void fill(Activity activity, ActivityRow row) {
        row.typeCode = activity.type().code();
        row.seller = activity.seller().value();
        row.occurredAt = activity.at();
        row.state = Codes.ACTIVITY_STATE.of(activity.state());
        row.company = Ids.value(activity.subjects().company());
        row.person = Ids.value(activity.subjects().person());
        row.opportunity = Ids.value(activity.subjects().opportunity());
        row.reference = activity.reference();
        row.referenceFolded = Folded.of(row.reference);
    }

    static Activity toDomain(ActivityRow row) {
        return new Activity(
                new ActivityId(row.id),
                new Revision(row.revision),
                new ActivityType(row.typeCode),
                new SellerId(row.seller),
                row.occurredAt,
                Codes.ACTIVITY_STATE.constant(row.state),
                subjects(row),
                row.reference);
    }

    private static ActivitySubjects subjects(ActivityRow row) {
        return new ActivitySubjects(
                Ids.of(row.company, CompanyId::new),
                Ids.of(row.person, PersonId::new),
                Ids.of(row.opportunity, OpportunityId::new));
    }
}
