package io.crmkit.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;

/** A database the tests run on, made from the shipped script once in the life of the JVM. */
enum Database {
    /** In the memory of this JVM. */
    H2("h2") {
        @Override
        String url() {
            return "jdbc:h2:mem:crmkit;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
        }
    },
    /** A server of its own, started for this JVM and stopped with it. */
    POSTGRESQL("postgresql") {
        @Override
        String url() throws IOException, SQLException {
            @SuppressWarnings("resource") // stops with the JVM
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(SORTING_AS_PEOPLE_DO);
            }
            return server.getJdbcUrl("postgres", "host");
        }
    };

    /* as most servers do, and unlike Java: an order of texts by code points must be asked for */
    private static final String SORTING_AS_PEOPLE_DO =
            "create database host template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'en'";

    private static final String HOSTS_OWN =
            "create table host_order (id uuid primary key, version integer, number varchar(255) not null unique)";

    private final String schema;
    private EntityManagerFactory factory;
    private @Nullable Exception failure;

    @SuppressWarnings("NullAway.Init") // opened at first use
    Database(String schema) {
        this.schema = schema;
    }

    abstract String url() throws IOException, SQLException;

    /** Opens the database at first use; when that fails it stays failed, so that servers are not started in vain. */
    synchronized EntityManagerFactory factory() {
        if (factory == null && failure == null) {
            try {
                String url = url();
                runScript(url);
                factory = opened(Map.of("jakarta.persistence.jdbc.url", url));
            } catch (IOException | SQLException | RuntimeException broken) {
                failure = broken;
            }
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return factory;
    }

    /** Opens a database in which the script has been run. */
    static EntityManagerFactory opened(Map<String, ?> properties) {
        return Persistence.createEntityManagerFactory("host", properties);
    }

    Statistics statistics() {
        return factory().unwrap(SessionFactory.class).getStatistics();
    }

    String script() {
        String path = "/META-INF/crmkit/schema/" + schema + "/V1.sql";
        try (var script = Objects.requireNonNull(Database.class.getResourceAsStream(path), path)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void runScript(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(script());
            statement.execute(HOSTS_OWN);
        }
    }
}
