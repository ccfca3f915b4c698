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

/** The journal's changes on timelines, in one statement. */
final class ChangeFeed implements JpaTimeline.Feed {

    private static final List<EntryKind> KINDS = List.of(EntryKind.ADDED, EntryKind.STAGE_MOVE, EntryKind.FIELD_CHANGE);

    @Override
    public List<Entry> nearest(Asking asking) {
        List<Entry> found = new ArrayList<>();
        if (asking.query().asks(Source.CHANGES)) {
            RowsById.portions(asking.query().scopes()).forEach(scopes -> found.addAll(nearest(asking, scopes)));
        }
        return found;
    }

    private static List<Entry> nearest(Asking asking, List<Scope> scopes) {
        EntityManager manager = asking.manager();
        CriteriaBuilder builder = manager.getCriteriaBuilder();
        CriteriaQuery<JournalRow> query = builder.createQuery(JournalRow.class);
        Root<JournalRow> root = query.from(JournalRow.class);
        Parameters parameters = new Parameters(builder);
        Nearest<Long> nearest = new Nearest<>(
                builder,
                parameters,
                asking.query(),
                root.<Instant>get("occurredAt"),
                root.<Long>get("sequence"),
                Source.CHANGES);
        query.select(root)
                .where(
                        nearest.within(scopes, root.<UUID>get("subject")),
                        nearest.beyond(UUID::getLeastSignificantBits),
                        builder.equal(
                                root.get("tenant"),
                                parameters.of(asking.tenant().value())),
                        ofKinds(asking, builder, parameters, root))
                .orderBy(nearest.order());
        List<JournalRow> rows = nearest.limited(manager.createQuery(query)).getResultList();
        List<Entry> entries = new ArrayList<>();
        rows.forEach(row -> entries.add(new Entry.OfChange(JournalRows.toDomain(row))));
        rows.forEach(manager::detach);
        return entries;
    }

    private static Predicate ofKinds(
            Asking asking, CriteriaBuilder builder, Parameters parameters, Root<JournalRow> root) {
        if (asking.query().kinds().containsAll(KINDS)) {
            return builder.conjunction();
        }
        return builder.or(KINDS.stream()
                .filter(asking.query().kinds()::contains)
                .map(kind -> builder.equal(root.get("entryKind"), parameters.of(Codes.ENTRY_KIND.of(kind))))
                .toArray(Predicate[]::new));
    }
}
