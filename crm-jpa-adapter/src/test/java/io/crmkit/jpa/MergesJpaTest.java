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
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.MergeRecords;
import io.crmkit.core.service.UndoneMerge;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Merges in a database: in batches, in one transaction, once however many ask. */
class MergesJpaTest {

    private static final int HOSTS = 8;
    private static final int ACTIVITIES = 1_234;

    private final TenantId tenant = new TenantId("tenant " + UUID.randomUUID());

    private CrmSession crm(JpaSession session) {
        return Crm.builder().stores(session.stores()).build().as(new Actor(tenant, "anna"));
    }

    private Person person(JpaSession session, String name) {
        AddPerson add = new AddPerson(name, new EmailAddress("p" + UUID.randomUUID() + "@example.org"));
        return session.write(() -> crm(session).people().add(add));
    }

    private static Activity about(PersonId person) {
        return new Activity(
                new ActivityId(UUID.randomUUID()),
                Revision.NONE,
                ActivityType.CALL,
                new SellerId(UUID.randomUUID()),
                Instant.EPOCH,
                ActivityState.HELD,
                new ActivitySubjects(null, person, null),
                null);
    }

    private long countOf(JpaSession session, PersonId person) {
        return session.stores().activities().count(tenant, ActivityFields.PERSON.is(person));
    }

    @ParameterizedTest
    @EnumSource
    void whatPointsToTheMergedRecordFollowsInBatchesAndComesBack(Database database) {
        JpaSession session = JpaSession.on(database);
        try {
            Person eva = person(session, "Eva");
            Person other = person(session, "Eva Huber");
            List<Activity> activities =
                    Stream.generate(() -> about(other.id())).limit(ACTIVITIES).toList();
            session.write(() -> session.stores().activities().saveAll(tenant, activities));
            Merge merge = session.write(() -> crm(session).merges().merge(MergeRecords.people(eva.id(), other.id())));
            assertEquals(ACTIVITIES, countOf(session, eva.id()));
            assertEquals(0, countOf(session, other.id()));
            UndoneMerge undone = session.write(() -> crm(session).merges().undo(merge.id()));
            assertEquals(List.of(), undone.remainders());
            assertEquals(ACTIVITIES, undone.restored());
            assertEquals(ACTIVITIES, countOf(session, other.id()));
            Person back = crm(session).people().find(other.id()).orElseThrow();
            assertEquals(other, back.withRevision(other.revision()));
        } finally {
            session.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMergeRolledBackLeavesNothing(Database database) {
        JpaSession session = JpaSession.on(database);
        try {
            Person eva = person(session, "Eva");
            Person other = person(session, "Eva Huber");
            session.write(() -> session.stores().activities().save(tenant, about(other.id())));
            long journal = crm(session).journal().last();
            session.rollBack(() -> {
                crm(session).merges().merge(MergeRecords.people(eva.id(), other.id()));
                assertEquals(1, countOf(session, eva.id()));
            });
            assertEquals(0, countOf(session, eva.id()));
            assertEquals(other.id(), crm(session).merges().resolve(other.id()));
            assertEquals(journal, crm(session).journal().last());
        } finally {
            session.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void eightHostsMergeTwoPeopleOnce(Database database) throws Exception {
        List<JpaSession> hosts = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(HOSTS);
        try {
            for (int i = 0; i < HOSTS; i++) {
                hosts.add(JpaSession.on(database));
            }
            for (int round = 0; round < 6; round++) {
                Person eva = person(hosts.get(0), "Eva");
                Person other = person(hosts.get(0), "Eva Huber");
                MergeRecords command = MergeRecords.people(eva.id(), other.id());
                assertEquals(1, answers(threads, hosts, command).size());
                assertEquals(round + 1, crm(hosts.get(0)).merges().count());
            }
            assertTrue(crm(hosts.get(0)).journal().firstBroken().isEmpty());
        } finally {
            threads.shutdownNow();
            hosts.forEach(JpaSession::close);
        }
    }

    private Set<Merge> answers(ExecutorService threads, List<JpaSession> hosts, MergeRecords command) throws Exception {
        List<Callable<Merge>> calls = new ArrayList<>();
        for (JpaSession host : hosts) {
            calls.add(() -> host.write(() -> crm(host).merges().merge(command)));
        }
        Set<Merge> answers = new HashSet<>();
        for (Future<Merge> answer : threads.invokeAll(calls)) {
            answers.add(answer.get());
        }
        return answers;
    }
}
