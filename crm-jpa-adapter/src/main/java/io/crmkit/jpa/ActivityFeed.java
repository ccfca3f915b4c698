package io.crmkit.jpa;

import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.jpa.JpaTimeline.Asking;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Activities on timelines: one statement for the companies, one for the people, one for the opportunities. */
final class ActivityFeed implements JpaTimeline.Feed {

    private static final List<String> SUBJECTS = List.of("company", "person", "opportunity");

    @Override
    public List<Entry> nearest(Asking asking) {
        List<Entry> found = new ArrayList<>();
        if (asking.query().kinds().contains(EntryKind.ACTIVITY)) {
            for (String subject : SUBJECTS) {
                List<Scope> scopes = asking.query().scopes().stream()
                        .filter(scope -> scope.subject().kind().equals(subject))
                        .toList();
                RowsById.portions(scopes).forEach(portion -> found.addAll(nearest(asking, subject, portion)));
            }
        }
        return found;
    }

    private static List<Entry> nearest(Asking asking, String subject, List<Scope> scopes) {
        EntityManager manager = asking.manager();
        CriteriaBuilder builder = manager.getCriteriaBuilder();
        CriteriaQuery<ActivityRow> query = builder.createQuery(ActivityRow.class);
        Root<ActivityRow> root = query.from(ActivityRow.class);
        Parameters parameters = new Parameters(builder);
        Nearest<UUID> nearest = new Nearest<>(
                builder,
                parameters,
                asking.query(),
                root.<Instant>get("occurredAt"),
                root.<UUID>get("id"),
                Source.ACTIVITIES);
        Leaves leaves = new Leaves(builder, parameters, new TextOrder(builder, asking.postgresql()));
        Predicate seen = new Translator(builder, parameters, leaves, query, root)
                .meant(asking.tenant(), asking.query().seen());
        query.select(root)
                .where(nearest.within(scopes, root.<UUID>get(subject)), nearest.beyond(key -> key), seen)
                .orderBy(nearest.order());
        List<ActivityRow> rows = nearest.limited(manager.createQuery(query)).getResultList();
        List<Entry> entries = new ArrayList<>();
        rows.forEach(row -> entries.add(new Entry.OfActivity(ActivityRows.toDomain(row))));
        rows.forEach(manager::detach);
        return entries;
    }
}
