package io.crmkit.examples.standalone;

import io.crmkit.core.Crm;
import io.crmkit.core.port.CommitQueue;
import io.crmkit.core.port.CrmEvents;
import io.crmkit.jpa.JpaStores;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.util.function.BiFunction;

/** The host: an H2 database in memory with its own tables and those of crmkit, and a transaction around all it does. */
final class Erp implements AutoCloseable {

    private static final String SCRIPTS = "runscript from 'classpath:META-INF/crmkit/schema/h2/V1.sql'\\;"
            + "runscript from 'classpath:io/crmkit/examples/standalone/invoice.sql'";

    private final EntityManagerFactory factory;
    private final CrmEvents news;

    /**
     * Opens the host's database.
     *
     * @param name the database's name
     * @param news told what the CRM has committed
     */
    Erp(String name, CrmEvents news) {
        this.news = news;
        this.factory = new PersistenceConfiguration(name)
                .managedClass(Invoice.class)
                .mappingFile("META-INF/crmkit-orm.xml")
                .validationMode(ValidationMode.NONE)
                .property(PersistenceConfiguration.JDBC_URL, "jdbc:h2:mem:" + name + ";INIT=" + SCRIPTS)
                .property(PersistenceConfiguration.JDBC_USER, "sa")
                .property("hibernate.connection.pool_size", "1")
                .createEntityManagerFactory();
    }

    /**
     * Does a piece of work in one transaction, over the host's tables and the CRM.
     *
     * @param <T> what the work answers with
     * @param work the work, given the host's EntityManager and the CRM on top of it; when it throws, nothing is kept
     * @return what the work answered
     */
    <T> T transaction(BiFunction<EntityManager, Crm, T> work) {
        CommitQueue queue = new CommitQueue();
        T answer = factory.callInTransaction(manager -> {
            queue.begun();
            Crm crm = Crm.builder()
                    .stores(JpaStores.joining(manager, queue))
                    .listener(news)
                    .build();
            return work.apply(manager, crm);
        });
        queue.committed();
        return answer;
    }

    @Override
    public void close() {
        factory.close();
    }
}
