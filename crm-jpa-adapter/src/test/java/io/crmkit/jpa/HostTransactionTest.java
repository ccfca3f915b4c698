package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionImplementor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostTransactionTest {

    private final TenantId tenant = new TenantId("tenant " + UUID.randomUUID());
    private final CompanyId id = new CompanyId(UUID.randomUUID());
    private final Company company = Company.named(id, "Acme");
    private EntityManager manager;
    private Stores stores;

    @SuppressWarnings("NullAway.Init") // opened by each test, on its database
    HostTransactionTest() {}

    private void open(Database database) {
        manager = database.factory().createEntityManager();
        stores = JpaStores.joining(manager);
    }

    @AfterEach
    void close() {
        if (manager == null) {
            return;
        }
        if (manager.getTransaction().isActive()) {
            manager.getTransaction().rollback();
        }
        manager.close();
    }

    @ParameterizedTest
    @EnumSource
    void goesWithTheHostsOwnWork(Database database) {
        open(database);
        HostOrder order = HostOrder.fresh();
        manager.getTransaction().begin();
        manager.persist(order);
        stores.companies().save(tenant, company);
        manager.getTransaction().rollback();
        assertNull(manager.find(HostOrder.class, order.id));
        assertFalse(stores.companies().find(tenant, id).isPresent());

        manager.getTransaction().begin();
        manager.persist(order = HostOrder.fresh());
        stores.companies().save(tenant, company);
        manager.getTransaction().commit();
        assertSame(order, manager.find(HostOrder.class, order.id));
        assertTrue(stores.companies().find(tenant, id).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void seesWhatTheHostWroteBefore(Database database) {
        open(database);
        manager.getTransaction().begin();
        manager.createNativeQuery("insert into crm_company"
                        + " (id, tenant, revision, name, name_folded, sales_stage, state, tags)"
                        + " values (?1, ?2, 7, 'Acme', 'acme', 'customer', 'active', '\n')")
                .setParameter(1, id.value())
                .setParameter(2, tenant.value())
                .executeUpdate();
        assertEquals(
                new Revision(7),
                stores.companies().find(tenant, id).orElseThrow().revision());
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheEntityManagerIsClosed(Database database) {
        open(database);
        EntityManager closed = database.factory().createEntityManager();
        closed.close();
        StoreException refused = assertThrows(
                StoreException.class,
                () -> JpaStores.joining(closed).companies().find(tenant, id));
        assertEquals(
                "finding company needs an open EntityManager, and the one given to JpaStores.joining is closed",
                refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void saysThatATransactionIsMissing(Database database) {
        open(database);
        String hint = " needs a transaction and none is active: begin one in the host, on the EntityManager given to"
                + " JpaStores.joining, before calling";
        StoreException save =
                assertThrows(StoreException.class, () -> stores.companies().save(tenant, company));
        assertEquals("saving company" + hint, save.getMessage());
        StoreException many =
                assertThrows(StoreException.class, () -> stores.companies().saveAll(tenant, List.of(company)));
        assertEquals("saving company" + hint, many.getMessage());
        StoreException append =
                assertThrows(StoreException.class, () -> stores.journal().append(tenant, List.of(added())));
        assertEquals("appending to the journal" + hint, append.getMessage());
        StoreException work =
                assertThrows(StoreException.class, () -> stores.transactions().write(() -> stores));
        assertEquals("work" + hint, work.getMessage());
    }

    private Change added() {
        return Change.between(null, company, new Actor(tenant, "anna"), Instant.EPOCH)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoRowInTheHostsContext(Database database) {
        open(database);
        HostOrder order = HostOrder.fresh();
        manager.getTransaction().begin();
        manager.persist(order);
        List<Company> saved = stores.companies()
                .saveAll(
                        tenant,
                        Stream.generate(() -> Company.named(new CompanyId(UUID.randomUUID()), "Acme"))
                                .limit(10)
                                .toList());
        stores.companies().page(tenant, PageRequest.first(10));
        stores.companies().find(tenant, saved.get(0).id());
        stores.journal().append(tenant, List.of(added()));
        stores.journal().after(tenant, Cursor.START);
        assertEquals(
                1,
                manager.unwrap(SessionImplementor.class).getPersistenceContext().getNumberOfManagedEntities());
        assertTrue(manager.contains(order));
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheHostsFailureFromItsOwn(Database database) {
        open(database);
        manager.getTransaction().begin();
        HostOrder broken = HostOrder.fresh();
        broken.number = null;
        assertThrows(PersistenceException.class, () -> {
            manager.persist(broken);
            manager.flush();
        });
        manager.getTransaction().rollback();
        manager.clear();

        manager.getTransaction().begin();
        manager.persist(HostOrder.fresh());
        HostOrder twice = HostOrder.fresh();
        manager.createNativeQuery("insert into host_order (id, number) values (?1, ?2)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, twice.number)
                .executeUpdate();
        manager.persist(twice);
        StoreException told =
                assertThrows(StoreException.class, () -> stores.companies().save(tenant, company));
        assertEquals(
                "saving company was not tried: the host's own changes could not be written before", told.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void turnsAProvidersFailureIntoAStoreException(Database database) {
        open(database);
        manager.getTransaction().begin();
        manager.createNativeQuery(
                        "insert into crm_product (id, tenant, revision, name, name_folded, list_price, currency, tags)"
                                + " values (?1, ?2, 1, 'Chair', 'chair', 1, 'EUR', '')")
                .setParameter(1, id.value())
                .setParameter(2, tenant.value())
                .executeUpdate();
        EntityManager failing = with(manager, "createQuery", () -> {
            throw new PersistenceException("no connection");
        });
        StoreException told = assertThrows(
                StoreException.class,
                () -> JpaStores.joining(failing).companies().count(tenant));
        assertEquals("counting company failed: PersistenceException", told.getMessage());
        assertThrows(
                StoreException.class, () -> JpaStores.joining(failing).facts().sales(tenant, Criterion.everything()));
        StoreException append = assertThrows(
                StoreException.class, () -> JpaStores.joining(failing).journal().append(tenant, List.of(added())));
        assertEquals("appending to the journal failed: PersistenceException", append.getMessage());
        assertThrows(
                StoreException.class,
                () -> JpaStores.joining(failing).companies().save(tenant, company));
    }

    @ParameterizedTest
    @EnumSource
    void keepsAContainersTransactionFromCommitting(Database database) {
        open(database);
        manager.getTransaction().begin();
        Stores contained = JpaStores.joining(with(manager, "getTransaction", () -> {
            throw new IllegalStateException("the container's");
        }));
        assertThrows(
                IllegalArgumentException.class,
                () -> contained.transactions().write(() -> {
                    contained.companies().save(tenant, company);
                    throw new IllegalArgumentException("broken");
                }));
        assertTrue(manager.getTransaction().getRollbackOnly());
        commitAsFarAsTheProviderLets();
        assertFalse(stores.companies().find(tenant, id).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void namesTheRecordAmongManyThatAnotherTransactionHolds(Database database) throws Exception {
        open(database);
        JpaSession first = JpaSession.on(database);
        Company beta = Company.named(new CompanyId(UUID.randomUUID()), "Beta");
        first.write(() -> first.stores().companies().saveAll(tenant, List.of(company, beta)));
        List<Company> changed = Stream.of(beta, company)
                .map(one -> new Company(one.id(), new Revision(1), one.name() + " 2", null, null, null))
                .toList();
        manager.getTransaction().begin();
        stores.companies().save(tenant, changed.get(1));
        var waiting = CompletableFuture.runAsync(
                () -> first.write(() -> first.stores().companies().saveAll(tenant, changed)));
        manager.getTransaction().commit();
        Throwable stale = assertThrows(ExecutionException.class, () -> waiting.get(60, TimeUnit.SECONDS))
                .getCause();
        assertEquals(
                "CompanyId " + id + " was saved from revision 1, but is at revision 2",
                String.valueOf(stale == null ? null : stale.getMessage()));
        first.close();
    }

    private void commitAsFarAsTheProviderLets() {
        try {
            manager.getTransaction().commit();
        } catch (RollbackException refused) {
            assertFalse(manager.getTransaction().isActive());
        }
    }

    /* An EntityManager that does something else before one of its methods. */
    private static EntityManager with(EntityManager manager, String method, Runnable before) {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, called, args) -> {
                    if (called.getName().equals(method)) {
                        before.run();
                    }
                    try {
                        return called.invoke(manager, args);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
