package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.ChangeCompany;
import io.crmkit.core.service.ChangeOpportunity;
import io.crmkit.core.service.ChangePerson;
import io.crmkit.core.service.DefineActivityType;
import io.crmkit.core.service.ExtensibleRecords;
import io.crmkit.core.service.Extension;
import io.crmkit.core.service.UsePipeline;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Many threads that change one record at once, each something else: nobody's change is lost without a word. Each of them is
 * stored or refused as stale, for every noun that is written from a revision.
 *
 * <p>Nouns that hosts may add to are found by looking at the handles. A Bean Validation provider must be on the class path.
 */
public abstract class ContentionTck extends SessionTck {

    private static final int CHANGES = 5;

    /** Makes the test. */
    protected ContentionTck() {}

    /**
     * Says how many threads there are, each with a session of its own.
     *
     * @return at least two
     */
    protected int threads() {
        return 64;
    }

    /** Reads the record, and answers how to change it to something of the number's own. */
    private interface Change {

        Supplier<Noun<?>> to(CrmSession crm, int number);
    }

    /** A host at work with its own session of the library. */
    private record Writer(Session host, CrmSession crm) {

        Noun<?> changed(Change change, int number) {
            return host.write(change.to(crm, number));
        }
    }

    @TestFactory
    protected Stream<DynamicTest> eachChangeIsStoredOrRefusedAsStale() {
        Story story = here.write(() -> new Story(Story.session(here.stores(), tenant), tenant).told());
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < threads(); i++) {
            Session host = another();
            writers.add(new Writer(host, Story.session(host.stores(), tenant)));
        }
        Map<String, Change> changes = changes(story);
        assertTrue(changes.size() > 14, () -> "only " + changes.keySet());
        return changes.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> contend(each.getValue(), writers)));
    }

    private void contend(Change change, List<Writer> writers) {
        Writer first = writers.get(0);
        Noun<?> before = first.changed(change, -1);
        long journal = first.crm().journal().last();
        List<Noun<?>> stored = atOnce(writers, change);
        assertTrue(stored.size() >= CHANGES, () -> "each round has a winner: " + stored.size());
        assertEquals(
                Stream.iterate(before.revision().number() + 1, next -> next + 1)
                        .limit(stored.size())
                        .toList(),
                stored.stream().map(noun -> noun.revision().number()).sorted().toList());
        assertEquals(
                stored.stream().map(noun -> noun.revision().number()).max(Long::compare),
                Story.stored(there.stores(), tenant, before.id())
                        .map(noun -> noun.revision().number()));
        assertEquals(journal + stored.size(), first.crm().journal().last(), "each is written down once");
    }

    /* all begin a round together; whoever is refused as stale has changed nothing, and any other refusal fails */
    private static List<Noun<?>> atOnce(List<Writer> writers, Change change) {
        CyclicBarrier round = new CyclicBarrier(writers.size());
        List<Callable<List<Noun<?>>>> calls = new ArrayList<>();
        for (int i = 0; i < writers.size(); i++) {
            Writer writer = writers.get(i);
            int from = i * CHANGES;
            calls.add(() -> changes(writer, change, from, round));
        }
        return SessionTck.atOnce(calls).stream().flatMap(List::stream).toList();
    }

    private static List<Noun<?>> changes(Writer writer, Change change, int from, CyclicBarrier round) {
        List<Noun<?>> stored = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            meet(round);
            try {
                stored.add(writer.changed(change, from + i));
            } catch (StaleRevisionException overtaken) {
                assertTrue(overtaken.expected().number() >= 1);
            }
        }
        return stored;
    }

    private static Map<String, Change> changes(Story story) {
        Map<String, Change> all = new TreeMap<>();
        for (Method handle : CrmSession.class.getMethods()) {
            boolean extensible = ExtensibleRecords.class.isAssignableFrom(handle.getReturnType());
            if (extensible && handle.getParameterCount() == 0) {
                Identifier id = extensible(handle, story);
                all.put(handle.getName() + ".extend", (crm, number) -> extended(handle, crm, id, number));
            }
        }
        PersonId zoe = id(story, PersonId.class);
        CompanyId acme = id(story, CompanyId.class);
        OpportunityId pumps = id(story, OpportunityId.class);
        PipelineId sales = id(story, PipelineId.class);
        all.put("people.change", (crm, number) -> changed(crm, zoe, number));
        all.put("companies.change", (crm, number) -> changed(crm, acme, number));
        all.put("opportunities.change", (crm, number) -> changed(crm, pumps, number));
        all.put("pipelines.use", (crm, number) -> used(crm, sales, number));
        all.put("activityTypes.redefine", ContentionTck::redefined);
        return all;
    }

    private static <I extends Identifier> I id(Story story, Class<I> type) {
        return type.cast(Objects.requireNonNull(story.id(type)));
    }

    private static Identifier extensible(Method handle, Story story) {
        ParameterizedType records = (ParameterizedType) handle.getReturnType().getGenericSuperclass();
        return Objects.requireNonNull(story.id((Class<?>) records.getActualTypeArguments()[1]));
    }

    private static Supplier<Noun<?>> extended(Method handle, CrmSession crm, Identifier id, int number) {
        return extended((ExtensibleRecords<?, ?>) Objects.requireNonNull(Reflected.invoke(handle, crm)), id, number);
    }

    @SuppressWarnings("unchecked") // the identity is one of the handle's noun
    private static <N extends Noun<I> & Extensible<N>, I extends Identifier> Supplier<Noun<?>> extended(
            ExtensibleRecords<N, I> records, Identifier id, int number) {
        N seen = records.find((I) id).orElseThrow();
        Extension more = Extension.of(seen).withTags(Set.of("tag " + number));
        return () -> records.extend((I) id, more, seen.revision());
    }

    private static Supplier<Noun<?>> changed(CrmSession crm, PersonId id, int number) {
        Person seen = crm.people().find(id).orElseThrow();
        ChangePerson command = ChangePerson.of(seen).withName("Zoe " + number);
        return () -> crm.people().change(id, command, seen.revision());
    }

    private static Supplier<Noun<?>> changed(CrmSession crm, CompanyId id, int number) {
        Company seen = crm.companies().find(id).orElseThrow();
        ChangeCompany command = ChangeCompany.of(seen).withName("Acme " + number);
        return () -> crm.companies().change(id, command, seen.revision());
    }

    private static Supplier<Noun<?>> changed(CrmSession crm, OpportunityId id, int number) {
        Opportunity seen = crm.opportunities().find(id).orElseThrow();
        ChangeOpportunity command = ChangeOpportunity.of(seen).worth(Money.of("" + (number + 2), "EUR"), null);
        return () -> crm.opportunities().change(command);
    }

    private static Supplier<Noun<?>> used(CrmSession crm, PipelineId id, int number) {
        Pipeline seen = crm.pipelines().find(id).orElseThrow();
        UsePipeline command = new UsePipeline(id, seen.revision(), "Sales " + number, seen.use());
        return () -> crm.pipelines().use(command);
    }

    private static Supplier<Noun<?>> redefined(CrmSession crm, int number) {
        ActivityTypeDefinition seen = crm.activityTypes().of(ActivityType.CALL).orElseThrow();
        DefineActivityType command = DefineActivityType.named(ActivityType.CALL, "Call " + number, ActivityKind.CALL);
        return () -> crm.activityTypes().redefine(command, seen.revision());
    }
}
