package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentReferenceId;
import io.crmkit.core.document.DocumentSummary;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.ChangeKind;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.value.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of {@link io.crmkit.core.port.Timeline}. */
abstract class TimelineTck extends SessionTck {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.000001Z");
    private static final SellerId ANNA = new SellerId(UUID.randomUUID());
    private static final List<FieldChange> NAME = List.of(new FieldChange("name", "Acme", "Beta"));
    private static final List<FieldChange> STAGE = List.of(new FieldChange("standing.stage", "one", "two"));

    private final CompanyId company = new CompanyId(UUID.randomUUID());
    private final PersonId person = new PersonId(UUID.randomUUID());
    private final OpportunityId opportunity = new OpportunityId(UUID.randomUUID());

    private static Activity about(ActivitySubjects subjects, Instant at) {
        return new Activity(
                new ActivityId(UUID.randomUUID()),
                Revision.NONE,
                ActivityType.CALL,
                ANNA,
                at,
                ActivityState.HELD,
                subjects,
                null);
    }

    private Activity withCompany(Instant at) {
        return about(new ActivitySubjects(company, null, null), at);
    }

    private Activity withPerson(Instant at) {
        return about(new ActivitySubjects(null, person, null), at);
    }

    private Activity saved(Activity activity) {
        return here.write(() -> here.stores().activities().save(tenant, activity));
    }

    private List<Activity> hourly(int count) {
        return IntStream.range(0, count)
                .mapToObj(hour -> saved(withCompany(NOON.plusSeconds(3_600L * hour))))
                .toList();
    }

    private Long appended(Subject subject, Instant at, ChangeKind kind, List<FieldChange> fields) {
        Change sample = JournalReadTck.change(tenant, subject.value(), at, fields);
        Change change = new Change(
                0, sample.actor(), subject, new Revision(2), kind, at, at.plusSeconds(9), fields, sample.seal());
        return JournalReadTck.append(here, tenant, List.of(change)).get(0).sequence();
    }

    private Long renamed(CompanyId id, Instant at) {
        return appended(new Subject("company", id.value()), at, ChangeKind.CHANGED, NAME);
    }

    private TimelinePage page(TimelineQuery query) {
        return there.stores().timeline().page(tenant, query);
    }

    private static TimelineQuery newest(Scope... scopes) {
        return TimelineQuery.newest(100, List.of(scopes));
    }

    private List<Object> listed(TimelineQuery query) {
        return things(page(query).entries());
    }

    private static List<Object> things(List<Entry> entries) {
        return entries.stream().map(TimelineTck::thing).toList();
    }

    /* of a change, its sequence: whether the rest is as it was appended is the journal's rule */
    private static Object thing(Entry entry) {
        if (entry instanceof Entry.OfDocument document) {
            return document;
        }
        return entry instanceof Entry.OfActivity of
                ? of.activity()
                : ((Entry.OfChange) entry).change().sequence();
    }

    /** Rule 1. */
    @Test
    @DisplayName("Timeline rule 1: holds the activities about a company, a person or an opportunity, and its changes")
    protected void holdsActivitiesAndChanges() {
        Activity met = saved(about(new ActivitySubjects(company, null, opportunity), NOON));
        Activity called = saved(withPerson(NOON.plusSeconds(1)));
        Long moved = appended(
                new Subject("opportunity", opportunity.value()), NOON.plusSeconds(2), ChangeKind.CHANGED, STAGE);
        Long rename = renamed(company, NOON.plusSeconds(3));
        saved(about(ActivitySubjects.NONE, NOON));
        renamed(new CompanyId(UUID.randomUUID()), NOON);
        appended(new Subject("activity", met.id().value()), NOON, ChangeKind.ADDED, NAME);
        assertEquals(List.of(moved, met), listed(newest(Scope.of(opportunity))));
        assertEquals(List.of(rename, met), listed(newest(Scope.of(company))));
        assertEquals(List.of(called), listed(newest(Scope.of(person))));
        assertEquals(List.of(moved, called, met), listed(newest(Scope.of(person), Scope.of(opportunity))));
    }

