package io.crmkit.jpa.bench;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.Stores;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import io.crmkit.jpa.JpaStores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * The library beside plain JDBC, in turns, on one PostgreSQL: a bulk import, one activity recorded, a page of a timeline.
 * Prints medians, and how many times as long as JDBC the library takes.
 */
public final class PostgresqlPeers implements AutoCloseable {

    private static final int ROUNDS = 5;
    private static final int BATCH = 1_000;
    private static final int ONE_BY_ONE = 500;
    private static final int PAGES = 1_000;
    private static final int PAGE = 50;
    private static final String TABLES = "crm_activity, crm_activity_participant, crm_journal";

    private final TenantId tenant = new TenantId("bench");
    private final SellerId seller = new SellerId(new UUID(7, 7));
    private final EmbeddedPostgres server;
    private final Connection connection;
    private final EntityManagerFactory factory;
    private final EntityManager manager;
    private final Stores stores;
    private final CrmSession crm;
    private int recorded;

    private PostgresqlPeers() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "1GB")
                .start();
        String url = server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
        connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute(script());
        }
        connection.setAutoCommit(false);
        factory = new PersistenceConfiguration("bench")
                .mappingFile("META-INF/crmkit-orm.xml")
                .validationMode(ValidationMode.NONE)
                .property("jakarta.persistence.jdbc.url", url)
                .property("hibernate.jdbc.batch_size", BATCH)
                .property("hibernate.order_inserts", true)
                .createEntityManagerFactory();
        manager = factory.createEntityManager();
        stores = JpaStores.joining(manager);
        crm = Crm.builder().stores(stores).build().as(new Actor(tenant, "anna"));
    }

    private static String script() throws IOException {
        String path = "/META-INF/crmkit/schema/postgresql/V1.sql";
        try (var script = Objects.requireNonNull(PostgresqlPeers.class.getResourceAsStream(path), path)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Runs all three.
     *
     * @param arguments how many activities are imported and have timelines; 100,000 where none is given
     */
    public static void main(String... arguments) throws Exception {
        int activities = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        try (PostgresqlPeers peers = new PostgresqlPeers()) {
            peers.bulkImport(activities);
            peers.pages();
            peers.oneByOne();
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        manager.close();
        factory.close();
        connection.close();
        server.close();
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static long nanos(Work work) throws SQLException {
        long before = System.nanoTime();
        work.run();
        return System.nanoTime() - before;
    }

    private static void print(String what, long[] library, long[] jdbc, double share) {
        Arrays.sort(library);
        Arrays.sort(jdbc);
        double ours = library[(int) (share * (library.length - 1))] / 1e3;
        double theirs = jdbc[(int) (share * (jdbc.length - 1))] / 1e3;
        System.out.printf(
                Locale.ROOT, "%-44s %,14.0f us, JDBC %,14.0f us: %.2f times%n", what, ours, theirs, ours / theirs);
    }

    private RecordActivity command() {
        recorded++;
        // a tenth of all are one person's, the rest a hundredth of a percent each
        long person = recorded % 10 == 0 ? 0 : recorded % 10_000;
        return new RecordActivity(
                ActivityType.CALL,
                seller,
                Instant.ofEpochSecond(1_700_000_000L + recorded),
                ActivityState.HELD,
                new ActivitySubjects(null, new PersonId(new UUID(1, person)), null));
    }

    private void record(int count) {
        manager.getTransaction().begin();
        crm.together(within -> {
            for (int i = 0; i < count; i++) {
                within.activities().record(command());
            }
            return count;
        });
        manager.getTransaction().commit();
        manager.clear();
    }

    private void empty() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate " + TABLES);
            statement.execute("delete from crm_journal_head where tenant <> ''");
        }
        connection.commit();
    }

    /* the library writes, plain JDBC writes the same rows once more */
    private void bulkImport(int activities) throws SQLException {
        long[] library = new long[ROUNDS];
        long[] jdbc = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            empty();
            recorded = 0;
            library[round] = nanos(() -> {
                for (int i = 0; i < activities; i += BATCH) {
                    record(BATCH);
                }
            });
            List<Replay> tables = replays();
            empty();
            jdbc[round] = nanos(() -> insert(tables));
        }
        print("import of " + activities + " activities, journal included", library, jdbc, 0.5);
    }

    private List<Replay> replays() throws SQLException {
        List<Replay> tables = List.of(
                Replay.of(connection, "crm_activity", "id"), Replay.of(connection, "crm_journal", "sequence_number"));
        connection.commit();
        return tables;
    }

    private void insert(List<Replay> tables) throws SQLException {
        try (PreparedStatement activities = tables.get(0).prepared(connection);
                PreparedStatement changes = tables.get(1).prepared(connection)) {
            for (int i = 0; i < tables.get(0).size(); i += BATCH) {
                int until = Math.min(i + BATCH, tables.get(0).size());
                tables.get(0).batch(activities, i, until);
                tables.get(1).batch(changes, i, until);
                connection.commit();
            }
        }
    }

    private void oneByOne() throws SQLException {
        empty();
        record(1);
        record(ONE_BY_ONE);
        List<Replay> tables = replays();
        long[] library = new long[ONE_BY_ONE];
        long[] jdbc = new long[ONE_BY_ONE];
        empty();
        record(1);
        try (PreparedStatement activity = tables.get(0).prepared(connection);
                PreparedStatement change = tables.get(1).prepared(connection);
                PreparedStatement head = connection.prepareStatement(
                        "update crm_journal_head set sequence_number = sequence_number + 1 where tenant = ?")) {
            for (int i = 0; i < ONE_BY_ONE; i++) {
                int row = i + 1;
                jdbc[i] = nanos(() -> {
                    tables.get(0).batch(activity, row, row + 1);
                    head.setString(1, tenant.value());
                    head.executeUpdate();
                    tables.get(1).set(change, row);
                    change.setLong(2, 1_000_000L + row); // beside those the library writes in its turns
                    change.executeUpdate();
                    connection.commit();
                });
                library[i] = nanos(() -> record(1));
            }
        }
        print("one activity recorded, journal included, p50", library, jdbc, 0.5);
    }

    private void pages() throws SQLException {
        analyze();
        List<Position> positions = new ArrayList<>();
        TimelineQuery query = TimelineQuery.newest(PAGE, List.of(Scope.of(new PersonId(new UUID(1, 0)))))
                .only(EntryKind.ACTIVITY);
        TimelinePage page = stores.timeline().page(tenant, query);
        while (page.more() && positions.size() < PAGES) {
            Position oldest = page.oldest().orElseThrow();
            positions.add(oldest);
            page = stores.timeline().page(tenant, query.olderThan(oldest));
        }
        long[] library = new long[PAGES];
        long[] jdbc = new long[PAGES];
        for (int i = 0; i < PAGES; i++) {
            Position from = positions.get(i % positions.size());
            library[i] = nanos(() -> stores.timeline().page(tenant, query.olderThan(from)));
            jdbc[i] = nanos(() -> page(from));
        }
        print("page of 50 of a timeline, p50", library.clone(), jdbc.clone(), 0.5);
        print("page of 50 of a timeline, p99", library, jdbc, 0.99);
    }

    private void analyze() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze " + TABLES);
        }
        connection.commit();
    }

    private void page(Position from) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select * from crm_activity where person_id = ? and tenant = ?"
                        + " and (occurred_at, id) < (?, ?) order by occurred_at desc, id desc limit " + PAGE)) {
            statement.setObject(1, new UUID(1, 0));
            statement.setString(2, tenant.value());
            statement.setObject(3, from.at().atOffset(ZoneOffset.UTC));
            statement.setObject(4, from.key());
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    found.getObject("id");
                }
            }
        }
    }
}
