package io.crmkit.jpa;

import org.junit.jupiter.api.Tag;

/** The contract, on EclipseLink and H2. */
@Tag("eclipselink")
class EclipselinkH2StoresTest extends ProviderContract {

    EclipselinkH2StoresTest() {
        super(Provider.ECLIPSELINK, Database.H2);
    }
}
