package io.crmkit.jpa;

import org.junit.jupiter.api.Tag;

/** The contract, on EclipseLink and PostgreSQL. */
@Tag("providers")
class EclipselinkPostgresqlStoresTest extends ProviderContract {

    EclipselinkPostgresqlStoresTest() {
        super(Provider.ECLIPSELINK, Database.POSTGRESQL);
    }
}
