package io.crmkit.jpa;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityDirection;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityPlan;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Occurrence;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.activity.Recurrence;
import io.crmkit.core.activity.Rescheduling;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Activities to rows and back. */
final class ActivityRows {

    static final Mapping<Activity, ActivityId, ActivityRow> MAPPING = new Mapping<>(
            ActivityRow.class,
            "reference",
            List.of(new Parts<>(ParticipantRow.class, row -> row.participants, row -> row.participantCount > 0)),
            ActivityRow::new,
            ActivityRows::fill,
            ActivityRows::toDomain,
            ActivityId::new);

    private ActivityRows() {}

    private static void fill(Activity activity, ActivityRow row) {
        row.fill(activity.custom(), activity.tags());
        row.typeCode = activity.type().code();
        row.seller = activity.seller().value();
        row.occurredAt = activity.at();
        row.state = Codes.ACTIVITY_STATE.of(activity.state());
        row.company = Ids.value(activity.subjects().company());
        row.person = Ids.value(activity.subjects().person());
        row.opportunity = Ids.value(activity.subjects().opportunity());
        row.quote = Ids.value(activity.subjects().quote());
        row.order = Ids.value(activity.subjects().order());
        row.reference = activity.reference();
        row.referenceFolded = Folded.of(row.reference);
        fill(activity.details(), row);
        fill(activity.text(), row);
        fill(activity.plan(), row);
        fill(activity.participants(), row);
        row.sellerCount = activity.sellers().size();
    }

    private static void fill(@Nullable ActivityDetails details, ActivityRow row) {
        ActivityDirection direction = details == null ? null : details.direction();
        Duration duration = details == null ? null : details.duration();
        row.kind = details == null ? null : Codes.ACTIVITY_KIND.of(details.kind());
        row.direction = direction == null ? null : Codes.ACTIVITY_DIRECTION.of(direction);
        row.seconds = duration == null ? null : duration.toSeconds();
        row.endsAt = duration == null ? null : row.occurredAt.plus(duration);
        row.place = details == null ? null : details.place();
        row.placeFolded = Folded.of(row.place);
        row.dueOn = details == null ? null : details.dueOn();
    }

    private static void fill(ActivityText text, ActivityRow row) {
        row.title = text.title();
        row.titleFolded = Folded.of(row.title);
        row.note = text.note();
        row.outcome = text.outcome();
    }

    private static void fill(ActivityPlan plan, ActivityRow row) {
        Rescheduling rescheduling = plan.rescheduling();
        row.follows = Ids.value(plan.follows());
        row.timesRescheduled = rescheduling == null ? null : rescheduling.times();
        row.firstAt = rescheduling == null ? null : rescheduling.firstAt();
        Occurrence occurrence = plan.occurrence();
        row.series = occurrence == null ? null : occurrence.series().value();
        row.seriesAt = occurrence == null ? null : occurrence.at();
        fill(plan.recurrence(), row);
    }

    private static void fill(@Nullable Recurrence recurrence, ActivityRow row) {
        row.rule = recurrence == null ? null : recurrence.rule();
        row.zone = recurrence == null ? null : recurrence.zone().getId();
        row.exceptions = recurrence == null || recurrence.exceptions().isEmpty()
                ? null
                : recurrence.exceptions().stream().map(Instant::toString).collect(joining(" "));
    }

    /* where there are none and were none, what is stored beside the row is not asked for */
    private static void fill(List<Participant> participants, ActivityRow row) {
        if (row.participantCount > 0 || !participants.isEmpty()) {
            ParticipantRow.fill(row.participants, participants);
        }
        row.participantCount = participants.size();
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
                row.reference,
                details(row),
                new ActivityText(row.title, row.note, row.outcome),
                row.participantCount == 0 ? List.of() : ParticipantRow.participants(row.participants),
                new ActivityPlan(
                        Ids.of(row.follows, ActivityId::new), rescheduling(row), recurrence(row), occurrence(row)),
                row.custom(),
                row.tags());
    }

    private static @Nullable ActivityDetails details(ActivityRow row) {
        if (row.kind == null) {
            return null;
        }
        Duration duration = row.seconds == null ? null : Duration.ofSeconds(row.seconds);
        ActivityDirection direction = row.direction == null ? null : Codes.ACTIVITY_DIRECTION.constant(row.direction);
        return switch (Codes.ACTIVITY_KIND.constant(row.kind)) {
            case CALL -> new ActivityDetails.Call(direction, duration);
            case MEETING -> new ActivityDetails.Meeting(row.place, duration);
            case EMAIL -> new ActivityDetails.Email(direction);
            case TASK -> new ActivityDetails.Task(row.dueOn, duration);
            case NOTE -> new ActivityDetails.Note();
        };
    }

    private static @Nullable Recurrence recurrence(ActivityRow row) {
        if (row.rule == null || row.zone == null) {
            return null;
        }
        Set<Instant> exceptions = row.exceptions == null
                ? Set.of()
                : Stream.of(row.exceptions.split(" ")).map(Instant::parse).collect(toSet());
        return new Recurrence(row.rule, ZoneId.of(row.zone), exceptions);
    }

    private static @Nullable Occurrence occurrence(ActivityRow row) {
        return row.series == null || row.seriesAt == null
                ? null
                : new Occurrence(new ActivityId(row.series), row.seriesAt);
    }

    private static @Nullable Rescheduling rescheduling(ActivityRow row) {
        return row.timesRescheduled == null || row.firstAt == null
                ? null
                : new Rescheduling(row.timesRescheduled, row.firstAt);
    }

    private static ActivitySubjects subjects(ActivityRow row) {
        return new ActivitySubjects(
                Ids.of(row.company, CompanyId::new),
                Ids.of(row.person, PersonId::new),
                Ids.of(row.opportunity, OpportunityId::new),
                Ids.of(row.quote, QuoteId::new),
                Ids.of(row.order, SalesOrderId::new));
    }
}
