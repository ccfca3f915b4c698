package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.Tenure;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Who belongs to which company, through the front door. */
class AffiliationsTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final PageRequest ALL = PageRequest.first(10);

    private final Stores stores = InMemoryStores.empty();
    private final CrmSession session = Crm.builder().stores(stores).build().as(new Actor(new TenantId("acme"), "anna"));
    private final Affiliations affiliations = session.affiliations();
    private final PersonId eva =
            session.people().add(new AddPerson("Eva", null)).id();
    private final CompanyId acme =
            session.companies().add(AddCompany.named("Acme")).id();
    private final CompanyId beta =
            session.companies().add(AddCompany.named("Beta")).id();

    private static void refused(String message, Executable wish) {
        assertEquals(message, assertThrows(InvalidCommandException.class, wish).getMessage());
    }

    private Affiliation buyer() {
        return affiliations.join(JoinCompany.since(eva, acme, "buyer", MAY));
    }

    private void requireOnly(Affiliation... expected) {
        assertEquals(List.of(expected), affiliations.ofPerson(eva));
    }

    @Test
    void whoJoinsIsOfTheCompanyFromThatDayOn() {
        Affiliation buyer = buyer();
        assertEquals(new Revision(1), buyer.revision());
        assertEquals(List.of(buyer), affiliations.ofCompany(acme, MAY, ALL).items());
        assertEquals(
                List.of(), affiliations.ofCompany(acme, MAY.minusDays(1), ALL).items());
        assertEquals(List.of(acme), affiliations.companiesOf(eva, JULY));
        assertEquals(List.of(), affiliations.companiesOf(eva, MAY.minusDays(1)));
        assertEquals(List.of(), affiliations.ofCompany(beta, MAY, ALL).items());
    }

    @Test
    void whoMovesOnLeavesTheDayTheOtherBegins() {
        Affiliation buyer = buyer();
        long before = session.affiliations().count();
        Affiliation head =
                affiliations.moveOn(buyer.id(), buyer.revision(), JoinCompany.since(eva, beta, "head", JUNE));
        Affiliation left = affiliations.find(buyer.id()).orElseThrow();
        assertEquals(JUNE, left.until());
        assertEquals(before + 1, affiliations.count());
        requireOnly(left, head);
        assertEquals(List.of(acme), affiliations.companiesOf(eva, JUNE.minusDays(1)));
        assertEquals(List.of(beta), affiliations.companiesOf(eva, JUNE));
    }

    @Test
    void aRoleAtTheSameCompanyCanBeTakenOverOnTheDayItEnds() {
        Affiliation buyer = buyer();
        Affiliation again =
                affiliations.moveOn(buyer.id(), buyer.revision(), JoinCompany.since(eva, acme, "buyer", JUNE));
        assertEquals(Map.of(eva, List.of(new Tenure(MAY, null))), affiliations.tenuresAt(acme));
        assertEquals(JUNE, again.from());
    }

    @Test
    void theSameRoleAtTheSameCompanyMustNotOverlap() {
        Affiliation buyer = buyer();
        refused(
                "JoinCompany is not valid: role 'buyer' must not overlap what the person is there already, "
                        + "from 2026-05-01 until unknown: affiliation " + buyer.id(),
                () -> affiliations.join(new JoinCompany(eva, acme, "buyer", null, null, true)));
        assertEquals(
                "JoinCompany non è valido: role 'buyer' non può sovrapporsi a ciò che la persona è già lì, "
                        + "da 2026-05-01 fino a data non nota: affiliazione " + buyer.id(),
                assertThrows(
                                InvalidCommandException.class,
                                () -> session.in(Locale.ITALIAN)
                                        .affiliations()
                                        .join(new JoinCompany(eva, acme, "buyer", null, null, true)))
                        .getMessage());
        requireOnly(buyer);
        affiliations.join(new JoinCompany(eva, acme, "buyer", null, MAY, false));
        affiliations.join(JoinCompany.since(eva, acme, "head", MAY));
        affiliations.join(JoinCompany.since(eva, beta, "buyer", MAY));
        affiliations.join(JoinCompany.since(eva, acme, null, MAY));
        assertEquals(5, affiliations.count());
        refused(
                "JoinCompany is not valid: role must not overlap what the person is there already, "
                        + "from 2026-05-01 until unknown: affiliation "
                        + affiliations.ofPerson(eva).get(4).id(),
                () -> affiliations.join(JoinCompany.since(eva, acme, null, JUNE)));
    }

    @Test
    void aPersonHasOneFirstCompanyAtATime() {
        Affiliation first = affiliations.join(new JoinCompany(eva, acme, "buyer", MAY, null, true));
        Affiliation past = affiliations.join(new JoinCompany(eva, beta, "trainee", null, MAY, true));
        affiliations.join(new JoinCompany(eva, beta, "board", JUNE, null, true));
        assertFalse(affiliations.find(first.id()).orElseThrow().primary());
        assertTrue(affiliations.find(past.id()).orElseThrow().primary());
        assertEquals(List.of(acme), affiliations.companiesOf(eva, MAY));
        assertEquals(List.of(beta, acme), affiliations.companiesOf(eva, JUNE));
    }

    @Test
    void tenuresAtACompanyAreOneWhateverTheRoles() {
        affiliations.join(new JoinCompany(eva, acme, "trainee", MAY, JUNE.plusDays(5), false));
        affiliations.join(new JoinCompany(eva, acme, "buyer", JUNE, JULY, false));
        affiliations.join(new JoinCompany(eva, acme, "board", JULY.plusDays(1), null, false));
        PersonId udo = session.people().add(new AddPerson("Udo", null)).id();
        affiliations.join(new JoinCompany(udo, acme, null, null, null, false));
        assertEquals(
                Map.of(
                        eva, List.of(new Tenure(MAY, JULY), new Tenure(JULY.plusDays(1), null)),
                        udo, List.of(Tenure.ALWAYS)),
                affiliations.tenuresAt(acme));
        assertEquals(Map.of(), affiliations.tenuresAt(beta));
    }

    @Test
    void anEndMustBeOneOfItsDays() {
        Affiliation buyer = buyer();
        refused(
                "EndAffiliation is not valid: until '2026-05-01' must be after the first day, 2026-05-01",
                () -> affiliations.end(buyer.id(), MAY, buyer.revision()));
        Affiliation ended = affiliations.end(buyer.id(), JUNE, buyer.revision());
        assertEquals(new Tenure(MAY, JUNE), ended.tenure());
        assertThrows(StaleRevisionException.class, () -> affiliations.end(buyer.id(), JUNE, buyer.revision()));
        refused(
                "EndAffiliation is not valid: until '2026-07-01' must not be after the end so far, 2026-06-01",
                () -> affiliations.end(buyer.id(), JULY, ended.revision()));
        assertEquals(ended, affiliations.end(buyer.id(), JUNE, ended.revision()));
    }

    @Test
    void aMoveThatIsRefusedStoresNothing() {
        Affiliation buyer = buyer();
        PersonId udo = session.people().add(new AddPerson("Udo", null)).id();
        CompanyId nowhere = new CompanyId(UUID.randomUUID());
        refused(
                "JoinCompany is not valid: from must be given, to end the affiliation before",
                () -> affiliations.moveOn(
                        buyer.id(), buyer.revision(), new JoinCompany(eva, beta, null, null, null, false)));
        refused(
                "JoinCompany is not valid: person '" + udo + "' must be the person that moves on, " + eva,
                () -> affiliations.moveOn(buyer.id(), buyer.revision(), JoinCompany.since(udo, beta, null, JUNE)));
        assertThrows(
                NotFoundException.class,
                () -> affiliations.moveOn(buyer.id(), buyer.revision(), JoinCompany.since(eva, nowhere, null, JUNE)));
        requireOnly(buyer);
    }

    @Test
    @SuppressWarnings("NullAway") // a form that sends nothing
    void badInputIsRefusedAllAtOnce() {
        refused(
                "JoinCompany is not valid: company must be given; person must be given; "
                        + "role 'a\\u0009b' must not contain control characters",
                () -> affiliations.join(new JoinCompany(null, null, "a\tb", null, null, false)));
        refused(
                "JoinCompany is not valid: until '2026-05-01' must be after the first day, 2026-06-01",
                () -> affiliations.join(new JoinCompany(eva, acme, null, JUNE, MAY, false)));
        PersonId nobody = new PersonId(UUID.randomUUID());
        assertThrows(NotFoundException.class, () -> affiliations.join(JoinCompany.since(nobody, acme, null, MAY)));
        assertEquals(0, affiliations.count());
    }
}
