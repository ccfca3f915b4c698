package io.crmkit.core.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.Person;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Stores;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddLead;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.ChangeCompany;
import io.crmkit.core.service.ChangeOpportunity;
import io.crmkit.core.service.ChangePerson;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.Extension;
import io.crmkit.core.service.LeadDetails;
import io.crmkit.core.service.OpenOpportunity;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many threads that change one record at once, each something else: nobody's change is lost without a word. */
class ContentionTest {

    private static final int THREADS = 64;
    private static final int CHANGES = 5;

    /**
     * A record that many change.
     *
     * @param name what it is
     * @param added adds it, and answers how a thread changes it to what nobody else makes of it
     */
    private record Contended(String name, Function<CrmSession, Change> added) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Reads the record, changes it to something of the number's own, and answers it as stored. */
    private interface Change {

        Noun<?> to(int number);
    }

    private static Change person(CrmSession crm) {
        Person added = crm.people().add(new AddPerson("Eva", null));
        return number -> {
            Person seen = crm.people().find(added.id()).orElseThrow();
            return crm.people().change(seen.id(), ChangePerson.of(seen).withName("Eva " + number), seen.revision());
        };
    }

    private static Change company(CrmSession crm) {
        Company added = crm.companies().add(AddCompany.named("Acme"));
        return number -> {
            Company seen = crm.companies().find(added.id()).orElseThrow();
            ChangeCompany command = ChangeCompany.of(seen).withName("Acme " + number);
            return crm.companies().change(seen.id(), command, seen.revision());
        };
    }

    private static Change lead(CrmSession crm) {
        var added = crm.leads().add(new AddLead(LeadDetails.of(new LeadName("Ann Roe", "Beta")), null));
        return number -> {
            var seen = crm.leads().find(added.id()).orElseThrow();
            return crm.leads().extend(seen.id(), Extension.of(seen).withTags(Set.of("tag " + number)), seen.revision());
        };
    }

    private static Change opportunity(CrmSession crm) {
        var sales = crm.pipelines()
                .define(new DefinePipeline(
                        "Sales", List.of(new DefinePipeline.StageDefinition("Lead", StageKind.OPEN))));
        Opportunity added = crm.opportunities()
                .open(new OpenOpportunity(
                        "Pumps", sales.id(), new OpportunityParties(null, null, null), null, null, null));
        return number -> {
            Opportunity seen = crm.opportunities().find(added.id()).orElseThrow();
            return crm.opportunities()
                    .change(ChangeOpportunity.of(seen).worth(Money.of("" + (number + 1), "EUR"), null));
        };
    }

    static Stream<Arguments> contended() {
        List<Contended> records = List.of(
                new Contended("person", ContentionTest::person),
                new Contended("company", ContentionTest::company),
                new Contended("lead", ContentionTest::lead),
                new Contended("opportunity", ContentionTest::opportunity));
        return records.stream().flatMap(each -> Stream.of("memory", "cache").map(on -> Arguments.of(each, on)));
    }

    @ParameterizedTest(name = "a {0} in {1}")
    @MethodSource("contended")
    void eachChangeIsStoredOrRefusedAsStale(Contended record, String on) throws Exception {
        Stores memory = InMemoryStores.empty();
        Stores stores = on.equals("memory") ? memory : CachingStores.over(memory, CacheOptions.defaults());
        CrmSession crm = Crm.builder().stores(stores).build().as(new Actor(new TenantId("acme"), "anna"));
        Change change = record.added().apply(crm);
        long before = crm.journal().last();
        List<Noun<?>> stored = contend(change);
        assertTrue(stored.size() >= CHANGES, () -> "each round has a winner: " + stored.size());
        List<Long> revisions =
                stored.stream().map(noun -> noun.revision().number()).sorted().toList();
        assertEquals(Stream.iterate(2L, next -> next + 1).limit(stored.size()).toList(), revisions);
        Noun<?> last = change.to(THREADS * CHANGES);
        assertEquals(stored.size() + 2, last.revision().number());
        assertEquals(before + stored.size() + 1, crm.journal().last());
    }

    /* all begin a round together; whoever is refused as stale has changed nothing, and any other refusal fails */
    private static List<Noun<?>> contend(Change change) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier round = new CyclicBarrier(THREADS);
            List<Callable<List<Noun<?>>>> writers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * CHANGES;
                writers.add(() -> changes(change, first, round));
            }
            List<Noun<?>> stored = new ArrayList<>();
            for (Future<List<Noun<?>>> writer : threads.invokeAll(writers, 60, TimeUnit.SECONDS)) {
                stored.addAll(writer.get());
            }
            return stored;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Noun<?>> changes(Change change, int first, CyclicBarrier round) throws Exception {
        List<Noun<?>> stored = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            round.await(60, TimeUnit.SECONDS);
            try {
                stored.add(change.to(first + i));
            } catch (StaleRevisionException overtaken) {
                assertTrue(overtaken.expected().number() >= 1);
            }
        }
        return stored;
    }
}
