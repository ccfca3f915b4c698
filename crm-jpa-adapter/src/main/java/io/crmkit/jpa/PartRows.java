package io.crmkit.jpa;

import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The lists of the records of one save; statements are spent only where a list has elements or changes. */
final class PartRows<R extends Row> {

    private final List<Parts<R, ?>> all;
    private final EntityManager manager;
    private final TenantId tenant;
    private final NewRows newRows;
    private final Map<Parts<R, ?>, Set<UUID>> replaced = new LinkedHashMap<>();
    private final List<PartRow> fresh = new ArrayList<>();

    PartRows(List<Parts<R, ?>> all, EntityManager manager, TenantId tenant, NewRows newRows) {
        this.all = all;
        this.manager = manager;
        this.tenant = tenant;
        this.newRows = newRows;
    }

    /** Takes a row that is new. */
    void added(R row) {
        all.forEach(parts -> fresh.addAll(parts.placed(row)));
    }

    /** Runs a change of a row that is stored. */
    void changing(R row, Runnable change) {
        List<List<PartRow>> before = all.stream()
                .map(parts -> List.<PartRow>copyOf(parts.of().apply(row)))
                .toList();
        change.run();
        for (int i = 0; i < all.size(); i++) {
            Parts<R, ?> parts = all.get(i);
            if (!before.get(i).equals(parts.of().apply(row))) {
                replaced.computeIfAbsent(parts, each -> new HashSet<>()).add(row.id);
                fresh.addAll(parts.placed(row));
            }
        }
    }

    /** Writes what was taken, once the rows themselves are written. */
    void write() {
        replaced.forEach((parts, ids) ->
                RowsById.portions(ids).forEach(portion -> parts.delete(manager, tenant.value(), portion)));
        newRows.insert(manager, fresh);
    }
}
