package io.crmkit.jpa;

import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;

/** The contract, on Hibernate and H2. */
class H2StoresTest extends StoresTck {

    @Override
    protected Session open() {
        return JpaSession.on(Database.H2);
    }
}
