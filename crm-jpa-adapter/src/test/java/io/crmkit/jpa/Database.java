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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A database the tests run on, made from the shipped script once in the life of the JVM. */
enum Database {
    /** In the memory of this JVM. */
    H2 {
        @Override
        Map<String, String> properties(Provider provider) {
            return provider == Provider.ECLIPSELINK
                    ? Map.of("eclipselink.target-database", BindingH2Platform.class.getName())
                    : Map.of();
        }

        @Override
        String empty(String name) {
            return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
        }
    },
    /** A server of its own, started for this JVM and stopped with it. */
    POSTGRESQL {
        private @Nullable EmbeddedPostgres server;

        /* EclipseLink binds a missing UUID as a text, which PostgreSQL takes only where the type of texts is left open */
        @Override
        String url(Provider provider, String found) {
            return found + (provider == Provider.ECLIPSELINK ? "&stringtype=unspecified" : "");
        }

        @Override
        synchronized String empty(String name) throws IOException, SQLException {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            run(server.getJdbcUrl("postgres", "postgres"), "create database " + name + SORTING_AS_PEOPLE_DO);
            return server.getJdbcUrl("postgres", name);
        }
    },
    /** Another server, which is there when the build is run in the profile mariadb. */
    MARIADB {
        /* for the sake of validation: identities are texts here, and Hibernate expects MariaDB's own type unless told */
        @Override
        Map<String, String> properties(Provider provider) {
            return provider == Provider.HIBERNATE
                    ? Map.of("hibernate.type.preferred_uuid_jdbc_type", "CHAR")
                    : Map.of("eclipselink.target-database", TextualMariadbPlatform.class.getName());
        }

        /* EclipseLink binds times as those of the host's zone */
        @Override
        String url(Provider provider, String found) {
            return found + (provider == Provider.ECLIPSELINK ? "&connectionTimeZone=UTC&preserveInstants=true" : "");
        }

        @Override
        String hostsOwn() {
            return HOSTS_OWN.replace("uuid", "char(36)");
        }

        @Override
        String empty(String name) throws IOException, SQLException {
            assumeThere();
            return MariadbServer.empty(name);
        }

        @Override
        boolean isThere() {
            return MariadbServer.isThere();
        }
    };

    /* as most servers do, and unlike Java: an order of texts by code points must be asked for */
    private static final String SORTING_AS_PEOPLE_DO =
            " template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'en'";

    static final String HOSTS_OWN =
            "create table host_order (id uuid primary key, version integer, number varchar(255) not null unique)";

    private final Map<Provider, EntityManagerFactory> factories = new EnumMap<>(Provider.class);
    private @Nullable String url;
    private @Nullable Exception failure;

    /** Makes another database without a table, and answers where it is found. */
    abstract String empty(String name) throws IOException, SQLException;

    boolean isThere() {
        return true;
    }

    void assumeThere() {
        Assumptions.assumeTrue(isThere(), () -> this + " is not on the class path: run the build with -Pmariadb");
    }

    String hostsOwn() {
        return HOSTS_OWN;
    }

    /** The database as a provider reaches it. */
    String url(Provider provider) {
        return url(provider, url());
    }

    String url(Provider provider, String found) {
        return found;
    }

    /** What a provider needs to be told to work with this database. */
    Map<String, String> properties(Provider provider) {
        return Map.of();
    }

    /** Opens the database at first use; when that fails it stays failed, so that servers are not started in vain. */
    synchronized String url() {
        assumeThere();
        if (url == null && failure == null) {
            try {
                String made = empty("host");
                runScript(made);
                url = made;
            } catch (IOException | SQLException | RuntimeException broken) {
                failure = broken;
            }
        }
        if (url == null) {
            throw new IllegalStateException(failure);
        }
        return url;
    }

    /** What most tests run on. */
    EntityManagerFactory factory() {
        return factory(Provider.HIBERNATE);
    }

    synchronized EntityManagerFactory factory(Provider provider) {
        Map<String, String> properties = new HashMap<>(properties(provider));
        properties.put("jakarta.persistence.provider", provider.className());
        properties.put("jakarta.persistence.jdbc.url", url(provider));
        return factories.computeIfAbsent(provider, each -> opened(properties));
    }

    /** Opens a database in which the script has been run. */
    static EntityManagerFactory opened(Map<String, ?> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("jakarta.persistence.provider", Provider.HIBERNATE.className());
        return Persistence.createEntityManagerFactory("host", all);
    }

    Statistics statistics() {
        return factory().unwrap(SessionFactory.class).getStatistics();
    }

    /** The scripts of every version there is, in order. */
    List<String> scripts() {
        return Stream.iterate(1, version -> version + 1)
                .map(version -> resource(
                        "/META-INF/crmkit/schema/" + name().toLowerCase(Locale.ROOT) + "/V" + version + ".sql"))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    String script() {
        return String.join("\n", scripts());
    }

    static Optional<String> resource(String path) {
        try (var script = Database.class.getResourceAsStream(path)) {
            return script == null
                    ? Optional.empty()
                    : Optional.of(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Makes the library's tables and the host's own in an empty database. */
    void runScript(String url) throws SQLException {
        run(url, script());
        run(url, hostsOwn());
    }

    static void run(String url, String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
