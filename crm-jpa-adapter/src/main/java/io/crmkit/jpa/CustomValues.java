package io.crmkit.jpa;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The custom values of the records of one save; statements are spent only where custom fields are set or change. */
final class CustomValues {

    static final String DELETE = "delete from CustomValueRow v where v.tenant = :tenant and v.owner in :ids";

    private final EntityManager manager;
    private final TenantId tenant;
    private final NewRows newRows;
    private final Set<UUID> replaced = new HashSet<>();
    private final List<CustomValueRow> fresh = new ArrayList<>();

    CustomValues(EntityManager manager, TenantId tenant, NewRows newRows) {
        this.manager = manager;
        this.tenant = tenant;
        this.newRows = newRows;
    }

    /** Takes a row that is new. */
    void added(Row row) {
        if (row instanceof OpenRow open) {
            CustomFields fields = open.custom();
            for (FieldKey<?> key : fields.keys()) {
                fresh.add(CustomValueRow.of(row, fields, key));
            }
        }
    }

    /** Runs a change of a row that is stored. */
    void changing(Row row, Runnable change) {
        CustomFields before = row instanceof OpenRow open ? open.custom() : CustomFields.NONE;
        change.run();
        if (row instanceof OpenRow open && !open.custom().equals(before)) {
            replaced.add(row.id);
            added(row);
        }
    }

    /** Writes what was taken, once the rows themselves are written. */
    void write() {
        for (List<UUID> portion : RowsById.portions(replaced)) {
            manager.createQuery(DELETE)
                    .setParameter("tenant", tenant.value())
                    .setParameter("ids", portion)
                    .executeUpdate();
        }
        newRows.insert(manager, fresh);
    }
}
