package io.crmkit.core.tck;

import static io.crmkit.core.tck.Samples.freshTenant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.party.Company;
import io.crmkit.core.team.Seller;
import io.crmkit.core.value.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of {@link io.crmkit.core.port.Transactions}. */
abstract class TransactionsRules {

    private final StoresTck adapter;
    private final TenantId tenant = freshTenant();
    private final Company company = Samples.company(UUID.randomUUID(), 1);
    private final Seller seller = Samples.seller(UUID.randomUUID(), 1);

    TransactionsRules(StoresTck adapter) {
        this.adapter = adapter;
    }

    private void assertStored(long companies, long sellers) {
        adapter.inTransaction(true, stores -> {
            assertEquals(companies, stores.companies().count(tenant));
            assertEquals(sellers, stores.sellers().count(tenant));
            return stores;
        });
    }

    /** Rule 1. */
    @Test
    @DisplayName("take in the work of several stores as one (rule 1)")
    void takeInTheWorkOfSeveralStoresAsOne() {
        adapter.inTransaction(
                true,
                stores -> stores.transactions().write(() -> {
                    stores.companies().save(tenant, company);
                    return stores.sellers().save(tenant, seller);
                }));
        assertStored(1, 1);
    }

    /** Rule 1. */
    @Test
    @DisplayName("never commit what the host rolls back (rule 1)")
    void neverCommitWhatTheHostRollsBack() {
        adapter.inTransaction(false, stores -> {
            stores.transactions().write(() -> stores.companies().save(tenant, company));
            return stores.transactions().write(() -> stores.sellers().save(tenant, seller));
        });
        assertStored(0, 0);
    }

    /** Rule 3. */
    @Test
    @DisplayName("undo all of work that throws, and pass on what it threw (rule 3)")
    void undoAllOfWorkThatThrows() {
        IllegalStateException thrown = new IllegalStateException("half way");
        var seen = assertThrows(
                IllegalStateException.class,
                () -> adapter.inTransaction(
                        true,
                        stores -> stores.transactions().write(() -> {
                            stores.companies().save(tenant, company);
                            stores.sellers().save(tenant, seller);
                            throw thrown;
                        })));
        assertSame(thrown, seen);
        assertStored(0, 0);
    }
}
