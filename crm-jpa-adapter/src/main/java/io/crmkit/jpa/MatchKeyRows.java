package io.crmkit.jpa;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.DuplicateKeys;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.Person;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The match keys of the records of one save; statements are spent only where keys change. */
final class MatchKeyRows {

    static final String DELETE = "delete from MatchKeyRow k where k.tenant = :tenant and k.owner in :ids";

    private final EntityManager manager;
    private final TenantId tenant;
    private final NewRows newRows;
    private final Set<UUID> replaced = new HashSet<>();
    private final List<MatchKeyRow> fresh = new ArrayList<>();

    MatchKeyRows(EntityManager manager, TenantId tenant, NewRows newRows) {
        this.manager = manager;
        this.tenant = tenant;
        this.newRows = newRows;
    }

    /** Takes a record that is new. */
    void added(Noun<?> noun, Row row) {
        add(noun, row, DuplicateKeys.of(noun));
    }

    /** Takes a change of a record that is stored. */
    void changed(Noun<?> before, Noun<?> after, Row row) {
        Set<String> keys = DuplicateKeys.of(after);
        if (!keys.equals(DuplicateKeys.of(before))) {
            replaced.add(row.id);
            add(after, row, keys);
        }
    }

    private void add(Noun<?> noun, Row row, Set<String> keys) {
        for (String key : keys) {
            fresh.add(MatchKeyRow.of(row, kind(noun), key));
        }
    }

    private static DuplicateKind kind(Noun<?> noun) {
        if (noun instanceof Person) {
            return DuplicateKind.PERSON;
        }
        return noun instanceof Company ? DuplicateKind.COMPANY : DuplicateKind.LEAD;
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
