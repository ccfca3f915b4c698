package io.crmkit.jpa;

import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One call to save: everything is checked before anything is written, written at one flush, and then let go. */
final class Saving<N extends Noun<I>, I extends Identifier, R extends Row> {

    private final Mapping<N, I, R> mapping;
    private final RowsById<R> rowsById;
    private final EntityManager manager;
    private final TenantId tenant;
    private final NewRows newRows;
    private final Map<UUID, R> rows = new HashMap<>();
    private final List<R> fresh = new ArrayList<>();
    private final CustomValues customValues;
    private final MatchKeyRows matchKeys;
    private final PartRows<R> parts;

    Saving(Mapping<N, I, R> mapping, RowsById<R> rowsById, EntityManager manager, TenantId tenant, NewRows newRows) {
        this.newRows = newRows;
        this.mapping = mapping;
        this.rowsById = rowsById;
        this.manager = manager;
        this.tenant = tenant;
        this.customValues = new CustomValues(manager, tenant, newRows);
        this.matchKeys = new MatchKeyRows(manager, tenant, newRows);
        this.parts = new PartRows<>(mapping.parts(), manager, tenant, newRows);
    }

    List<N> saveAll(List<N> nouns) {
        requireDistinct(nouns);
        Joined.flushTheHosts(manager, "saving " + mapping.noun());
        try {
            requireCurrent(nouns);
            nouns.forEach(this::write);
            flush(nouns);
            parts.write();
            customValues.write();
            matchKeys.write();
            return nouns.stream().map(this::stored).toList();
        } catch (RuntimeException broken) {
            throw Failures.of("saving " + mapping.noun(), broken);
        } finally {
            rows.values().forEach(manager::detach);
        }
    }

    private void requireDistinct(List<N> nouns) {
        Set<I> seen = new HashSet<>();
        for (N noun : nouns) {
            if (!seen.add(noun.id())) {
                throw new IllegalArgumentException("nouns must not hold an identity twice: " + noun.id());
            }
        }
    }

    private void requireCurrent(List<N> nouns) {
        Map<UUID, Long> revisions = rowsById.revisions(manager, tenant, ids(nouns, noun -> isNew(noun)));
        for (R row : rowsById.locked(manager, tenant, ids(nouns, noun -> !isNew(noun)))) {
            rows.put(row.id, row);
            revisions.put(row.id, row.revision);
        }
        for (N noun : nouns) {
            Long found = revisions.get(noun.id().value());
            if (isNew(noun)
                    ? found != null
                    : found == null || found != noun.revision().number()) {
                throw new StaleRevisionException(noun.id(), noun.revision(), revision(found));
            }
        }
    }

    private static boolean isNew(Noun<?> noun) {
        return noun.revision().isNone();
    }

    private Collection<UUID> ids(List<N> nouns, Predicate<N> wanted) {
        return nouns.stream().filter(wanted).map(noun -> noun.id().value()).toList();
    }

    private static @Nullable Revision revision(@Nullable Long found) {
        return found == null || found == 0 ? null : new Revision(found);
    }

    private void write(N noun) {
        R row = rows.get(noun.id().value());
        if (row == null) {
            R made = mapping.toRow(tenant.value(), noun);
            rows.put(made.id, made);
            fresh.add(made);
            parts.added(made);
            customValues.added(made);
            matchKeys.added(noun, made);
            return;
        }
        N before = mapping.toDomain().apply(row);
        if (!before.equals(noun)) {
            row.revision++;
            parts.changing(
                    row, () -> customValues.changing(row, () -> mapping.fill().accept(noun, row)));
            matchKeys.changed(before, noun, row);
        }
    }

    private N stored(N noun) {
        R row = rows.get(noun.id().value());
        return row == null ? noun : mapping.toDomain().apply(row);
    }

    private void flush(List<N> nouns) {
        try {
            manager.flush();
            newRows.insert(manager, fresh);
        } catch (RuntimeException broken) {
            // an identity is the only thing unique in the tables of nouns
            if (Failures.isDuplicate(broken)) {
                throw taken(nouns);
            }
            throw broken;
        }
    }

    /* Where a provider does not say which row it was, the first that it can have been is named. */
    private StaleRevisionException taken(List<N> nouns) {
        N noun = nouns.stream().filter(Saving::isNew).findFirst().orElse(nouns.get(0));
        return new StaleRevisionException(noun.id(), noun.revision(), null);
    }
}
