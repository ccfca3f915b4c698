package io.crmkit.jpa;

import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract on one provider and one database, entered into the table of what was passed. */
@ExtendWith(PassedTable.class)
abstract class ProviderContract extends StoresTck {

    private final Provider provider;
    private final Database database;

    ProviderContract(Provider provider, Database database) {
        this.provider = provider;
        this.database = database;
    }

    Provider provider() {
        return provider;
    }

    Database database() {
        return database;
    }

    @Override
    protected Session open() {
        return JpaSession.on(database, provider);
    }
}
