package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.PartyStateException;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What can be done with people and companies, through the front door. */
class PartiesTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final SellerId ANNA = new SellerId(new UUID(3, 3));
    private static final ContactPoint MAIL = EmailPoint.of(new EmailAddress("eva@pumps.example"));
    private static final ContactPoint DESK =
            new PhonePoint(new PhoneNumber("+43 316 1234"), "work", ContactStatus.ACTIVE);
    private static final ContactPoint OFFICE =
            PostalPoint.of(new PostalAddress("Hauptplatz 1", "8010", "Graz", null, "AT"));
    private static final FieldKey<String> NOTE = FieldKey.text("note");

    private final Stores stores = InMemoryStores.empty();
    private final CrmSession session = Crm.builder().stores(stores).build().as(new Actor(TENANT, "anna"));
    private final People people = session.people();
    private final Companies companies = session.companies();

    private Person eva() {
        return people.add(new AddPerson(
                "Eva Huber",
                List.of(MAIL, DESK, OFFICE),
                new Relation(ANNA, SalesStage.PROSPECT, "fair 2026"),
                CustomFields.of(NOTE, "likes trains"),
                Set.of("vip")));
    }

    private Company company(String name, CompanyId parent) {
        return companies.add(new AddCompany(name, null, null, parent));
    }

    private Company root(String name) {
        return companies.add(AddCompany.named(name));
    }

    private List<FieldChange> lastChange() {
        var all = stores.journal().after(TENANT, Cursor.START);
        return all.get(all.size() - 1).fields().stream()
                .sorted(Comparator.comparing(FieldChange::field))
                .toList();
    }

    @Test
    void aPersonIsAddedWithAllThatIsKnown() {
        Person eva = eva();
        assertEquals(eva, people.find(eva.id()).orElseThrow());
        assertEquals(new EmailAddress("eva@pumps.example"), eva.email());
        assertEquals(ANNA, eva.relationship().owner());
        assertEquals(PartyState.ACTIVE, eva.relationship().state());
        assertEquals("likes trains", eva.custom().get(NOTE));
        assertEquals(Set.of("vip"), eva.tags());
    }

    @Test
    void everyFieldOfAPersonCanBeChangedAndTheJournalSaysWhich() {
        Person eva = eva();
        Person changed = people.change(
                eva.id(),
                ChangePerson.of(eva)
                        .withName("Eva Maier")
                        .withContactPoints(List.of(MAIL, OFFICE))
                        .withRelation(new Relation(null, SalesStage.CUSTOMER, null))
                        .withCustom(CustomFields.NONE)
                        .withTags(Set.of()),
                eva.revision());
        assertEquals(changed, people.find(eva.id()).orElseThrow());
        assertEquals(new Revision(2), changed.revision());
        assertEquals(
                List.of(
                        new FieldChange("contactPoints[1].address.city", null, "Graz"),
                        new FieldChange("contactPoints[1].address.countryCode", null, "AT"),
                        new FieldChange("contactPoints[1].address.postalCode", null, "8010"),
                        new FieldChange("contactPoints[1].address.street", null, "Hauptplatz 1"),
                        new FieldChange("contactPoints[1].label", "work", null),
                        new FieldChange("contactPoints[1].number", "+43 316 1234", null),
                        new FieldChange("contactPoints[2].address.city", "Graz", null),
                        new FieldChange("contactPoints[2].address.countryCode", "AT", null),
                        new FieldChange("contactPoints[2].address.postalCode", "8010", null),
                        new FieldChange("contactPoints[2].address.street", "Hauptplatz 1", null),
                        new FieldChange("contactPoints[2].status", "ACTIVE", null),
                        new FieldChange("custom.note", "likes trains", null),
                        new FieldChange("name", "Eva Huber", "Eva Maier"),
                        new FieldChange("relationship.owner", ANNA.toString(), null),
                        new FieldChange("relationship.source", "fair 2026", null),
                        new FieldChange("relationship.stage", "PROSPECT", "CUSTOMER"),
                        new FieldChange("tags[vip]", "vip", null)),
                lastChange());
    }

    @Test
    void everyFieldOfACompanyCanBeChanged() {
        Company parent = root("Holding");
        Company acme = root("Acme");
        ChangeCompany change = ChangeCompany.of(acme)
                .withName("Acme Ltd")
                .withSector("Pumps")
                .withLocation("Graz")
                .withParent(parent.id())
                .withContactPoints(List.of(DESK))
                .withRelation(new Relation(ANNA, SalesStage.FORMER, "web"))
                .withCustom(CustomFields.of(NOTE, "n"))
                .withTags(Set.of("a"));
        Company changed = companies.change(acme.id(), change, acme.revision());
        assertEquals(change, ChangeCompany.of(changed));
        assertEquals(changed, companies.find(acme.id()).orElseThrow());
        assertEquals(changed, companies.change(acme.id(), change, changed.revision()));
    }

    @Test
    void allThatIsWrongIsReportedAtOnceAndNothingIsStored() {
        Person eva = eva();
        var refused = assertThrows(
                InvalidCommandException.class,
                () -> people.change(
                        eva.id(),
                        ChangePerson.of(eva)
                                .withName(" ")
                                .withContactPoints(Collections.nCopies(51, DESK))
                                .withRelation(new Relation(null, SalesStage.SUSPECT, "a\u0000b"))
                                .withTags(Set.of("")),
                        eva.revision()));
        assertEquals(
                List.of(
                        "contactPoints must have 0 to 50 items",
                        "name must not be blank",
                        "relation.source must not contain control characters",
                        "tags[] must not be blank"),
                refused.violations().stream()
                        .map(each -> each.field() + " " + each.rule())
                        .toList());
        assertEquals(eva, people.find(eva.id()).orElseThrow());
        assertThrows(
                InvalidCommandException.class,
                () -> companies.add(new AddCompany(
                        "x".repeat(201),
                        null,
                        null,
                        null,
                        List.of(),
                        Relation.UNKNOWN,
                        CustomFields.NONE,
                        Set.of("x".repeat(61)))));
        assertEquals(0, companies.count());
    }

    @Test
    void aChangeFromAnOldRevisionIsRefused() {
        Person eva = eva();
        Company acme = root("Acme");
        Revision old = eva.revision();
        people.archive(eva.id(), old);
        companies.archive(acme.id(), acme.revision());
        assertThrows(StaleRevisionException.class, () -> people.change(eva.id(), ChangePerson.of(eva), old));
        assertThrows(StaleRevisionException.class, () -> people.restore(eva.id(), old));
        assertThrows(StaleRevisionException.class, () -> people.setStatus(eva.id(), MAIL, ContactStatus.BOUNCED, old));
        assertThrows(StaleRevisionException.class, () -> companies.restore(acme.id(), acme.revision()));
        assertThrows(
                StaleRevisionException.class,
                () -> companies.change(acme.id(), ChangeCompany.of(acme), acme.revision()));
        PersonId nobody = new PersonId(UUID.randomUUID());
        assertThrows(NotFoundException.class, () -> people.archive(nobody, old));
    }

    @Test
    void anArchivedRecordComesBackAsItWas() {
        Person eva = eva();
        Person away = people.archive(eva.id(), eva.revision());
        assertEquals(PartyState.ARCHIVED, away.relationship().state());
        assertEquals(away, people.archive(eva.id(), away.revision()));
        assertEquals(eva.withRevision(new Revision(3)), people.restore(eva.id(), away.revision()));
        Company acme = root("Acme");
        Company put = companies.archive(acme.id(), acme.revision());
        assertEquals(acme.withRevision(new Revision(3)), companies.restore(acme.id(), put.revision()));
    }

    @Test
    void whatWasErasedIsNotChanged() {
        Person eva = eva();
        Person erased = stores.people()
                .save(TENANT, eva.withRelationship(eva.relationship().withState(PartyState.ERASED)));
        var refused = assertThrows(PartyStateException.class, () -> people.restore(eva.id(), erased.revision()));
        assertEquals("PersonId " + eva.id() + " cannot be changed: state = ERASED", refused.getMessage());
        assertEquals(PartyState.ERASED, refused.state());
        assertEquals(eva.id(), refused.id());
        Company acme = root("Acme");
        Company gone = stores.companies()
                .save(TENANT, acme.withRelationship(acme.relationship().withState(PartyState.ERASED)));
        assertThrows(
                PartyStateException.class,
                () -> companies.setStatus(acme.id(), MAIL, ContactStatus.ACTIVE, gone.revision()));
    }

    @Test
    void anAddressThatBouncedIsNotTheOneToWriteToAnyMore() {
        ContactPoint other = EmailPoint.of(new EmailAddress("eva@home.example"));
        ContactPoint again = new EmailPoint(new EmailAddress("EVA@pumps.example"), "news", ContactStatus.ACTIVE);
        Person eva = people.add(
                new AddPerson("Eva", List.of(MAIL, other, again), Relation.UNKNOWN, CustomFields.NONE, Set.of()));
        Person after = people.setStatus(eva.id(), MAIL, ContactStatus.BOUNCED, eva.revision());
        assertEquals(
                List.of(MAIL.withStatus(ContactStatus.BOUNCED), other, again.withStatus(ContactStatus.BOUNCED)),
                after.contactPoints());
        assertEquals(new EmailAddress("eva@home.example"), after.email());
        Company acme = companies.add(AddCompany.named("Acme"));
        Company desk =
                companies.change(acme.id(), ChangeCompany.of(acme).withContactPoints(List.of(DESK)), acme.revision());
        Company called = companies.setStatus(acme.id(), DESK, ContactStatus.OPTED_OUT, desk.revision());
        assertEquals(List.of(DESK.withStatus(ContactStatus.OPTED_OUT)), called.contactPoints());
        var refused = assertThrows(
                InvalidCommandException.class,
                () -> companies.setStatus(acme.id(), MAIL, ContactStatus.BOUNCED, called.revision()));
        assertEquals(
                "SetStatus is not valid: contactPoint 'email:eva@pumps.example' must be one of the party's contact points",
                refused.getMessage());
    }

    @Test
    void partiesAreSelectedByWhatIsKnownOfThem() {
        Person eva = eva();
        people.add(new AddPerson("Udo", null));
        PageRequest all = PageRequest.first(10);
        for (var criterion : List.of(
                PersonFields.OWNER.is(ANNA),
                PersonFields.STAGE.is(SalesStage.PROSPECT),
                PersonFields.SOURCE.startsWith("FAIR"),
                PersonFields.EMAIL.is("eva@pumps.example"),
                PersonFields.PHONE.contains("316"))) {
            assertEquals(List.of(eva), people.select(criterion, all).items(), criterion::toText);
        }
        people.archive(eva.id(), eva.revision());
        assertEquals(
                List.of("Udo"),
                people.select(PersonFields.STATE.is(PartyState.ACTIVE), all).items().stream()
                        .map(Person::name)
                        .toList());
        Company acme = root("Acme");
        assertEquals(
                List.of(acme),
                companies.select(CompanyFields.NAME.is("Acme"), all).items());
    }

    @Test
    void aCompanyHasBranchesAncestorsAndATree() {
        Company top = root("Top");
        Company left = company("Left", top.id());
        Company right = company("Right", top.id());
        Company leaf = company("Leaf", left.id());
        assertEquals(
                List.of(left, right),
                companies.branches(top.id(), PageRequest.first(10)).items());
        assertEquals(List.of(left, top), companies.ancestors(leaf.id()));
        assertEquals(List.of(), companies.ancestors(top.id()));
        assertEquals(List.of(top, left, right, leaf), companies.tree(top.id()));
        assertEquals(List.of(leaf), companies.tree(leaf.id()));
    }

    @Test
    void aCycleIsRefusedNamingBothCompanies() {
        Company top = root("Top");
        Company middle = company("Middle", top.id());
        Company leaf = company("Leaf", middle.id());
        var refused = assertThrows(
                InvalidCommandException.class,
                () -> companies.change(top.id(), ChangeCompany.of(top).withParent(leaf.id()), top.revision()));
        assertEquals(
                "ChangeCompany is not valid: parent '" + leaf.id()
                        + "' must not be a branch of the company: 'Leaf' belongs to 'Top'",
                refused.getMessage());
        var itself = assertThrows(
                InvalidCommandException.class,
                () -> companies.change(top.id(), ChangeCompany.of(top).withParent(top.id()), top.revision()));
        assertEquals(
                "ChangeCompany is not valid: parent '" + top.id() + "' must not be the company itself: 'Top'",
                itself.getMessage());
        Company moved = companies.change(leaf.id(), ChangeCompany.of(leaf).withParent(top.id()), leaf.revision());
        assertEquals(List.of(top), companies.ancestors(moved.id()));
        assertNull(companies
                .change(moved.id(), ChangeCompany.of(moved).withParent(null), moved.revision())
                .parent());
    }

    @Test
    void aParentThatDoesNotExistIsRefused() {
        CompanyId nobody = new CompanyId(UUID.randomUUID());
        assertThrows(NotFoundException.class, () -> company("Branch", nobody));
        Company acme = root("Acme");
        assertThrows(
                NotFoundException.class,
                () -> companies.change(acme.id(), ChangeCompany.of(acme).withParent(nobody), acme.revision()));
    }

    @Test
    void aParentThatWasMergedIsRefused() {
        Company top = root("Top");
        Company gone = stores.companies().save(TENANT, root("Gone").mergedInto(top.id()));
        var refused = assertThrows(InvalidCommandException.class, () -> company("Branch", gone.id()));
        assertEquals(
                "AddCompany is not valid: parent '" + gone.id()
                        + "' must not be a company that was merged or erased: state = MERGED",
                refused.getMessage());
    }

    @Test
    void aCycleThatWasBroughtInEndsTheWalk() {
        CompanyId one = new CompanyId(new UUID(1, 1));
        CompanyId two = new CompanyId(new UUID(1, 2));
        Company first =
                stores.companies().save(TENANT, Company.named(one, "One").withParent(two));
        Company second =
                stores.companies().save(TENANT, Company.named(two, "Two").withParent(one));
        assertEquals(List.of(second), companies.ancestors(one));
        assertEquals(List.of(first, second), companies.tree(one));
    }
}
