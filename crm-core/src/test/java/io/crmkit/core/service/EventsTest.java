package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.exchange.ImportOptions;
import io.crmkit.core.exchange.ImportProgress;
import io.crmkit.core.journal.Change;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.port.PassingStores;
import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Transactions;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What listeners are told, and when. */
class EventsTest {

    private static final TenantId ACME = new TenantId("acme");

    private final InMemoryStores stores = InMemoryStores.empty();
    private final List<Delivery> delivered = new ArrayList<>();

    @TempDir
    private Path folder;

    private record Delivery(TenantId tenant, List<Change> changes) {}

    private Crm.Builder listened() {
        return Crm.builder().stores(stores).listener((tenant, changes) -> delivered.add(new Delivery(tenant, changes)));
    }

    private CrmSession anna() {
        return listened().build().as(new Actor(ACME, "anna"));
    }

    private List<String> kinds(int delivery) {
        return delivered.get(delivery).changes().stream()
                .map(change -> change.subject().kind())
                .toList();
    }

    @Test
    void eachCommandDeliversWhatItAppendedAndSaysWhose() {
        CrmSession anna = anna();
        anna.companies().add(AddCompany.named("Graz Pumps"));
        anna.people().add(new AddPerson("Eva Huber", null));
        assertEquals(2, delivered.size());
        assertEquals(ACME, delivered.get(0).tenant());
        assertEquals(
                anna.journal().after(0),
                delivered.stream().flatMap(each -> each.changes().stream()).toList());
    }

    @Test
    void whatIsRunTogetherIsOneDeliveryInJournalOrder() {
        anna().together(session -> {
            session.teams().add(new AddTeam("North", null));
            session.companies().add(AddCompany.named("Graz Pumps"));
            session.together(within -> within.people().add(new AddPerson("Eva Huber", null)));
            assertEquals(List.of(), delivered);
            return session.sellers().add(new AddSeller("Anna Rossi", null));
        });
        assertEquals(1, delivered.size());
        assertEquals(List.of("team", "company", "person", "seller"), kinds(0));
        assertEquals(
                List.of(1L, 2L, 3L, 4L),
                delivered.get(0).changes().stream().map(Change::sequence).toList());
    }

    @Test
    void twoCommandsInAHostsTransactionAreDeliveredInOrderAfterItsCommit() {
        CrmSession anna = anna();
        stores.transactions().write(() -> {
            anna.teams().add(new AddTeam("North", null));
            anna.companies().add(AddCompany.named("Graz Pumps"));
            assertEquals(List.of(), delivered);
            return "done";
        });
        assertEquals(List.of(List.of("team"), List.of("company")), List.of(kinds(0), kinds(1)));
    }

    @Test
    void whatIsRolledBackRefusedOrChangesNothingIsDeliveredToNobody() {
        CrmSession anna = anna();
        assertThrows(
                IllegalStateException.class,
                () -> anna.together(session -> {
                    session.companies().add(AddCompany.named("Graz Pumps"));
                    throw new IllegalStateException("broken");
                }));
        assertThrows(
                IllegalStateException.class,
                () -> stores.transactions().write(() -> {
                    anna.companies().add(AddCompany.named("Graz Pumps"));
                    throw new IllegalStateException("broken");
                }));
        assertThrows(InvalidCommandException.class, () -> anna.companies().add(AddCompany.named(" ")));
        anna.together(session -> session.companies().count());
        assertEquals(List.of(), delivered);
    }

    @Test
    void aListenerThatThrowsHarmsNeitherTheOthersNorTheCaller() {
        CrmSession anna = Crm.builder()
                .stores(stores)
                .listener((tenant, changes) -> delivered.add(new Delivery(tenant, changes)))
                .listener((tenant, changes) -> {
                    throw new IllegalStateException("a listener's own trouble");
                })
                .listener((tenant, changes) -> delivered.add(new Delivery(tenant, changes)))
                .build()
                .as(new Actor(ACME, "anna"));
        anna.companies().add(AddCompany.named("Graz Pumps"));
        assertEquals(2, delivered.size());
        assertEquals(1, anna.companies().count());
    }

    @Test
    void aListenerSeesWhatOthersSeeAndMayWriteByItself() {
        List<Long> seen = new ArrayList<>();
        CrmSession other = Crm.builder().stores(stores).build().as(new Actor(ACME, "bot"));
        CrmSession anna = Crm.builder()
                .stores(stores)
                .listener((tenant, changes) -> {
                    seen.add(CompletableFuture.supplyAsync(
                                    () -> other.companies().count())
                            .join());
                    other.people().add(new AddPerson("Eva Huber", null));
                })
                .build()
                .as(new Actor(ACME, "anna"));
        anna.companies().add(AddCompany.named("Graz Pumps"));
        assertEquals(List.of(1L), seen);
        assertEquals(1, other.people().count());
    }

    @Test
    void anImportIsOneDeliveryHoweverManyRowsItHas() throws IOException {
        StringBuilder csv = new StringBuilder("name\n");
        for (int i = 0; i < 2_500; i++) {
            csv.append("Company ").append(i).append('\n');
        }
        Files.writeString(folder.resolve("companies.csv"), csv);
        anna().imports().folder(folder, ImportOptions.defaults(), ImportProgress.silent());
        assertEquals(1, delivered.size());
        assertTrue(delivered.get(0).changes().size() >= 2_500);
        assertEquals(
                delivered.get(0).changes().size(),
                delivered.get(0).changes().stream()
                        .mapToLong(Change::sequence)
                        .max()
                        .orElseThrow());
    }

    @Test
    void listenersOverStoresThatDoNotLearnOfCommitsAreRefused() {
        Stores deaf = new PassingStores(stores) {
            @Override
            public Transactions transactions() {
                return new Deaf(stores.transactions());
            }
        };
        Crm.Builder builder =
                Crm.builder().stores(deaf).listener((tenant, changes) -> delivered.add(new Delivery(tenant, changes)));
        assertEquals(
                "listeners need stores that learn of commits, and these do not: give them a commit hook, such as"
                        + " JpaStores.joining(entityManager, hook), or have no listener and poll"
                        + " session.journal().after(sequence)",
                assertThrows(IllegalStateException.class, builder::build).getMessage());
        assertEquals(
                0,
                Crm.builder()
                        .stores(deaf)
                        .build()
                        .as(new Actor(ACME, "anna"))
                        .journal()
                        .last());
    }

    private record Deaf(Transactions sound) implements Transactions {

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            return sound.write(work);
        }

        @Override
        public void afterCommit(Runnable work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean announcesCommits() {
            return false;
        }
    }
}
