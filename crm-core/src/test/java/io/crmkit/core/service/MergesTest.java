package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.audience.MergeFields;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.MergeRefusedException;
import io.crmkit.core.party.MergeRule;
import io.crmkit.core.party.MergedField;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.Stores;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Two records made one, and two again. */
class MergesTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final FieldKey<String> NOTE = FieldKey.text("note");
    private static final SellerId ANNA = new SellerId(new UUID(1, 1));

    private final Stores stores = InMemoryStores.empty();
    private final Crm crm = Crm.builder().stores(stores).build();
    private final CrmSession session = crm.as(new Actor(TENANT, "anna"));

    private Person person(String name, String email, Set<String> tags) {
        Person added = session.people().add(new AddPerson(name, new EmailAddress(email)));
        return stores.people().save(TENANT, added.withTags(tags));
    }

    private Activity call(ActivitySubjects subjects) {
        return session.activities()
                .record(new RecordActivity(ActivityType.CALL, ANNA, Instant.EPOCH, ActivityState.HELD, subjects));
    }

    private Activity about(PersonId person) {
        return call(new ActivitySubjects(null, person, null));
    }

    private Company company(String name) {
        return session.companies().add(AddCompany.named(name));
    }

    private Person now(PersonId id) {
        return stores.people().find(TENANT, id).orElseThrow();
    }

    @Test
    void theSurvivorTakesWhatItLacksAndWhateverPointedToTheOtherPointsToIt() {
        Person eva = person("Eva Huber", "eva@graz.at", Set.of("vip"));
        Person double1 = person("Eva Huber-Maier", "huber@gmail.com", Set.of("fair", "vip"));
        Activity call = about(double1.id());
        Merge merge = session.merges()
                .merge(MergeRecords.people(eva.id(), double1.id()).because("same card"));
        Person survivor = now(eva.id());
        assertEquals("Eva Huber", survivor.name());
        assertEquals(Set.of("fair", "vip"), survivor.tags());
        assertEquals(2, survivor.contactPoints().size());
        assertEquals(
                eva.id(),
                session.activities().find(call.id()).orElseThrow().subjects().person());
        Person merged = now(double1.id());
        assertEquals(PartyState.MERGED, merged.relationship().state());
        assertEquals(eva.id(), merged.mergedInto());
        assertEquals("Eva Huber-Maier", merged.name());
        assertEquals(eva.id(), session.merges().resolve(double1.id()));
        assertEquals(eva.id(), session.merges().resolve(eva.id()));
        assertEquals("same card", merge.reason());
        assertEquals(1, session.journal().of(merge.id()).size());
        assertEquals(
                List.of("subjects.person"),
                session.journal().of(call.id()).get(0).fields().stream()
                        .map(field -> field.field())
                        .toList());
    }

    @Test
    void aTagOfBothIsKeptOnceAsTheSurvivorWritesIt() {
        Person eva = person("Eva Huber", "eva@graz.at", Set.of("vip"));
        Person other = person("Eva Huber-Maier", "huber@gmail.com", Set.of("ViP", "fair"));
        session.merges().merge(MergeRecords.people(eva.id(), other.id()));
        assertEquals(Set.of("fair", "vip"), now(eva.id()).tags());
    }

    @Test
    void aDryRunTellsEachFieldWithItsReasonEachMoveAndEachConflictAndDoesNothing() {
        Person eva = person("Eva Huber", "eva@graz.at", Set.of());
        Person other = person("Eva Huber-Maier", "huber@gmail.com", Set.of("fair"));
        about(other.id());
        about(other.id());
        long journal = session.journal().last();
        MergePlan plan =
                session.merges().plan(MergeRecords.people(eva.id(), other.id()).keeping("name", MergeRule.LONGEST));
        assertEquals(
                new MergeChoice(
                        "name",
                        "Eva Huber",
                        "Eva Huber-Maier",
                        "Eva Huber-Maier",
                        MergeRule.LONGEST,
                        "the merged record's is longer"),
                plan.choices().get(0));
        assertTrue(plan.choices()
                .contains(new MergeChoice(
                        "tags[fair]", null, "fair", "fair", MergeRule.UNION, "only the merged record has it")));
        assertEquals(List.of("name differs: 'Eva Huber-Maier' is kept, 'Eva Huber' is not"), plan.conflicts());
        assertTrue(plan.moves().contains(new MergeMove("activity", "subjects.person", 2)));
        assertTrue(plan.moves().contains(new MergeMove("opportunity", "parties.contact", 0)));
        assertEquals(journal, session.journal().last());
    }

    @Test
    void theNewestIsWhatTheJournalSaysWasSetLast() {
        Person eva = person("Eva Huber", "eva@graz.at", Set.of());
        Person other = person("Eva Maier", "maier@gmail.com", Set.of());
        MergeRecords newest = MergeRecords.people(eva.id(), other.id()).keeping("name", MergeRule.NEWEST);
        assertEquals("Eva Maier", session.merges().plan(newest).choices().get(0).value());
        Recording.write(
                stores,
                new Actor(TENANT, "anna"),
                Clock.systemUTC(),
                recording ->
                        recording.stores().people().save(TENANT, now(eva.id()).withName("Eva Gruber")));
        MergeChoice choice = session.merges().plan(newest).choices().get(0);
        assertEquals("Eva Gruber", choice.value());
        assertEquals("the survivor's was set no earlier", choice.why());
    }

    @Test
    void chainsOfMergesLeadToTheLastSurvivor() {
        Person a = person("A", "a@x.at", Set.of());
        Person b = person("B", "b@x.at", Set.of());
        Person c = person("C", "c@x.at", Set.of());
        Merge first = session.merges().merge(MergeRecords.people(b.id(), a.id()));
        Merge second = session.merges().merge(MergeRecords.people(c.id(), b.id()));
        assertEquals(c.id(), session.merges().resolve(a.id()));
        assertEquals(c.id(), now(a.id()).mergedInto());
        assertEquals(
                "survivor must not be merged itself to undo a merge: PERSON " + b.id() + " was merged into " + c.id()
                        + ", undo that first",
                refused(() -> session.merges().undo(first.id())));
        session.merges().undo(second.id());
        assertEquals(b.id(), session.merges().resolve(a.id()));
        session.merges().undo(first.id());
        assertEquals(a.id(), session.merges().resolve(a.id()));
    }

    @Test
    void theSameMergeAskedForAgainAnswersTheFirst() {
        Person eva = person("Eva", "eva@x.at", Set.of());
        Person other = person("Eva H", "h@x.at", Set.of());
        MergeRecords command = MergeRecords.people(eva.id(), other.id());
        Merge merge = session.merges().merge(command);
        long journal = session.journal().last();
        assertEquals(merge, session.merges().merge(command));
        assertEquals(journal, session.journal().last());
        session.merges().undo(merge.id());
        session.merges().merge(command);
        assertEquals(2, session.merges().count());
    }

    @Test
    void undoingRestoresBothAndWhatWasRePointedAndTellsWhatHasChangedSince() {
        Person eva = person("Eva", "eva@x.at", Set.of());
        Person other = person("Eva Huber", "h@x.at", Set.of("fair", "vip"));
        stores.people().save(TENANT, other.withCustom(CustomFields.of(NOTE, "likes pumps")));
        Activity stays = about(other.id());
        Activity moved = about(other.id());
        Merge merge =
                session.merges().merge(MergeRecords.people(eva.id(), other.id()).keeping("name", MergeRule.MERGED));
        Person third = person("Karl", "karl@x.at", Set.of());
        Activity after = session.activities().find(moved.id()).orElseThrow();
        stores.activities().save(TENANT, after.withSubjects(new ActivitySubjects(null, third.id(), null)));
        Person survivor = now(eva.id());
        assertEquals("likes pumps", survivor.custom().get(NOTE));
        stores.people().save(TENANT, survivor.withName("Eva Gruber").withTags(Set.of("vip", "own")));
        UndoneMerge undone = session.merges().undo(merge.id());
        assertEquals(1, undone.restored());
        assertEquals(
                Set.of(
                        new MergeRemainder("person", eva.id().value(), "name", "Eva Huber", "Eva Gruber"),
                        new MergeRemainder("person", eva.id().value(), "tags[fair]", "fair", null),
                        new MergeRemainder(
                                "activity",
                                moved.id().value(),
                                "subjects.person",
                                eva.id().toString(),
                                third.id().toString())),
                Set.copyOf(undone.remainders()));
        assertEquals(
                other.id(),
                session.activities().find(stays.id()).orElseThrow().subjects().person());
        assertEquals(Set.of("own"), now(eva.id()).tags());
        assertEquals(CustomFields.NONE, now(eva.id()).custom());
        assertEquals(1, now(eva.id()).contactPoints().size());
        assertEquals(PartyState.ACTIVE, now(other.id()).relationship().state());
        assertEquals(other.id(), session.merges().resolve(other.id()));
    }

    @Test
    void branchesAndLeadsFollowTheSurvivingCompany() {
        Company graz = company("Graz Pumps");
        Company other = company("Graz Pumps GmbH");
        Company branch = session.companies().add(new AddCompany("Branch", null, null, other.id()));
        var lead = session.leads().add(new AddLead(LeadDetails.of(new LeadName("Eva", "Graz")), null));
        session.leads().convert(new ConvertLead(lead.id(), other.id(), null, false, null));
        session.merges().merge(MergeRecords.companies(graz.id(), other.id()));
        assertEquals(
                graz.id(), session.companies().find(branch.id()).orElseThrow().parent());
        assertEquals(
                graz.id(), session.leads().find(lead.id()).orElseThrow().links().company());
        var found = session.merges().select(MergeFields.KIND.is(DuplicateKind.COMPANY), PageRequest.first(5));
        assertEquals(1, found.items().size());
    }

    @Test
    void aCompanyNeverComesToBelongToItself() {
        Company top = company("Top");
        Company middle = session.companies().add(new AddCompany("Middle", null, null, top.id()));
        Company low = session.companies().add(new AddCompany("Low", null, null, middle.id()));
        MergeRecords command = MergeRecords.companies(low.id(), top.id());
        assertEquals(
                "parent is left out: by way of " + middle.id() + " the survivor would belong to itself",
                session.merges().plan(command).conflicts().get(1));
        Merge merge = session.merges().merge(command);
        assertEquals(
                null, stores.companies().find(TENANT, low.id()).orElseThrow().parent());
        assertEquals(
                low.id(),
                stores.companies().find(TENANT, middle.id()).orElseThrow().parent());
        assertEquals(List.of(), session.merges().undo(merge.id()).remainders());
        assertEquals(
                middle.id(),
                stores.companies().find(TENANT, low.id()).orElseThrow().parent());
        session.merges().merge(MergeRecords.companies(top.id(), middle.id()));
        assertEquals(
                null, stores.companies().find(TENANT, top.id()).orElseThrow().parent());
    }

    private static String refused(Executable bad) {
        return String.valueOf(assertThrows(MergeRefusedException.class, bad).getMessage());
    }

    @Test
    void badInputIsNamedAndNothingIsDone() {
        Person eva = person("Eva", "eva@x.at", Set.of());
        Person other = person("Eva H", "h@x.at", Set.of());
        Person third = person("Karl", "k@x.at", Set.of());
        MergeRecords command = MergeRecords.people(eva.id(), other.id());
        assertEquals(
                "merged must not be the survivor itself: PERSON " + eva.id(),
                refused(() -> session.merges().merge(MergeRecords.people(eva.id(), eva.id()))));
        assertEquals(
                "kind must be PERSON or COMPANY: leads are converted, not merged",
                refused(() -> session.merges()
                        .merge(new MergeRecords(DuplicateKind.LEAD, new UUID(1, 1), new UUID(2, 2), Map.of(), null))));
        assertEquals(
                "MergeRecords is not valid: rules[name] 'UNION' must not be UNION, which is for fields of several values; "
                        + "rules[nme] 'MERGED' must be for one of the fields contactPoints, custom, name, "
                        + "relationship.owner, relationship.source, relationship.stage, tags; "
                        + "rules[tags] 'LONGEST' must be SURVIVOR or UNION for a field of several values",
                invalid(session, command));
        assertEquals(
                "MergeRecords non è valido: "
                        + "rules[name] 'UNION' non può essere UNION, che vale per i campi con più valori; "
                        + "rules[nme] 'MERGED' deve riguardare uno dei campi contactPoints, custom, name, "
                        + "relationship.owner, relationship.source, relationship.stage, tags; "
                        + "rules[tags] 'LONGEST' deve essere SURVIVOR o UNION per un campo con più valori",
                invalid(session.in(Locale.ITALIAN), command));
        assertEquals(
                "MergeRecords is not valid: reason '' must have 1 to 500 characters",
                assertThrows(
                                InvalidCommandException.class,
                                () -> session.merges().merge(command.because("")))
                        .getMessage());
        assertEquals(
                "before and after must differ: field = name, before = after = Eva",
                illegal(() -> new MergedField("name", "Eva", "Eva")));
        session.merges().merge(command);
        assertEquals(
                "survivor must not be merged already: PERSON " + other.id() + " was merged into " + eva.id(),
                refused(() -> session.merges().merge(MergeRecords.people(other.id(), third.id()))));
        assertEquals(
                "merged must not be merged already: PERSON " + other.id() + " was merged into " + eva.id(),
                refused(() -> session.merges().merge(MergeRecords.people(third.id(), other.id()))));
    }

    private static String invalid(CrmSession session, MergeRecords command) {
        MergeRecords unfit = command.keeping("nme", MergeRule.MERGED)
                .keeping("tags", MergeRule.LONGEST)
                .keeping("name", MergeRule.UNION);
        return String.valueOf(assertThrows(
                        InvalidCommandException.class, () -> session.merges().plan(unfit))
                .getMessage());
    }

    private static String illegal(Executable bad) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, bad).getMessage());
    }

    @Test
    void anotherTenantsRecordsCannotBeMergedNorAMergeUndoneTwice() {
        Person eva = person("Eva", "eva@x.at", Set.of());
        Person other = person("Eva H", "h@x.at", Set.of());
        CrmSession stranger = crm.as(new Actor(new TenantId("stranger"), "max"));
        Person theirs = stranger.people().add(new AddPerson("Eva", null));
        assertEquals(
                "PersonId " + theirs.id() + " does not exist",
                assertThrows(
                                NotFoundException.class,
                                () -> session.merges().merge(MergeRecords.people(eva.id(), theirs.id())))
                        .getMessage());
        Merge merge = session.merges().merge(MergeRecords.people(eva.id(), other.id()));
        assertThrows(NotFoundException.class, () -> stranger.merges().undo(merge.id()));
        Merge undone = session.merges().undo(merge.id()).merge();
        assertEquals(
                "merge must not be undone already: " + merge.id() + " was undone at " + undone.undoneAt(),
                refused(() -> session.merges().undo(merge.id())));
        CompanyId nowhere = new CompanyId(new UUID(7, 7));
        assertEquals(
                "CompanyId " + nowhere + " does not exist",
                assertThrows(NotFoundException.class, () -> session.merges().resolve(nowhere))
                        .getMessage());
    }
}
