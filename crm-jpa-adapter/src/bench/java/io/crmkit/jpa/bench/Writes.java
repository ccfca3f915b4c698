package io.crmkit.jpa.bench;

import static io.crmkit.jpa.bench.PostgresqlPeers.nanos;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** An import, and one activity recorded; plain JDBC writes the very rows the library wrote once more. */
final class Writes {

    private static final int BATCH = 1_000;
    private static final int TOGETHER = 5_000;
    private static final int ONE_BY_ONE = 500;
    private static final int NAIVE = 1_000;
    private static final int SMALL = 200_000;
    /* what does not fit into memory is imported once, and not beside JDBC */
    private static final int LARGEST_BESIDE = 1_000_000;

    private final PostgresqlPeers peers;
    private final Sample sample;
    private final Figures figures;

    Writes(PostgresqlPeers peers, Sample sample, Figures figures) {
        this.peers = peers;
        this.sample = sample;
        this.figures = figures;
    }

    void measure(int activities) throws SQLException {
        peers.inTransaction(() -> peers.stores.people().saveAll(peers.tenant, Sample.people()));
        peers.manager.clear();
        peers.vacuum();
        if (activities <= LARGEST_BESIDE) {
            naive();
            imports(activities);
            oneByOne();
        }
        empty();
        imported(activities);
    }

    private void empty() throws SQLException {
        peers.execute(
                "truncate crm_activity, crm_activity_participant, crm_journal",
                "delete from crm_journal_head where tenant <> ''");
        sample.restart();
    }

    /* in transactions of some thousand, as JDBC does below */
    private void imported(int activities) {
        for (int i = 0; i < activities; i += TOGETHER) {
            int count = Math.min(TOGETHER, activities - i);
            peers.inTransaction(
                    () -> peers.crm.activities().record(sample.next(count)).size());
            peers.manager.clear();
        }
    }

    /* one after the other in one transaction: each is flushed by itself */
    private int recorded(int count) {
        return peers.inTransaction(() -> peers.crm.together(within -> {
            for (int i = 0; i < count; i++) {
                within.activities().record(sample.next());
            }
            return count;
        }));
    }

    private void naive() throws SQLException {
        long[] oneByOne = new long[5];
        long[] together = new long[5];
        empty();
        for (int round = 0; round < oneByOne.length; round++) {
            oneByOne[round] = nanos(() -> recorded(NAIVE));
            together[round] = nanos(() -> imported(NAIVE));
        }
        figures.add("1,000 activities at once; beside it the library, flushed one by one", together, oneByOne);
    }

    private void imports(int activities) throws SQLException {
        int rounds = activities > SMALL ? 3 : 5;
        long[] library = new long[rounds];
        long[] jdbc = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            empty();
            library[round] = nanos(() -> imported(activities));
            List<Replay> tables = replays();
            empty();
            jdbc[round] = nanos(() -> insert(tables));
        }
        figures.add("import, journal included", 0.5, library, jdbc, 1.3);
    }

    private List<Replay> replays() throws SQLException {
        List<Replay> tables = List.of(
                Replay.of(peers.connection, "crm_activity", "id"),
                Replay.of(peers.connection, "crm_journal", "sequence_number"));
        peers.connection.commit();
        return tables;
    }

    private void insert(List<Replay> tables) throws SQLException {
        int all = tables.get(0).size();
        try (PreparedStatement activities = tables.get(0).prepared(peers.connection);
                PreparedStatement changes = tables.get(1).prepared(peers.connection)) {
            for (int from = 0; from < all; from += BATCH) {
                int until = Math.min(from + BATCH, all);
                tables.get(0).batch(activities, from, until);
                tables.get(1).batch(changes, from, until);
                if (until % TOGETHER == 0 || until == all) {
                    peers.connection.commit();
                }
            }
        }
    }

    private void oneByOne() throws SQLException {
        empty();
        recorded(1);
        recorded(ONE_BY_ONE);
        List<Replay> tables = replays();
        long[] library = new long[ONE_BY_ONE];
        long[] jdbc = new long[ONE_BY_ONE];
        empty();
        recorded(1);
        peers.execute(
                "insert into crm_journal_head select 'other', sequence_number from crm_journal_head where tenant <> ''");
        try (PreparedStatement activity = tables.get(0).prepared(peers.connection);
                PreparedStatement change = tables.get(1).prepared(peers.connection);
                PreparedStatement head = peers.connection.prepareStatement(
                        "update crm_journal_head set sequence_number = sequence_number + 1 where tenant = ?")) {
            for (int i = 0; i < ONE_BY_ONE; i++) {
                int row = i + 1;
                jdbc[i] = nanos(() -> {
                    tables.get(0).batch(activity, row, row + 1);
                    head.setString(1, "other");
                    head.executeUpdate();
                    tables.get(1).set(change, row);
                    change.setLong(2, 1_000_000L + row); // beside those the library writes in its turns
                    change.executeUpdate();
                    peers.connection.commit();
                });
                library[i] = nanos(() -> recorded(1));
            }
        }
        figures.add("one activity recorded, journal included, p50", 0.5, library, jdbc, 2);
    }
}
