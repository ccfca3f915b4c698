package io.crmkit.jpa;

import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;

/** The contract, on EclipseLink and PostgreSQL. */
class EclipselinkPostgresqlStoresTest extends StoresTck {

    @Override
    protected Session open() {
        return JpaSession.on(Database.POSTGRESQL, Provider.ECLIPSELINK);
    }
}
