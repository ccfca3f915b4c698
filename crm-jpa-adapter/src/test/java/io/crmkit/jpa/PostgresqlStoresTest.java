package io.crmkit.jpa;

import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;

/** The contract, on Hibernate and PostgreSQL. */
class PostgresqlStoresTest extends StoresTck {

    @Override
    protected Session open() {
        return JpaSession.on(Database.POSTGRESQL);
    }
}
