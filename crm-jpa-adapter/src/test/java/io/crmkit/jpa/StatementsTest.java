package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.ActivityColumns;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.RecordActivities;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many statements each call costs, and that each statement knows its tenant. */
class StatementsTest {

    private final TenantId tenant = new TenantId("tenant " + UUID.randomUUID());
    private Database database;
    private JpaSession session;

    @SuppressWarnings("NullAway.Init") // opened by each test, on its database
    StatementsTest() {}

    private void open(Database opened) {
        database = opened;
        session = JpaSession.on(opened);
    }

    @AfterEach
    void close() {
        if (session != null) {
            session.close();
        }
    }

    private long statements(Runnable call) {
        long before = database.statistics().getPrepareStatementCount();
        call.run();
        return database.statistics().getPrepareStatementCount() - before;
    }

    /* where batches beside the provider were not tried, it writes what is new */
    private int byTheProvider(int batches) {
        return database == Database.MARIADB ? batches : 0;
    }

    private static List<Company> companies(int count) {
        return Stream.generate(() -> Company.named(new CompanyId(UUID.randomUUID()), "Acme"))
                .limit(count)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void readsInAFixedNumberOfStatements(Database each) {
        open(each);
        List<Company> saved = session.write(() -> session.stores().companies().saveAll(tenant, companies(150)));
        var companies = session.stores().companies();
        // the rows, and their contact points
        assertEquals(2, statements(() -> companies.find(tenant, saved.get(0).id())));
        assertEquals(2, statements(() -> companies.page(tenant, PageRequest.first(100))));
        assertEquals(
                2,
                statements(() -> companies.page(
                        tenant, PageRequest.first(100).after(saved.get(9).id()))));
        assertEquals(
                2,
                statements(() -> companies.findAll(
                        tenant, saved.stream().map(Company::id).toList())));
        assertEquals(
                1,
                statements(() -> companies.existing(
                        tenant, saved.stream().map(Company::id).toList())));
        assertEquals(0, statements(() -> companies.existing(tenant, List.of())));
        assertEquals(1, statements(() -> companies.count(tenant)));
        assertEquals(1, statements(() -> companies.idsByNaturalKey(tenant, List.of("Acme", "Beta"))));
    }

    @ParameterizedTest
    @EnumSource
    void selectsInTwoStatementsOnceTheDatabaseIsKnown(Database each) {
        open(each);
        session.write(() -> session.stores().companies().saveAll(tenant, companies(20)));
        var companies = session.stores().companies();
        var criterion = CompanyFields.NAME
                .less("B")
                .and(CompanyFields.ALL.custom(FieldKey.text("note")).isSet().not())
                .and(CompanyFields.ALL.tagged("vip").not());
        assertEquals(20, companies.count(tenant, criterion));
        assertEquals(1, statements(() -> companies.count(tenant, criterion)));
        assertEquals(2, statements(() -> companies.select(tenant, criterion, PageRequest.first(10))));
    }

    @ParameterizedTest
    @EnumSource
    void readsPipelinesWithoutAStatementForEach(Database each) {
        open(each);
        List<Pipeline> pipelines = IntStream.range(0, 20)
                .mapToObj(i -> new Pipeline(
                        new PipelineId(UUID.randomUUID()),
                        Revision.NONE,
                        "Pipeline " + i,
                        List.of(new Stage(new StageId(UUID.randomUUID()), "Only", StageKind.OPEN))))
                .toList();
        session.write(() -> session.stores().pipelines().saveAll(tenant, pipelines));
        var stored = session.stores().pipelines();
        // one for the stages, and one for those of past versions
        assertEquals(3, statements(() -> stored.find(tenant, pipelines.get(0).id())));
        assertEquals(3, statements(() -> stored.page(tenant, PageRequest.first(20))));
    }

    @ParameterizedTest
    @EnumSource
    void countsEachFactInOneStatement(Database each) {
        open(each);
        var facts = session.stores().facts();
        // which database it is, is asked once
        assertEquals(List.of(), facts.sales(tenant, Criterion.everything()));
        assertEquals(
                1, statements(() -> facts.activities(tenant, Criterion.everything(), Instant.EPOCH, Instant.now())));
        assertEquals(1, statements(() -> facts.opportunities(tenant, Criterion.everything())));
        assertEquals(1, statements(() -> facts.sales(tenant, Criterion.everything())));
        assertEquals(1, statements(() -> facts.open(tenant, Criterion.everything())));
        assertEquals(1, statements(() -> facts.activitySpan(tenant, Criterion.everything())));
        assertEquals(1, statements(() -> facts.eachOpportunity(tenant, Criterion.everything(), fact -> {})));
        assertEquals(1, statements(() -> facts.deals(tenant, Criterion.everything(), PageRequest.first(200))));
    }

    @ParameterizedTest
    @EnumSource
    void readsActivitiesPageAfterPageIntoBlocksAndHoldsNoneOfThem(Database each) {
        open(each);
        int count = ActivityReading.PAGE + 1;
        List<Activity> activities = IntStream.range(0, count)
                .mapToObj(i -> new Activity(
                        new ActivityId(UUID.randomUUID()),
                        Revision.NONE,
                        ActivityType.CALL,
                        new SellerId(new UUID(1, i % 7)),
                        Instant.EPOCH.plusSeconds(i / 3),
                        ActivityState.HELD,
                        ActivitySubjects.NONE,
                        null))
                .toList();
        session.write(() -> session.stores().activities().saveAll(tenant, activities));
        session.manager().clear();
        session.stores().facts().sales(tenant, Criterion.everything());
        List<Integer> blocks = new ArrayList<>();
        long statements = statements(() -> session.stores()
                .facts()
                .eachActivity(
                        tenant,
                        Criterion.everything(),
                        ActivityCounting.HELD,
                        Instant.EPOCH,
                        Instant.EPOCH.plusSeconds(count),
                        block -> blocks.add(block.rows())));
        assertEquals(2, statements);
        int rows = ActivityColumns.ROWS;
        assertEquals(List.of(rows, rows, count - 2 * rows), blocks);
        assertEquals(
                0,
                session.manager()
                        .unwrap(org.hibernate.Session.class)
                        .getStatistics()
                        .getEntityCount());
    }

    @ParameterizedTest
    @EnumSource
    void savesAThousandInFewStatements(Database each) {
        open(each);
        List<Company> fresh = companies(1_000);
        session.write(() -> {
            // is the identity taken; the rows and their match keys are batches beside the provider
            assertEquals(
                    1 + byTheProvider(2),
                    statements(() -> session.stores().companies().saveAll(tenant, fresh)));
            return fresh;
        });
        List<Company> changed = fresh.stream()
                .map(one -> new Company(one.id(), new Revision(1), "Beta", null, null, null))
                .toList();
        session.write(() -> {
            // three that save them, and one that deletes their match keys, since names changed; a batch writes new ones
            assertEquals(
                    4 + byTheProvider(1),
                    statements(() -> session.stores().companies().saveAll(tenant, changed)));
            return changed;
        });
    }

    private List<Change> changes(int count) {
        return Stream.generate(() -> Change.between(
                                null,
                                Company.named(new CompanyId(UUID.randomUUID()), "Acme"),
                                new Actor(tenant, "anna"),
                                Instant.EPOCH)
                        .orElseThrow())
                .limit(count)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void appendsAThousandInTwoStatementsAndABatch(Database each) {
        open(each);
        var journal = session.stores().journal();
        session.write(() -> journal.append(tenant, changes(1)));
        for (int count : new int[] {1, 1_000}) {
            session.write(() -> {
                // the counter counted on, and read back; one insert, or a batch beside the provider
                long inserts = count < NewRows.MANY ? 1 : byTheProvider(1);
                assertEquals(2 + inserts, statements(() -> journal.append(tenant, changes(count))));
                return count;
            });
        }
        session.write(() -> {
            assertEquals(0, statements(() -> journal.append(tenant, List.of())));
            return journal;
        });
    }

    @ParameterizedTest
    @EnumSource
    void opensATenantsJournalInSevenStatements(Database each) {
        open(each);
        session.write(() -> {
            // beside the three: the gate, the second look, the insert, and the count that then succeeds
            assertEquals(7, statements(() -> session.stores().journal().append(tenant, changes(1))));
            return tenant;
        });
    }

    @ParameterizedTest
    @EnumSource
    void writesDownWhatACommandDidInThreeStatementsMoreHoweverManyCommands(Database each) {
        open(each);
        CrmSession crm = Crm.builder().stores(session.stores()).build().as(new Actor(tenant, "anna"));
        RecordActivity call = RecordActivity.held(ActivityType.CALL, new SellerId(UUID.randomUUID()), Instant.EPOCH);
        session.write(() -> crm.activities().record(call));
        session.write(() -> {
            // two save it: is the identity taken, and the insert
            assertEquals(5, statements(() -> crm.activities().record(call)));
            return crm;
        });
        session.write(() -> {
            assertEquals(
                    10 * 2 + 3,
                    statements(() -> crm.together(together -> IntStream.range(0, 10)
                            .mapToObj(i -> together.activities().record(call))
                            .toList())));
            return crm;
        });
    }

    @ParameterizedTest
    @EnumSource
    void looksForWhatCommandsMentionInOneStatementForEachNounHoweverMany(Database each) {
        open(each);
        CrmSession crm = Crm.builder().stores(session.stores()).build().as(new Actor(tenant, "anna"));
        List<Company> acme = companies(900);
        List<Person> people = Stream.generate(
                        () -> new Person(new PersonId(UUID.randomUUID()), Revision.NONE, "Eva", null))
                .limit(900)
                .toList();
        session.write(() -> {
            session.stores().companies().saveAll(tenant, acme);
            return session.stores().people().saveAll(tenant, people);
        });
        List<RecordActivity> bare = new ArrayList<>();
        List<RecordActivity> about = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            RecordActivity call =
                    RecordActivity.held(ActivityType.CALL, new SellerId(UUID.randomUUID()), Instant.EPOCH);
            bare.add(call);
            about.add(call.about(
                    new ActivitySubjects(acme.get(i).id(), people.get(i).id(), null)));
        }
        session.write(() -> crm.activities().record(bare.get(0)));
        for (int count : new int[] {1, 900}) {
            session.write(() -> {
                long unmentioned =
                        statements(() -> crm.activities().record(new RecordActivities(bare.subList(0, count))));
                assertEquals(
                        unmentioned + 2,
                        statements(() -> crm.activities().record(new RecordActivities(about.subList(0, count)))));
                return count;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsTheJournalInOneStatement(Database each) {
        open(each);
        var journal = session.stores().journal();
        List<Change> appended = session.write(() -> journal.append(tenant, changes(1_000)));
        assertEquals(1, statements(() -> journal.last(tenant)));
        assertEquals(1, statements(() -> journal.after(tenant, Cursor.START)));
        assertEquals(1, statements(() -> journal.after(tenant, appended.get(0).subject(), Cursor.START)));
        assertEquals(1, statements(() -> journal.before(tenant, appended.get(0).subject(), Cursor.END)));
        assertEquals(1, statements(() -> journal.recorded(tenant, Instant.EPOCH, Instant.now(), Cursor.START)));
    }

    @ParameterizedTest
    @EnumSource
    void erasesFromTheJournalInFewStatements(Database each) {
        open(each);
        List<Change> appended = session.write(() -> session.stores().journal().append(tenant, changes(999)));
        List<Subject> subjects = appended.stream().map(Change::subject).toList();
        session.write(() -> {
            assertEquals(3, statements(() -> session.stores().journal().redact(tenant, subjects, List.of("name"))));
            assertEquals(2, statements(() -> session.stores().journal().redact(tenant, subjects, List.of("name"))));
            return subjects;
        });
    }

    @ParameterizedTest
    @EnumSource
    void readsATimelineInAFixedNumberOfStatementsHoweverManyScopes(Database each) {
        open(each);
        var timeline = session.stores().timeline();
        Scope company = Scope.of(new CompanyId(UUID.randomUUID()));
        Position position = new Position(Instant.EPOCH, Source.ACTIVITIES, UUID.randomUUID());
        timeline.page(tenant, TimelineQuery.newest(50, List.of(company)));
        for (int people : new int[] {1, 900}) {
            List<Scope> scopes = new ArrayList<>(List.of(company, Scope.of(new OpportunityId(UUID.randomUUID()))));
            Stream.generate(() -> Scope.of(new PersonId(UUID.randomUUID())).during(Instant.EPOCH, Instant.now()))
                    .limit(people)
                    .forEach(scopes::add);
            TimelineQuery all = TimelineQuery.newest(50, scopes);
            // activities by what they are about, changes by record, and three kinds of documents by whom they are of
            assertEquals(14, statements(() -> timeline.page(tenant, all)));
            assertEquals(14, statements(() -> timeline.page(tenant, all.olderThan(position))));
            assertEquals(14, statements(() -> timeline.page(tenant, all.newerThan(position))));
            assertEquals(1, statements(() -> timeline.page(tenant, all.only(EntryKind.STAGE_MOVE))));
        }
        TimelineQuery one = TimelineQuery.newest(50, List.of(company));
        assertEquals(5, statements(() -> timeline.page(tenant, one)));
        assertEquals(1, statements(() -> timeline.page(tenant, one.only(EntryKind.ACTIVITY))));
        assertEquals(0, statements(() -> timeline.page(tenant, TimelineQuery.newest(50, List.of()))));
    }

    @ParameterizedTest
    @EnumSource
    void savesCustomFieldsOfAThousandInFewStatements(Database each) {
        open(each);
        CustomFields one = CustomFields.of(FieldKey.text("note"), "one");
        List<Company> fresh =
                companies(1_000).stream().map(any -> any.withCustom(one)).toList();
        session.write(() -> {
            // is the identity taken; batches beside the provider write rows, custom values and match keys
            assertEquals(
                    1 + byTheProvider(3),
                    statements(() -> session.stores().companies().saveAll(tenant, fresh)));
            return fresh;
        });
        CustomFields two = CustomFields.of(FieldKey.text("note"), "two");
        List<Company> changed = fresh.stream()
                .map(any -> any.withRevision(new Revision(1)).withCustom(two))
                .toList();
        session.write(() -> {
            assertEquals(
                    4 + byTheProvider(1),
                    statements(() -> session.stores().companies().saveAll(tenant, changed)));
            return changed;
        });
        List<Company> renamed = changed.stream()
                .map(any -> any.withName("Beta").withRevision(new Revision(2)).withTags(Set.of("vip")))
                .toList();
        session.write(() -> {
            assertEquals(
                    4 + byTheProvider(1),
                    statements(() -> session.stores().companies().saveAll(tenant, renamed)));
            return renamed;
        });
    }

    @ParameterizedTest
    @EnumSource
    void findsLikelyDuplicatesInAFixedNumberOfStatementsHoweverManyCompaniesThereAre(Database each) {
        open(each);
        CrmSession crm = Crm.builder().stores(session.stores()).build().as(new Actor(tenant, "anna"));
        Company one = session.write(() -> crm.companies().add(AddCompany.named("M\u00fcller Pumpen GmbH")));
        for (int count : new int[] {1, 1_000}) {
            session.write(() -> {
                session.stores().companies().saveAll(tenant, companies(count));
                return crm.companies().add(AddCompany.named("MULLER Pumpen AG"));
            });
            // the company itself, which of its keys are rare, who shares them, and those; companies are two each time,
            // with their contact points
            assertEquals(
                    6, statements(() -> assertTrue(crm.duplicates().of(one.id()).size() >= 1)));
            assertEquals(6, statements(() -> crm.duplicates().all(DuplicateKind.COMPANY, PageRequest.first(100))));
        }
        assertEquals(2, crm.duplicates().of(one.id()).size());
    }

    @Test
    void everyQueryKnowsItsTenant() throws IllegalAccessException {
        int queries = 0;
        for (Class<?> type : List.of(
                JpaStore.class,
                RowsById.class,
                JpaJournal.class,
                JournalCounter.class,
                CustomValues.class,
                MatchKeyRows.class,
                Parts.class,
                JpaMatchKeys.class)) {
            for (Field constant : type.getDeclaredFields()) {
                constant.setAccessible(true);
                if (constant.getType() == String.class && constant.get(null) instanceof String text) {
                    if (text.matches("(?s)(select|delete) .*")) {
                        queries++;
                        assertTrue(text.contains(".tenant = :tenant"), constant + ": " + text);
                    }
                }
            }
        }
        assertEquals(21, queries);
    }
}
