package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.ChangeKind;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.Journal;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Stores;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the use cases write down, and how it is read. */
class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Stores stores = InMemoryStores.empty();
    private final CrmSession anna = over(stores, "acme", "anna");

    private static CrmSession over(Stores stores, String tenant, String user) {
        return Crm.builder()
                .stores(stores)
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .build()
                .as(new Actor(new TenantId(tenant), user));
    }

    private Pipeline pipeline() {
        return anna.pipelines()
                .define(new DefinePipeline(
                        "Sales",
                        List.of(
                                new StageDefinition("Lead", StageKind.OPEN),
                                new StageDefinition("Won", StageKind.WON))));
    }

    private Opportunity opened(Pipeline pipeline) {
        return anna.opportunities()
                .open(new OpenOpportunity(
                        "Pumps", pipeline.id(), new OpportunityParties(null, null, null), null, null, null));
    }

    private static StageId stage(Pipeline pipeline, String name) {
        return pipeline.stageNamed(name).orElseThrow().id();
    }

    private static List<String> fields(Change change) {
        return change.fields().stream().map(FieldChange::field).toList();
    }

    @Test
    void everyAcceptedCommandIsWrittenDown() {
        anna.companies().add(AddCompany.named("Graz Pumps"));
        anna.people().add(new AddPerson("Eva Huber", null));
        anna.teams().add(new AddTeam("North", null));
        SellerId seller = anna.sellers().add(new AddSeller("Anna Rossi", null)).id();
        anna.products().add(new AddProduct("Pump", null, null));
        opened(pipeline());
        anna.activities().record(RecordActivity.held(ActivityType.CALL, seller, NOON));
        assertEquals(
                List.of("company", "person", "team", "seller", "product", "pipeline", "opportunity", "activity"),
                anna.journal().after(0).stream()
                        .map(change -> change.subject().kind())
                        .toList());
        assertEquals(8, anna.journal().last());
    }

    @Test
    void aMoveIsWrittenDownWithWhatItChangedAndByWhom() {
        Pipeline pipeline = pipeline();
        Opportunity opened = opened(pipeline);
        CrmSession bob = over(stores, "acme", "bob");
        bob.opportunities().move(opened.id(), stage(pipeline, "Won"), opened.revision());
        List<Change> history = anna.journal().of(opened.id());
        assertEquals(2, history.size());
        Change moved = history.get(0);
        assertEquals("bob", moved.actor().user());
        assertEquals(ChangeKind.CHANGED, moved.kind());
        assertEquals(new Revision(2), moved.revision());
        assertEquals(List.of("standing.stage", "standing.outcome", "dates.closedOn"), fields(moved));
        assertEquals(
                new FieldChange("standing.outcome", "OPEN", "WON"),
                moved.fields().get(1));
        assertEquals(List.of(history.get(1)), anna.journal().of(opened.id(), new Cursor(moved.sequence(), 9)));
    }

    @Test
    void aMoveToWhereItStandsIsNotWrittenDown() {
        Pipeline pipeline = pipeline();
        Opportunity opened = opened(pipeline);
        anna.opportunities().move(opened.id(), stage(pipeline, "Lead"), opened.revision());
        assertEquals(1, anna.journal().of(opened.id()).size());
    }

    @Test
    void whatIsRefusedIsNotWrittenDown() {
        Pipeline pipeline = pipeline();
        Opportunity opened = opened(pipeline);
        anna.opportunities().move(opened.id(), stage(pipeline, "Won"), opened.revision());
        long before = anna.journal().last();
        assertThrows(
                StaleRevisionException.class,
                () -> anna.opportunities().move(opened.id(), stage(pipeline, "Lead"), opened.revision()));
        assertThrows(InvalidCommandException.class, () -> anna.companies().add(AddCompany.named(" ")));
        assertEquals(before, anna.journal().last());
    }

    @Test
    void aHeldActivityOccurredWhenTheCommandSaysAndWasRecordedNow() {
        Instant yesterday = NOON.minusSeconds(86_400);
        Activity call = anna.activities()
                .record(RecordActivity.held(ActivityType.CALL, new SellerId(new UUID(1, 1)), yesterday));
        Change change = anna.journal().of(call.id()).get(0);
        assertEquals(yesterday, change.occurredAt());
        assertEquals(NOON, change.recordedAt());
        assertEquals(List.of(change), anna.journal().recorded(NOON, NOON.plusSeconds(1), Cursor.START));
        assertEquals(List.of(), anna.journal().recorded(yesterday, NOON, Cursor.START));
    }

    @Test
    void commandsTogetherAreWrittenDownWhenAllAreDone() {
        Pipeline pipeline = pipeline();
        Opportunity won = anna.together(session -> {
            Opportunity opened = session.opportunities()
                    .open(new OpenOpportunity(
                            "Pumps", pipeline.id(), new OpportunityParties(null, null, null), null, null, null));
            Opportunity moved = session.opportunities().move(opened.id(), stage(pipeline, "Won"), opened.revision());
            assertEquals(1, stores.journal().last(new TenantId("acme")));
            assertEquals(3, session.journal().last());
            session.together(within -> within.companies().add(AddCompany.named("Graz Pumps")));
            assertEquals(3, stores.journal().last(new TenantId("acme")));
            return moved;
        });
        assertEquals(new Revision(2), won.revision());
        assertEquals(
                List.of(ChangeKind.ADDED, ChangeKind.ADDED, ChangeKind.CHANGED, ChangeKind.ADDED),
                anna.journal().after(0).stream().map(Change::kind).toList());
    }

    @Test
    void commandsTogetherAreAllUndoneWhenOneFails() {
        assertThrows(
                InvalidCommandException.class,
                () -> anna.together(session -> {
                    session.companies().add(AddCompany.named("Graz Pumps"));
                    return session.companies().add(AddCompany.named(" "));
                }));
        assertEquals(0, anna.companies().count());
        assertEquals(0, anna.journal().last());
    }

    @Test
    void aSessionForCommandsTogetherEndsWithThem() {
        CrmSession kept = anna.together(session -> session);
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> kept.companies().add(AddCompany.named("Graz Pumps")));
        assertEquals("what was given to work must not be used when the work is done", refused.getMessage());
        assertEquals(0, anna.companies().count());
    }

    @Test
    void anotherTenantReadsNothingOfIt() {
        Company company = anna.companies().add(AddCompany.named("Graz Pumps"));
        History other = over(stores, "other", "anna").journal();
        assertEquals(List.of(), other.of(company.id()));
        assertEquals(List.of(), other.after(0));
        assertEquals(0, other.last());
        assertEquals(OptionalLong.empty(), other.firstBroken());
    }

    @Test
    void theFirstChangeThatIsNotAsItWasAppendedIsNamed() {
        for (int i = 0; i < 2_500; i++) {
            anna.companies().add(AddCompany.named("Company " + i));
        }
        assertEquals(OptionalLong.empty(), anna.journal().firstBroken());
        assertEquals(OptionalLong.of(2_345), tampered(read -> {
            read.replaceAll(change -> change.sequence() == 2_345 ? byEve(change) : change);
            return read;
        }));
        assertEquals(OptionalLong.of(1_777), tampered(read -> {
            read.removeIf(change -> change.sequence() == 1_777);
            return read;
        }));
        assertEquals(OptionalLong.of(2_401), tampered(read -> {
            read.removeIf(change -> change.sequence() > 2_400);
            return read;
        }));
    }

    private static Change byEve(Change c) {
        return new Change(
                c.sequence(),
                new Actor(c.tenant(), "eve"),
                c.subject(),
                c.revision(),
                c.kind(),
                c.occurredAt(),
                c.recordedAt(),
                c.fields(),
                c.seal());
    }

    /* As if somebody had been at the database. */
    private OptionalLong tampered(UnaryOperator<List<Change>> tampering) {
        Journal sound = stores.journal();
        Journal tampered = checking(Journal.class, (method, args) -> {
            Object answer = method.invoke(sound, args);
            return answer instanceof List<?> changes
                    ? tampering.apply(new ArrayList<>(
                            changes.stream().map(Change.class::cast).toList()))
                    : answer;
        });
        Stores broken = proxy(
                Stores.class,
                (method, args) -> method.getName().equals("journal") ? tampered : method.invoke(stores, args));
        return over(broken, "acme", "anna").journal().firstBroken();
    }

    private interface Answer {
        Object to(java.lang.reflect.Method method, Object[] args) throws Exception;
    }

    /* what the port does by itself is done with what is answered here */
    private static <T> T checking(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> method.isDefault()
                        ? InvocationHandler.invokeDefault(self, method, args)
                        : answer.to(method, args)));
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answer.to(method, args)));
    }
}
