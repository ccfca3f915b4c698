package io.crmkit.core.memory;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.memory.MemoryTimeline.Asking;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.value.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Activities on timelines. */
final class ActivityFeed implements MemoryTimeline.Feed {

    private final Table<Activity> activities;

    ActivityFeed(Table<Activity> activities) {
        this.activities = activities;
    }

    static SubjectIndex<Activity> index() {
        return SubjectIndex.by(Activity::at, ActivityFeed::subjects);
    }

    /* a person who takes part and is a subject too stands in the index once */
    private static List<Identifier> subjects(Activity activity) {
        ActivitySubjects about = activity.subjects();
        List<Identifier> subjects = new ArrayList<>(3);
        add(subjects, about.company());
        add(subjects, about.person());
        add(subjects, about.opportunity());
        for (Participant participant : activity.participants()) {
            PersonId person = participant.person();
            if (person != null && !person.equals(about.person())) {
                subjects.add(person);
            }
        }
        return subjects;
    }

    private static void add(List<Identifier> subjects, @Nullable Identifier subject) {
        if (subject != null) {
            subjects.add(subject);
        }
    }

    private static @Nullable Identifier subject(ActivitySubjects subjects, String kind) {
        return switch (kind) {
            case "company" -> subjects.company();
            case "person" -> subjects.person();
            case "opportunity" -> subjects.opportunity();
            default -> null;
        };
    }

    @Override
    public List<Run> runs(Asking asking, Scope scope) {
        if (!asking.asks(Source.ACTIVITIES)) {
            return List.of();
        }
        return asking.along(
                activities.keys(asking.tenant(), scope.subject().value()),
                Source.ACTIVITIES,
                scope,
                (micros, id) -> find(asking, scope, micros, id));
    }

    private @Nullable Entry find(Asking asking, Scope scope, long micros, UUID id) {
        Activity activity = activities.find(asking.tenant(), id);
        return activity != null
                        && stands(activity, micros, scope)
                        && asking.seen().test(activity)
                ? new Entry.OfActivity(activity)
                : null;
    }

    /* the writer may have moved it away from where it is committed */
    private static boolean stands(Activity activity, long micros, Scope scope) {
        return SubjectIndex.micros(activity.at()) == micros && isAbout(activity, scope.subject());
    }

    private static boolean isAbout(Activity activity, Subject sought) {
        Identifier subject = subject(activity.subjects(), sought.kind());
        return (subject != null && subject.value().equals(sought.value()))
                || (sought.kind().equals("person") && activity.hasParticipant(new PersonId(sought.value())));
    }
}
