package io.crmkit.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.ChangeKind;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final TenantId tenant = new TenantId("acme");
    private final Stores stores = InMemoryStores.empty();

    private <T> T write(Function<Recording, T> work) {
        return Recording.write(stores, new Actor(tenant, "anna"), Clock.fixed(NOON, ZoneOffset.UTC), work);
    }

    private List<Company> saved(List<Company> companies) {
        return write(recording -> recording.stores().companies().saveAll(tenant, companies));
    }

    private List<Change> written() {
        return stores.journal().after(tenant, Cursor.START);
    }

    private static Company named(String name) {
        return Company.named(new CompanyId(UUID.randomUUID()), name);
    }

    private static Company renamed(Company company, String name) {
        return new Company(company.id(), company.revision(), name, null, null, null);
    }

    @Test
    void newAndChangedRecordsAreWrittenDownAndUnchangedAreNot() {
        List<Company> first = saved(List.of(named("A"), named("B")));
        List<Company> second = saved(List.of(first.get(0), renamed(first.get(1), "B 2"), named("C")));
        assertEquals(
                List.of(1L, 2L, 1L),
                second.stream().map(c -> c.revision().number()).toList());
        assertEquals(
                List.of(ChangeKind.ADDED, ChangeKind.ADDED, ChangeKind.CHANGED, ChangeKind.ADDED),
                written().stream().map(Change::kind).toList());
        assertEquals(new Revision(2), written().get(2).revision());
        assertEquals(
                List.of(new FieldChange("name", "B", "B 2")), written().get(2).fields());
    }

    @Test
    void aRecordSavedTwiceInOneTransactionIsWrittenDownTwice() {
        write(recording -> {
            Stores recorded = recording.stores();
            Company added = recorded.companies().save(tenant, named("A"));
            assertEquals(0, stores.journal().last(tenant));
            Company changed = recorded.companies().save(tenant, renamed(added, "A 2"));
            assertEquals(2, recorded.journal().last(tenant));
            return changed;
        });
        List<FieldChange> added = List.of(
                new FieldChange("name", null, "A"),
                new FieldChange("relationship.stage", null, "SUSPECT"),
                new FieldChange("relationship.state", null, "ACTIVE"));
        assertEquals(
                List.of(added, List.of(new FieldChange("name", "A", "A 2"))),
                written().stream().map(Change::fields).toList());
    }

    @Test
    void manyChangesAreAppendedByTheThousandAsTheWorkGoesOn() {
        write(recording -> {
            for (int i = 0; i < 2_500; i++) {
                recording.stores().companies().save(tenant, named("A"));
            }
            assertEquals(2_000, stores.journal().last(tenant));
            return stores;
        });
        assertEquals(2_500, stores.journal().last(tenant));
    }

    @Test
    void nothingIsWrittenDownWhereTheWorkFailsOrASaveIsRefused() {
        Company stored = saved(List.of(named("A"))).get(0);
        saved(List.of(renamed(stored, "A 2")));
        assertThrows(StaleRevisionException.class, () -> saved(List.of(named("B"), renamed(stored, "A 3"))));
        assertThrows(
                IllegalStateException.class,
                () -> write(recording -> {
                    recording.stores().companies().save(tenant, named("C"));
                    throw new IllegalStateException("broken");
                }));
        assertEquals(2, written().size());
        assertEquals(1, stores.companies().count(tenant));
    }

    @Test
    void anotherTenantsRecordsCannotBeSavedThroughIt() {
        assertEquals(
                "tenant must be the actor's: tenant = other, the actor's = acme",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> write(recording ->
                                        recording.stores().companies().save(new TenantId("other"), named("A"))))
                        .getMessage());
    }

    @Test
    void readsPassThrough() {
        Company company = saved(List.of(named("A"))).get(0);
        write(recording -> {
            Stores recorded = recording.stores();
            assertEquals(Optional.of(company), recorded.companies().find(tenant, company.id()));
            assertEquals(Map.of(company.id(), company), recorded.companies().findAll(tenant, List.of(company.id())));
            assertEquals(
                    List.of(company),
                    recorded.companies().page(tenant, PageRequest.first(5)).items());
            assertEquals(1, recorded.companies().count(tenant));
            assertEquals(Map.of("A", company.id()), recorded.companies().idsByNaturalKey(tenant, List.of("A")));
            assertSame(stores.facts(), recorded.facts());
            assertSame(stores.transactions(), recorded.transactions());
            assertEquals(
                    List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L),
                    Stream.of(
                                    recorded.people(),
                                    recorded.sellers(),
                                    recorded.teams(),
                                    recorded.products(),
                                    recorded.pipelines(),
                                    recorded.opportunities(),
                                    recorded.activities())
                            .map(store -> store.count(tenant))
                            .toList());
            return company;
        });
        assertEquals(1, written().size());
    }
}
