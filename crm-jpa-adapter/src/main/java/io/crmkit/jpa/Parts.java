package io.crmkit.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A list within the records of one noun, kept in a table of its own.
 *
 * @param entity the row class of the elements
 * @param of the list that a row holds
 * @param needed whether a row's list can hold anything, as its own columns tell
 */
record Parts<R extends Row, P extends PartRow>(Class<P> entity, Function<R, List<P>> of, Predicate<R> needed) {

    static final String READ =
            "select p from {entity} p where p.tenant = :tenant and p.owner in :ids order by p.owner, p.place";
    static final String DELETE = "delete from {entity} p where p.tenant = :tenant and p.owner in :ids";

    Parts(Class<P> entity, Function<R, List<P>> of) {
        this(entity, of, row -> true);
    }

    /** Fills the lists of rows, in one statement for each thousand of them. */
    void readInto(EntityManager manager, String tenant, List<R> rows) {
        Map<UUID, R> owners = new HashMap<>();
        for (R row : rows) {
            of.apply(row).clear();
            if (needed.test(row)) {
                owners.put(row.id, row);
            }
        }
        for (List<UUID> portion : RowsById.portions(owners.keySet())) {
            for (P part : read(manager, tenant, portion)) {
                List<P> list = of.apply(owners.get(part.owner));
                list.add(part);
                manager.detach(part);
            }
        }
    }

    private List<P> read(EntityManager manager, String tenant, List<UUID> ids) {
        return manager.createQuery(query(READ), entity)
                .setParameter("tenant", tenant)
                .setParameter("ids", ids)
                .getResultList();
    }

    void delete(EntityManager manager, String tenant, List<UUID> ids) {
        manager.createQuery(query(DELETE))
                .setParameter("tenant", tenant)
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** The elements of a row, each in its place. */
    List<P> placed(R row) {
        List<P> placed = new ArrayList<>();
        for (P part : of.apply(row)) {
            part.putInto(row, placed.size());
            placed.add(part);
        }
        return placed;
    }

    private String query(String text) {
        return text.replace("{entity}", entity.getSimpleName());
    }
}
