package io.crmkit.jpa;

import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

/** The contract, on Hibernate and MariaDB, in which every statement knows its tenant. */
@EnabledIf("io.crmkit.jpa.MariadbServer#isThere")
class MariadbStoresTest extends StoresTck {

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
        return JpaSession.on(Database.MARIADB);
    }
}
