package io.crmkit.jpa;

import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract, on Hibernate and PostgreSQL, in which every statement knows its tenant. */
class PostgresqlStoresTest extends StoresTck {

    @BeforeAll
    static void listen() {
        Tenancy.listen();
    }

    @AfterAll
    static void everyStatementKnewItsTenant() {
        Tenancy.stopAndCheck();
    }

    @Override
    protected Session open() {
        return JpaSession.on(Database.POSTGRESQL);
    }
}
