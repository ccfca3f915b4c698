package io.crmkit.jpa;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

/** The contract, on Hibernate and MariaDB, in which every statement knows its tenant. */
@EnabledIf("io.crmkit.jpa.MariadbServer#isThere")
class MariadbStoresTest extends ProviderContract {

    MariadbStoresTest() {
        super(Provider.HIBERNATE, Database.MARIADB);
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
