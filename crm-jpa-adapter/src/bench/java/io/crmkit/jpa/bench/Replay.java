package io.crmkit.jpa.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The rows of a table as the library wrote them, to be written once more by plain JDBC: the same, at its best. */
final class Replay {

    private final String insert;
    private final List<Object[]> rows;

    private Replay(String insert, List<Object[]> rows) {
        this.insert = insert;
        this.rows = rows;
    }

    /** Reads all rows of a table, in an order. */
    static Replay of(Connection connection, String table, String order) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + table + " order by " + order)) {
            int columns = found.getMetaData().getColumnCount();
            List<Object[]> rows = new ArrayList<>();
            while (found.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = found.getObject(i + 1);
                }
                rows.add(row);
            }
            return new Replay("insert into " + table + " values (" + "?,".repeat(columns - 1) + "?)", rows);
        }
    }

    int size() {
        return rows.size();
    }

    PreparedStatement prepared(Connection connection) throws SQLException {
        return connection.prepareStatement(insert);
    }

    void set(PreparedStatement statement, int row) throws SQLException {
        Object[] values = rows.get(row);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Writes rows as one batch. */
    void batch(PreparedStatement statement, int from, int until) throws SQLException {
        for (int row = from; row < until; row++) {
            set(statement, row);
            statement.addBatch();
        }
        statement.executeBatch();
    }
}
