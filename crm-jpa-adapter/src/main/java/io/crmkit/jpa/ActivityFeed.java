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
import jakarta.persistence.criteria.Subquery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Activities on timelines: one statement for the companies, one for the people, one for those who take part, one for the
 * opportunities.
 */
final class ActivityFeed implements JpaTimeline.Feed {

    private static final List<String> SUBJECTS = List.of("company", "person", "opportunity");
    private static final RowsById<ActivityRow> ROWS = new RowsById<>(ActivityRows.MAPPING);

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
        List<Entry> found = new ArrayList<>(
                entries(asking, question -> question.nearest.within(scopes, question.root.<UUID>get(subject))));
        if (subject.equals("person")) {
            found.addAll(entries(asking, question -> question.withParticipants(scopes)));
        }
        return found;
    }

    /** One statement, with what its conditions are made of. */
    private static final class Question {

        private final CriteriaBuilder builder;
        private final CriteriaQuery<ActivityRow> query;
        private final Root<ActivityRow> root;
        private final Parameters parameters;
        private final Nearest<UUID> nearest;

        Question(Asking asking) {
            builder = asking.manager().getCriteriaBuilder();
            query = builder.createQuery(ActivityRow.class);
            root = query.from(ActivityRow.class);
            parameters = new Parameters(builder);
            nearest = new Nearest<>(
                    builder,
                    parameters,
                    asking.query(),
                    root.<Instant>get("occurredAt"),
                    root.<UUID>get("id"),
                    Source.ACTIVITIES);
        }

        /* none of them twice, however many of the people take part */
        Predicate withParticipants(List<Scope> scopes) {
            Subquery<UUID> among = query.subquery(UUID.class);
            Root<ParticipantRow> participant = among.from(ParticipantRow.class);
            return builder.exists(among.select(participant.get("owner"))
                    .where(
                            builder.equal(participant.get("owner"), root.get("id")),
                            builder.equal(participant.get("tenant"), root.get("tenant")),
                            nearest.within(scopes, participant.<UUID>get("person"))));
        }

        Predicate seen(Asking asking) {
            Leaves leaves = new Leaves(builder, parameters, asking.textOrder());
            return new Translator(builder, parameters, leaves, query, root)
                    .meant(asking.tenant(), asking.query().seen());
        }
    }

    private static List<Entry> entries(Asking asking, Function<Question, Predicate> within) {
        EntityManager manager = asking.manager();
        Question question = new Question(asking);
        question.query
                .select(question.root)
                .where(within.apply(question), question.nearest.beyond(key -> key), question.seen(asking))
                .orderBy(question.nearest.order());
        List<ActivityRow> rows = ROWS.whole(
                manager,
                asking.tenant(),
                question.nearest.limited(manager.createQuery(question.query)).getResultList());
        List<Entry> entries = new ArrayList<>();
        rows.forEach(row -> entries.add(new Entry.OfActivity(ActivityRows.toDomain(row))));
        rows.forEach(manager::detach);
        return entries;
    }
}
