package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.Person;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.value.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many records at once: the same records, checks and journal as one by one. */
class BulkTest {

    private static final SellerId ANNA = new SellerId(new UUID(1, 1));
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final CrmSession crm = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC))
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));

    private static RecordActivity call(int second) {
        return RecordActivity.held(ActivityType.CALL, ANNA, NOON.plusSeconds(second));
    }

    @Test
    void recordsManyInTheirOrderWithAJournalThatHolds() {
        List<RecordActivity> calls =
                IntStream.range(0, 2_500).mapToObj(BulkTest::call).toList();
        List<Activity> stored = crm.activities().record(new RecordActivities(calls));
        assertEquals(
                calls.stream().map(RecordActivity::at).toList(),
                stored.stream().map(Activity::at).toList());
        assertEquals(2_500, crm.activities().count());
        assertEquals(2_500, crm.journal().last());
        assertTrue(crm.journal().firstBroken().isEmpty());
        List<Change> first = crm.journal().after(new Cursor(0, 3));
        assertEquals(
                stored.subList(0, 3).stream().map(each -> each.id().value()).toList(),
                first.stream().map(each -> each.subject().value()).toList());
    }

    @Test
    void writesDownOfEachWhatRecordingItAloneWouldHave() {
        Activity alone = crm.activities().record(call(1));
        Activity among = crm.activities()
                .record(new RecordActivities(List.of(call(0), call(1))))
                .get(1);
        List<Change> changes = crm.journal().after(new Cursor(0, 10));
        assertEquals(changes.get(0).fields(), changes.get(2).fields());
        assertEquals(changes.get(0).kind(), changes.get(2).kind());
        assertEquals(alone.at(), among.at());
    }

    @Test
    @SuppressWarnings("NullAway") // what no caller should give
    void namesAllThatIsWrongByItsPlaceAndStoresNothing() {
        List<RecordActivity> calls = new ArrayList<>(Collections.nCopies(12, call(0)));
        calls.set(1, new RecordActivity(null, ANNA, NOON, null, null));
        calls.set(11, call(0).with(""));
        InvalidCommandException refused = assertThrows(
                InvalidCommandException.class, () -> crm.activities().record(new RecordActivities(calls)));
        assertEquals(
                List.of(
                        "activities[1].state",
                        "activities[1].subjects",
                        "activities[1].type",
                        "activities[11].outcome"),
                refused.violations().stream().map(Violation::field).distinct().toList());
        assertEquals(0, crm.activities().count());
        assertEquals(0, crm.journal().last());
    }

    @Test
    void refusesMoreThanGoIntoOneWish() {
        InvalidCommandException refused = assertThrows(
                InvalidCommandException.class,
                () -> crm.activities()
                        .record(new RecordActivities(Collections.nCopies(RecordActivities.MOST + 1, call(0)))));
        assertEquals(
                List.of("activities"),
                refused.violations().stream().map(Violation::field).toList());
    }

    @Test
    void recordsNoneOfNone() {
        assertEquals(List.of(), crm.activities().record(new RecordActivities(List.of())));
        assertEquals(0, crm.journal().last());
    }

    @Test
    void recordsManyAndMoreInOnePieceOfWork() {
        crm.together(within -> {
            within.activities().record(new RecordActivities(List.of(call(0), call(1))));
            within.activities().record(call(2));
            return within.activities().record(new RecordActivities(List.of(call(3))));
        });
        assertEquals(4, crm.journal().last());
        assertTrue(crm.journal().firstBroken().isEmpty());
    }

    @Test
    void addsManyPeopleAndCompanies() {
        Company parent = crm.companies().add(AddCompany.named("Group"));
        List<Person> people =
                crm.people().add(new AddPeople(List.of(new AddPerson("Ann", null), new AddPerson("Bob", null))));
        List<Company> companies = crm.companies()
                .add(new AddCompanies(
                        List.of(new AddCompany("North", null, null, parent.id()), AddCompany.named("South"))));
        assertEquals(List.of("Ann", "Bob"), people.stream().map(Person::name).toList());
        assertEquals(
                List.of("North", "South"), companies.stream().map(Company::name).toList());
        assertEquals(parent.id(), companies.get(0).parent());
        assertEquals(5, crm.journal().last());
    }
}
