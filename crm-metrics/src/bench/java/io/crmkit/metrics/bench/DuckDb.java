package io.crmkit.metrics.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/*
 * The same log in DuckDB's own table, in the form that is best for it: narrow types, the month computed beforehand,
 * the answer read in chunks. Loading is not timed.
 */
final class DuckDb implements AutoCloseable {

    private static final String CUBE = "select seller, month, step, count(*)::integer from facts group by all";
    private static final String CODED_CUBE = "select code, count(*)::integer from facts group by code";

    private static final String FUNNEL = """
            with first as (
              select subject, pos, step, at_second,
                     max(case when step = 0 then at_second end) over (partition by subject order by pos) as s1
              from %2$s where step < 4),
            second as (
              select *, max(case when step = 1 and at_second - s1 <= %1$d then s1 end)
                        over (partition by subject order by pos) as s2
              from first),
            third as (
              select *, max(case when step = 2 and at_second - s2 <= %1$d then s2 end)
                        over (partition by subject order by pos) as s3
              from second),
            level as (
              select subject, max(case when step = 3 and at_second - s3 <= %1$d then 4
                                       when s3 is not null then 3
                                       when s2 is not null then 2
                                       when s1 is not null then 1 else 0 end) as level
              from third group by subject)
            select level::integer, count(*)::integer from level group by level
            """;

    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    static DuckDb of(Log log, int threads) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + threads);
            statement.execute("create table facts (pos integer, seller smallint, month tinyint, step tinyint,"
                    + " code integer, at_second integer, subject integer)");
        }
        DuckDBConnection own = connection.unwrap(DuckDBConnection.class);
        try (DuckDBAppender appender = own.createAppender("facts")) {
            for (int row = 0; row < log.rows; row++) {
                append(appender, log, row);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table chains as select subject, pos, step, at_second from facts"
                    + " where step < 4 order by subject, pos");
        }
        return new DuckDb(connection);
    }

    private static void append(DuckDBAppender appender, Log log, int row) throws SQLException {
        int month = Log.PERIODS.indexOf(log.at[row]);
        appender.beginRow();
        appender.append(row);
        appender.append((short) log.seller[row]);
        appender.append((byte) month);
        appender.append(log.step[row]);
        appender.append(Cubes.cell(log.seller[row], month, log.step[row]));
        appender.append((int) (log.at[row] - log.at[0]));
        appender.append(log.subject[row]);
        appender.endRow();
    }

    int[] cube() throws SQLException {
        int[] cube = new int[Cubes.CELLS];
        read(CUBE, (chunk, row) -> {
            int cell = Cubes.cell(
                    chunk.vector(0).getShort(row),
                    chunk.vector(1).getByte(row),
                    chunk.vector(2).getByte(row));
            cube[cell] = chunk.vector(3).getInt(row);
        });
        return cube;
    }

    int[] codedCube() throws SQLException {
        int[] cube = new int[Cubes.CELLS];
        read(
                CODED_CUBE,
                (chunk, row) ->
                        cube[chunk.vector(0).getInt(row)] = chunk.vector(1).getInt(row));
        return cube;
    }

    /* Subjects per level, 1 to 4, from the log in order of time. */
    long[] funnel() throws SQLException {
        return funnel("facts");
    }

    /* The same from a table of the four steps alone, sorted by subject. */
    long[] clusteredFunnel() throws SQLException {
        return funnel("chains");
    }

    private long[] funnel(String table) throws SQLException {
        long[] reached = new long[4];
        read(FUNNEL.formatted(Log.WINDOW_DAYS * 86_400, table), (chunk, row) -> {
            for (int level = 1; level <= chunk.vector(0).getInt(row); level++) {
                reached[level - 1] += chunk.vector(1).getInt(row);
            }
        });
        return reached;
    }

    private interface RowReader {
        void read(DuckDBDataChunkReader chunk, long row) throws SQLException;
    }

    private void read(String sql, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                DuckDBChunkedResult result =
                        statement.unwrap(DuckDBPreparedStatement.class).query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                for (long row = 0; row < chunk.rowCount(); row++) {
                    reader.read(chunk, row);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