    /** Rule 1. */
    @Test
    @DisplayName("Timeline rule 1: holds what is planned, and nothing without a scope")
    protected void holdsWhatIsPlanned() {
        Activity held = about(new ActivitySubjects(null, null, opportunity), NOON);
        Activity planned = saved(new Activity(
                held.id(),
                held.revision(),
                held.type(),
                ANNA,
                Instant.parse("2199-01-01T00:00:00Z"),
                ActivityState.PLANNED,
                held.subjects(),
                null));
        assertEquals(List.of(planned), listed(newest(Scope.of(opportunity))));
        assertEquals(new TimelinePage(List.of(), false), page(newest()));
        assertEquals(List.of(), listed(newest(Scope.of(new OpportunityId(UUID.randomUUID())))));
    }

    /** Rule 1. */
    @Test
    @DisplayName("Timeline rule 1: holds the documents for a company, a person or an opportunity, and no draft")
    protected void holdsDocuments() {
        Papers papers = papers();
        assertEquals(papers.all(), listed(newest(Scope.of(company))));
        assertEquals(papers.ours(), listed(newest(Scope.of(person))));
        assertEquals(papers.ours(), listed(newest(Scope.of(opportunity))));
    }

    /** Rule 4. */
    @Test
    @DisplayName("Timeline rule 4: lists a document once that is for a company and a person")
    protected void listsADocumentOnce() {
        Papers papers = papers();
        assertEquals(papers.all(), listed(newest(Scope.of(company), Scope.of(person))));
    }

    /** Rule 5. */
    @Test
    @DisplayName("Timeline rule 5: lists the kinds of documents asked for only")
    protected void listsKindsOfDocumentsAskedFor() {
        Papers papers = papers();
        TimelineQuery all = newest(Scope.of(company));
        assertEquals(List.of(papers.quote()), listed(all.only(EntryKind.QUOTE)));
        assertEquals(
                List.of(papers.invoice(), papers.order()), listed(all.only(EntryKind.SALES_ORDER, EntryKind.INVOICE)));
        assertEquals(List.of(), listed(all.only(EntryKind.RECEIPT)));
    }

    /** A quote, its order, and the invoice of the host's for the company alone; a draft and a stranger's receipt besides. */
    private Papers papers() {
        Quote sent = quoted(NOON.plusSeconds(1));
        SalesOrder ordered = there.write(() -> there.stores()
                .orders()
                .save(
                        tenant,
                        Documents.order(new SalesOrderId(UUID.randomUUID()), sent.parties(), NOON.plusSeconds(2))));
        DocumentReference invoice = referred(DocumentKind.INVOICE, NOON.plusSeconds(3), company);
        referred(DocumentKind.RECEIPT, NOON.plusSeconds(4), new CompanyId(UUID.randomUUID()));
        there.write(() -> there.stores().quotes().save(tenant, Documents.draft(sent.parties())));
        return new Papers(
                new Entry.OfDocument(sent.id().value(), DocumentSummary.of(sent)),
                new Entry.OfDocument(ordered.id().value(), DocumentSummary.of(ordered)),
                document(invoice));
    }

    private record Papers(Entry quote, Entry order, Entry invoice) {

        List<Entry> all() {
            return List.of(invoice, order, quote);
        }

        List<Entry> ours() {
            return List.of(order, quote);
        }
    }

    private Quote quoted(Instant at) {
        DocumentParties parties = new DocumentParties(ANNA, company, person, opportunity);
        Quote draft = Documents.draft(parties);
        return there.write(() -> there.stores().quotes().save(tenant, draft.sent(at, LocalDate.EPOCH, null)));
    }

    private DocumentReference referred(DocumentKind kind, Instant at, CompanyId about) {
        DocumentReference reference = Documents.reference(new DocumentReferenceId(UUID.randomUUID()), kind, at, about);
        return there.write(() -> there.stores().documentReferences().save(tenant, reference));
    }

    private static Entry document(DocumentReference reference) {
        return new Entry.OfDocument(reference.id().value(), reference.document().summary());
    }

