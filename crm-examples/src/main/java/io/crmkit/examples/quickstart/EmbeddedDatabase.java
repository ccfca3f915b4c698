package io.crmkit.examples.quickstart;

import io.crmkit.jpa.JpaStores;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Function;
import org.h2.tools.RunScript;

/** A host's part, played small: an H2 database in memory, an entity manager, and the transaction around the work. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String SCHEMA = "META-INF/crmkit/schema/h2/V1.sql";
    private static final String USER = "sa";

    private final String url;
    private final EntityManagerFactory factory;

    /**
     * Opens a database.
     *
     * @param name the database's name; one name is one database as long as it is open
     */
    EmbeddedDatabase(String name) {
        url = "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
        makeTables();
        factory = new PersistenceConfiguration(name)
                .mappingFile("META-INF/crmkit-orm.xml")
                .validationMode(ValidationMode.NONE)
                .property(PersistenceConfiguration.JDBC_URL, url)
                .property(PersistenceConfiguration.JDBC_USER, USER)
                .property(PersistenceConfiguration.JDBC_PASSWORD, "")
                .property("hibernate.jdbc.batch_size", "500")
                .property("hibernate.order_inserts", "true")
                .createEntityManagerFactory();
    }

    /** Runs the script that the adapter ships; a host does so with its own migration tool. */
    private void makeTables() {
        try (Connection connection = DriverManager.getConnection(url, USER, "");
                InputStream script = JpaStores.class.getClassLoader().getResourceAsStream(SCHEMA)) {
            Reader text = new InputStreamReader(Objects.requireNonNull(script, SCHEMA), StandardCharsets.UTF_8);
            RunScript.execute(connection, text);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the tables could not be made: " + e.getMessage(), e);
        }
    }

    /**
     * Does work in a transaction of its own.
     *
     * @param <T> what the work answers with
     * @param work the work; when it throws, nothing of it is kept
     * @return what the work answered
     */
    <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            EntityTransaction transaction = entityManager.getTransaction();
            transaction.begin();
            try {
                T answer = work.apply(entityManager);
                transaction.commit();
                return answer;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    @Override
    public void close() {
        factory.close();
        try (Connection connection = DriverManager.getConnection(url, USER, "");
                Statement end = connection.createStatement()) {
            end.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be closed: " + e.getMessage(), e);
        }
    }
}
