package io.crmkit.jpa;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that are new: few are written through the provider, many by batches of JDBC in the same transaction. */
final class NewRows {

    /** From how many rows of one save on JDBC writes them. */
    static final int MANY = 50;

    static final int BATCH = 1_000;

    /* Providers batch only where the host has told them to, and spend on each row what it costs to manage one. Whether our
     * tables are where our own statements would look for them is asked of the database once: they may be in a schema of
     * their own or of another prefix, or be there twice, and a provider alone knows which it writes to. Then, as on
     * databases and providers this was not tried on, the provider writes them all. EclipseLink is one of these: with batch
     * writing it keeps back what a flush should have written, where a connection of ours does not see it. */
    private static final String PROVIDER = "org.hibernate.";
    private static final Set<String> TRIED_ON = Set.of("PostgreSQL", "H2");
    private static final String OURS = "crm_journal_head";
    /* with whatever prefix: tables may have been given another, and some host's else be there with this one */
    private static final String LIKE_OURS = "select table_schema, table_name from information_schema.tables"
            + " where lower(table_name) like '%journal_head'";

    /* with a full stop behind; empty where JDBC must not write */
    private volatile @Nullable String schema;

    /** Writes rows, which are detached afterwards, or were never managed; what the provider holds is written before. */
    void insert(EntityManager manager, List<?> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String where = rows.size() < MANY ? "" : schema(manager);
        if (where.isEmpty()) {
            persist(manager, rows);
            return;
        }
        try {
            manager.runWithConnection((Connection connection) -> batches(connection, where, rows));
        } catch (RuntimeException broken) {
            Joined.refuseCommit(manager);
            throw broken;
        }
    }

    private static void persist(EntityManager manager, List<?> rows) {
        try {
            rows.forEach(manager::persist);
            manager.flush();
        } finally {
            rows.forEach(manager::detach);
        }
    }

    private String schema(EntityManager manager) {
        String known = schema;
        if (known == null) {
            boolean tried = manager.getDelegate().getClass().getName().startsWith(PROVIDER);
            known = tried ? manager.callWithConnection(NewRows::find) : "";
            schema = known;
        }
        return known;
    }

    private static String find(Connection connection) throws SQLException {
        if (!TRIED_ON.contains(connection.getMetaData().getDatabaseProductName())) {
            return "";
        }
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(LIKE_OURS)) {
            boolean ours = found.next() && found.getString(2).equalsIgnoreCase(OURS);
            String schema = ours ? found.getString(1) : "";
            String quote = connection.getMetaData().getIdentifierQuoteString();
            return ours && !found.next() ? quote + schema + quote + "." : "";
        }
    }

    private static void batches(Connection connection, String schema, List<?> rows) throws SQLException {
        Map<Class<?>, List<Object>> byTable = new LinkedHashMap<>();
        rows.forEach(row -> byTable.computeIfAbsent(row.getClass(), none -> new ArrayList<>())
                .add(row));
        for (Map.Entry<Class<?>, List<Object>> table : byTable.entrySet()) {
            RowColumns columns = RowColumns.of(table.getKey());
            try (PreparedStatement statement = connection.prepareStatement(columns.insertInto(schema))) {
                batches(statement, columns, table.getValue());
            }
        }
    }

    private static void batches(PreparedStatement statement, RowColumns columns, List<Object> rows)
            throws SQLException {
        int waiting = 0;
        for (Object row : rows) {
            columns.set(statement, row);
            statement.addBatch();
            if (++waiting == BATCH) {
                statement.executeBatch();
                waiting = 0;
            }
        }
        if (waiting > 0) {
            statement.executeBatch();
        }
    }
}
