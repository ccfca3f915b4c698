package io.crmkit.jpa;

import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import org.junit.jupiter.api.condition.EnabledIf;

/** The contract, on EclipseLink and MariaDB. */
@EnabledIf("io.crmkit.jpa.MariadbServer#isThere")
class EclipselinkMariadbStoresTest extends StoresTck {

    @Override
    protected Session open() {
        return JpaSession.on(Database.MARIADB, Provider.ECLIPSELINK);
    }
}
