package io.crmkit.jpa;

import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;

/** The contract, on EclipseLink and H2. */
class EclipselinkH2StoresTest extends StoresTck {

    @Override
    protected Session open() {
        return JpaSession.on(Database.H2, Provider.ECLIPSELINK);
    }
}
