package io.crmkit.jpa;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract, on Hibernate and H2, in which every statement knows its tenant. */
class H2StoresTest extends ProviderContract {

    H2StoresTest() {
        super(Provider.HIBERNATE, Database.H2);
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
