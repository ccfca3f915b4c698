package io.crmkit.jpa;

/** The contract, on EclipseLink and H2. */
class EclipselinkH2StoresTest extends ProviderContract {

    EclipselinkH2StoresTest() {
        super(Provider.ECLIPSELINK, Database.H2);
    }
}
