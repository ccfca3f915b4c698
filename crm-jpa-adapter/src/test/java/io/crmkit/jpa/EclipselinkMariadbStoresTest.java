package io.crmkit.jpa;

import org.junit.jupiter.api.condition.EnabledIf;

/** The contract, on EclipseLink and MariaDB. */
@EnabledIf("io.crmkit.jpa.MariadbServer#isThere")
class EclipselinkMariadbStoresTest extends ProviderContract {

    EclipselinkMariadbStoresTest() {
        super(Provider.ECLIPSELINK, Database.MARIADB);
    }
}
