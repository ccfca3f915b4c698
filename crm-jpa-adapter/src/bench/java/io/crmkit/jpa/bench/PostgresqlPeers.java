package io.crmkit.jpa.bench;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.port.Stores;
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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Supplier;

/** The library beside plain JDBC, in turns, on one PostgreSQL that keeps what it commits. */
public final class PostgresqlPeers implements AutoCloseable {

    final TenantId tenant = new TenantId("bench");
    final Connection connection;
    final EntityManager manager;
    final Stores stores;
    final CrmSession crm;
    private final EmbeddedPostgres server;
    private final EntityManagerFactory factory;

    private PostgresqlPeers() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("work_mem", "64MB")
                .setServerConfig("max_wal_size", "4GB")
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
     * Measures all, and writes {@code target/bench.md}.
     *
     * @param arguments how many activities are imported and read; 100,000 where none is given
     */
    public static void main(String... arguments) throws Exception {
        int activities = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        try (PostgresqlPeers peers = new PostgresqlPeers()) {
            Figures figures = new Figures(peers.connection, activities);
            new Writes(peers, new Sample(activities), figures).measure(activities);
            new Reads(peers, figures).measure();
            figures.write(Path.of("target", "bench.md"));
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        manager.close();
        factory.close();
        connection.close();
        server.close();
    }

    /** What is measured. */
    interface Work {
        void run() throws SQLException;
    }

    static long nanos(Work work) throws SQLException {
        long before = System.nanoTime();
        work.run();
        return System.nanoTime() - before;
    }

    <T> T inTransaction(Supplier<T> work) {
        manager.getTransaction().begin();
        T answer = work.get();
        manager.getTransaction().commit();
        return answer;
    }

    void execute(String... all) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : all) {
                statement.execute(one);
            }
        }
        connection.commit();
    }

    /** Lets the server know its tables; not within a transaction. */
    void vacuum() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
        connection.setAutoCommit(false);
    }
}