    /** Rule 9. */
    @Test
    @DisplayName("Timeline rule 9: lists a document as it is stored now, where it is now, and nowhere else")
    protected void listsDocumentsAsTheyAreNow() {
        DocumentReference first = referred(DocumentKind.INVOICE, NOON, company);
        DocumentReference second = referred(DocumentKind.INVOICE, NOON.plusSeconds(1), company);
        DocumentReference later = there.write(() ->
                there.stores().documentReferences().save(tenant, Documents.moved(first, NOON.plusSeconds(2), company)));
        assertEquals(List.of(document(later), document(second)), listed(newest(Scope.of(company))));
        CompanyId other = new CompanyId(UUID.randomUUID());
        DocumentReference elsewhere = there.write(() -> there.stores()
                .documentReferences()
                .save(tenant, Documents.moved(later, later.document().issuedAt(), other)));
        assertEquals(List.of(document(second)), listed(newest(Scope.of(company))));
        assertEquals(List.of(document(elsewhere)), listed(newest(Scope.of(other))));
    }

    /** Rule 2. */
    @Test
    @DisplayName("Timeline rule 2: lists the newest first; of one instant, by source and key, both ways alike")
    protected void listsInOneOrder() {
        List<Long> changes = new ArrayList<>();
        List<Activity> activities = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            changes.add(0, renamed(company, NOON));
            activities.add(saved(withCompany(NOON)));
        }
        activities.sort((a, b) -> b.id().toString().compareTo(a.id().toString()));
        Activity before = saved(withCompany(NOON.minusNanos(1_000)));
        Activity after = saved(withCompany(NOON.plusNanos(1_000)));
        List<Object> expected = new ArrayList<>(List.of(after));
        expected.addAll(changes);
        expected.addAll(activities);
        expected.add(before);
        assertEquals(expected, listed(newest(Scope.of(company))));
        assertEquals(expected, listed(TimelineQuery.oldest(100, List.of(Scope.of(company)))));
    }

    /** Rule 3. */
    @Test
    @DisplayName("Timeline rule 3: takes what stands at a period's first instant, and not what stands at its end")
    protected void takesHalfOpenPeriods() {
        Instant until = NOON.plusSeconds(60);
        Activity first = saved(withPerson(NOON));
        Activity last = saved(withPerson(until.minusNanos(1_000)));
        saved(withPerson(until));
        saved(withPerson(NOON.minusNanos(1_000)));
        Scope whole = Scope.of(person);
        assertEquals(List.of(last, first), listed(newest(whole.during(NOON, until))));
        assertEquals(List.of(last, first), listed(TimelineQuery.oldest(100, List.of(whole.during(NOON, until)))));
        assertEquals(3, listed(newest(whole.during(NOON, null))).size());
        assertEquals(3, listed(newest(whole.during(null, until))).size());
        assertEquals(List.of(), listed(newest(whole.during(until, NOON))));
    }

    /** Rule 3. */
    @Test
    @DisplayName("Timeline rule 3: takes changes by the same half-open periods, and one record by several")
    protected void takesChangesByPeriods() {
        List<Long> changes = IntStream.range(0, 6)
                .mapToObj(second -> renamed(company, NOON.plusSeconds(second)))
                .toList();
        Scope whole = Scope.of(company);
        assertEquals(
                List.of(changes.get(5), changes.get(1), changes.get(0)),
                listed(newest(whole.during(null, NOON.plusSeconds(2)), whole.during(NOON.plusSeconds(5), null))));
    }

    /** Rule 4. */
    @Test
    @DisplayName("Timeline rule 4: lists once what belongs by several scopes")
    protected void listsOnce() {
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            expected.add(0, saved(about(new ActivitySubjects(company, person, null), NOON.plusSeconds(i))));
        }
        expected.add(0, renamed(company, NOON.plusSeconds(60)));
        Scope[] scopes = {Scope.of(person), Scope.of(company), Scope.of(company).during(NOON, null)};
        assertEquals(expected, listed(newest(scopes)));
        assertEquals(expected.subList(0, 3), listed(newest(scopes).limitedTo(3)));
    }

    /** Rule 5. */
    @Test
    @DisplayName("Timeline rule 5: lists the kinds asked for only")
    protected void listsKindsAskedFor() {
        Subject deal = new Subject("opportunity", opportunity.value());
        Long added = appended(deal, NOON, ChangeKind.ADDED, STAGE);
        Long moved = appended(deal, NOON.plusSeconds(1), ChangeKind.CHANGED, STAGE);
        Long edited = appended(deal, NOON.plusSeconds(2), ChangeKind.CHANGED, NAME);
        Activity met = saved(about(new ActivitySubjects(null, null, opportunity), NOON.plusSeconds(3)));
        TimelineQuery all = newest(Scope.of(opportunity));
        assertEquals(List.of(met), listed(all.only(EntryKind.ACTIVITY)));
        assertEquals(List.of(added), listed(all.only(EntryKind.ADDED)));
        assertEquals(List.of(moved), listed(all.only(EntryKind.STAGE_MOVE)));
        assertEquals(List.of(edited), listed(all.only(EntryKind.FIELD_CHANGE)));
        assertEquals(List.of(met, moved), listed(all.only(EntryKind.STAGE_MOVE, EntryKind.ACTIVITY)));
        assertEquals(List.of(), listed(all.only()));
    }

    /** Rule 6. */
    @Test
    @DisplayName("Timeline rule 6: lists the activities a criterion is true for, and all changes")
    protected void listsWhatMayBeSeen() {
        Activity mine = saved(withCompany(NOON));
        Activity yours = withCompany(NOON.plusSeconds(1));
        saved(new Activity(
                yours.id(),
                yours.revision(),
                yours.type(),
                new SellerId(UUID.randomUUID()),
                yours.at(),
                yours.state(),
                yours.subjects(),
                null));
        Long rename = renamed(company, NOON.plusSeconds(2));
        TimelineQuery all = newest(Scope.of(company));
        assertEquals(List.of(rename, mine), listed(all.seeing(ActivityFields.SELLER.is(ANNA))));
        assertEquals(List.of(rename), listed(all.seeing(ActivityFields.REFERENCE.isNot("7"))));
        assertEquals(
                List.of(rename, mine),
                listed(all.seeing(ActivityFields.SELLER.is(ANNA)).limitedTo(2)));
        assertFalse(
                page(all.seeing(ActivityFields.SELLER.is(ANNA)).limitedTo(2)).more());
    }

    /** Rule 7. */
    @Test
    @DisplayName("Timeline rule 7: pages hold what is nearest to their position, either way, and not what is at it")
    protected void pagesHoldWhatIsNearest() {
        List<Activity> hours = hourly(9);
        TimelineQuery two = newest(Scope.of(company)).limitedTo(2);
        Position fifth = new Entry.OfActivity(hours.get(4)).position();
        assertEquals(List.of(hours.get(8), hours.get(7)), listed(two));
        assertEquals(List.of(hours.get(3), hours.get(2)), listed(two.olderThan(fifth)));
        assertEquals(List.of(hours.get(6), hours.get(5)), listed(two.newerThan(fifth)));
        assertEquals(List.of(hours.get(1), hours.get(0)), listed(TimelineQuery.oldest(2, List.of(Scope.of(company)))));
        Position between = new Position(hours.get(4).at().plusSeconds(1), Source.CHANGES, new UUID(7, 7));
        assertEquals(List.of(hours.get(4), hours.get(3)), listed(two.olderThan(between)));
        assertEquals(List.of(hours.get(6), hours.get(5)), listed(two.newerThan(between)));
    }

    /** Rule 7. */
    @Test
    @DisplayName("Timeline rule 7: pages go on from a position within a period, and from one outside it")
    protected void pagesGoOnWithinPeriods() {
        List<Activity> hours = hourly(9);
        TimelineQuery two = newest(
                        Scope.of(company).during(hours.get(2).at(), hours.get(7).at()))
                .limitedTo(2);
        assertEquals(List.of(hours.get(4), hours.get(3)), listed(two.olderThan(at(hours.get(5)))));
        assertEquals(List.of(hours.get(6), hours.get(5)), listed(two.olderThan(at(hours.get(8)))));
        assertEquals(List.of(hours.get(3), hours.get(2)), listed(two.newerThan(at(hours.get(0)))));
        assertEquals(List.of(hours.get(2)), listed(two.olderThan(at(hours.get(3)))));
        assertEquals(List.of(), listed(two.olderThan(at(hours.get(1)))));
        assertEquals(List.of(), listed(two.newerThan(at(hours.get(8)))));
    }

    private static Position at(Activity activity) {
        return new Entry.OfActivity(activity).position();
    }

    /** Rule 8. */
    @Test
    @DisplayName("Timeline rule 8: says that more follow exactly where another entry does")
    protected void saysWhetherMoreFollow() {
        hourly(3);
        renamed(company, NOON.plusSeconds(5));
        TimelineQuery all = newest(Scope.of(company));
        assertTrue(page(all.limitedTo(3)).more());
        assertFalse(page(all.limitedTo(4)).more());
        TimelinePage half = page(all.limitedTo(2));
        assertEquals(2, half.entries().size());
        assertFalse(
                page(all.limitedTo(2).olderThan(half.oldest().orElseThrow())).more());
        assertTrue(page(all.limitedTo(1).olderThan(half.oldest().orElseThrow())).more());
    }

    /** Rule 9. */
    @Test
    @DisplayName("Timeline rule 9: lists an activity as it is stored now, where it is now, and nowhere else")
    protected void listsActivitiesAsTheyAreNow() {
        Activity first = saved(withCompany(NOON));
        Activity second = saved(withCompany(NOON.plusSeconds(1)));
        assertEquals(List.of(second, first), listed(newest(Scope.of(company))));
        Activity later = saved(changed(first, first.subjects(), NOON.plusSeconds(2)));
        assertEquals(List.of(later, second), listed(newest(Scope.of(company))));
        Activity elsewhere = saved(changed(later, new ActivitySubjects(null, person, null), later.at()));
        assertEquals(List.of(second), listed(newest(Scope.of(company))));
        assertEquals(List.of(elsewhere), listed(newest(Scope.of(person))));
    }

    private static Activity changed(Activity activity, ActivitySubjects subjects, Instant at) {
        return new Activity(
                activity.id(),
                activity.revision(),
                activity.type(),
                activity.seller(),
                at,
                ActivityState.NOT_HELD,
                subjects,
                "moved");
    }

    /** Rule 10. */
    @Test
    @DisplayName("Timeline rule 10: shows another tenant's entries to no question")
    protected void showsAnotherTenantsEntriesToNoQuestion() {
        Activity mine = saved(withCompany(NOON));
        Long rename = renamed(company, NOON.plusSeconds(1));
        TimelineQuery all = newest(Scope.of(company));
        assertEquals(List.of(rename, mine), listed(all));
        TimelineQuery anyhow = all.seeing(
                ActivityFields.SELLER.is(ANNA).or(ActivityFields.SELLER.is(ANNA).not()));
        assertEquals(List.of(), there.stores().timeline().page(stranger, all).entries());
        assertEquals(List.of(), there.stores().timeline().page(stranger, anyhow).entries());
    }

    /** Rule 11. */
    @Test
    @DisplayName("Timeline rule 11: shows what a transaction stored to itself, and to nobody after a rollback")
    protected void showsWhatTheTransactionStored() {
        Activity stored = saved(withCompany(NOON));
        TimelineQuery all = newest(Scope.of(company));
        here.rollBack(() -> {
            Activity fresh = here.stores().activities().save(tenant, withCompany(NOON.plusSeconds(1)));
            Activity moved =
                    here.stores().activities().save(tenant, changed(stored, stored.subjects(), NOON.plusSeconds(2)));
            Long rename = here.stores()
                    .journal()
                    .append(tenant, List.of(JournalReadTck.change(tenant, company.value(), NOON, NAME)))
                    .get(0)
                    .sequence();
            List<Object> seen = new ArrayList<>(
                    things(here.stores().timeline().page(tenant, all).entries()));
            assertTrue(seen.remove(rename));
            assertEquals(List.of(moved, fresh), seen);
        });
        assertEquals(List.of(stored), listed(all));
        assertEquals(
                List.of(stored),
                things(here.stores().timeline().page(tenant, all).entries()));
    }

    /** Rule 12. */
    @Test
    @DisplayName("Timeline rule 12: pages neither repeat nor hide an entry when others are added between them")
    protected void pagesStandWhenEntriesAreAdded() {
        List<Activity> hours = hourly(7);
        TimelineQuery two = newest(Scope.of(company)).limitedTo(2);
        List<Object> read = new ArrayList<>();
        TimelinePage page = page(two);
        read.addAll(things(page.entries()));
        while (page.more()) {
            saved(withCompany(NOON.plusSeconds(86_400)));
            renamed(company, NOON.plusSeconds(86_400));
            page = page(two.olderThan(page.oldest().orElseThrow()));
            read.addAll(things(page.entries()));
        }
        List<Object> expected = new ArrayList<>(hours);
        java.util.Collections.reverse(expected);
        assertEquals(expected, read);
    }
}
