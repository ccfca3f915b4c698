package io.crmkit.jpa;

import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract, on Hibernate and H2, in which every statement knows its tenant. */
class H2StoresTest extends StoresTck {

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
        return JpaSession.on(Database.H2);
    }
}
