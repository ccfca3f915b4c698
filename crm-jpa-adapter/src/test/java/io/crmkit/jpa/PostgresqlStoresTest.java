package io.crmkit.jpa;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract, on Hibernate and PostgreSQL, in which every statement knows its tenant. */
class PostgresqlStoresTest extends ProviderContract {

    PostgresqlStoresTest() {
        super(Provider.HIBERNATE, Database.POSTGRESQL);
    }

    @BeforeAll
    static void listen() {
        Tenancy.listen();
    }

    @AfterAll
    static void everyStatementKnewItsTenant() {
        Tenancy.stopAndCheck();
    }
}
