package io.crmkit.examples.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.party.Tenure;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.ChangePerson;
import io.crmkit.core.service.JoinCompany;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactCardsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    private final CrmSession anna = crm();
    private final ContactCards cards = new ContactCards(anna, TODAY);

    private static CrmSession crm() {
        return Crm.builder().stores(InMemoryStores.empty()).build().as(new Actor(new TenantId("acme"), "anna"));
    }

    private static String card(String... lines) {
        return "BEGIN:VCARD\r\nVERSION:4.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n";
    }

    private CardReport added(String... texts) {
        return cards.add(new StringReader(String.join("", texts)));
    }

    private Person only() {
        List<Person> all = anna.people().page(PageRequest.first(2)).items();
        assertEquals(1, all.size());
        return all.get(0);
    }

    /* RFC 6350, section 8 */
    @Test
    void readsTheCardOfTheStandardsAuthor() {
        ContactCard card = ContactCards.parse("""
                BEGIN:VCARD
                VERSION:4.0
                FN:Simon Perreault
                N:Perreault;Simon;;;ing. jr,M.Sc.
                BDAY:--0203
                ANNIVERSARY:20090808T1430-0500
                GENDER:M
                LANG;PREF=1:fr
                LANG;PREF=2:en
                ORG;TYPE=work:Viagenie
                ADR;TYPE=work:;Suite D2-630;2875 Laurier;
                 Quebec;QC;G1V 2M2;Canada
                TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+1-418-656-9254;ext=102
                TEL;VALUE=uri;TYPE="work,cell,voice,video,text":tel:+1-418-262-6501
                EMAIL;TYPE=work:simon.perreault@viagenie.ca
                GEO;TYPE=work:geo:46.772673,-71.282945
                KEY;TYPE=work;VALUE=uri:
                 http://www.viagenie.ca/simon.perreault/simon.asc
                TZ:-0500
                URL;TYPE=home:http://nomis80.org
                END:VCARD
                """).get(0);
        assertEquals(
                new ContactCard(
                        ContactCard.Kind.PERSON,
                        null,
                        "Simon Perreault",
                        List.of(
                                new PhonePoint(
                                        new PhoneNumber("+1-418-656-9254;ext=102"), "voice work", ContactStatus.ACTIVE),
                                new EmailPoint(
                                        new EmailAddress("simon.perreault@viagenie.ca"), "work", ContactStatus.ACTIVE),
                                new PhonePoint(
                                        new PhoneNumber("+1-418-262-6501"),
                                        "cell text video voice work",
                                        ContactStatus.ACTIVE),
                                new PostalPoint(
                                        new PostalAddress(
                                                "Suite D2-630, 2875 Laurier", "G1V 2M2", "Quebec", "QC", "CA"),
                                        "work",
                                        ContactStatus.ACTIVE)),
                        List.of(new Position("Viagenie", null, Tenure.ALWAYS, false)),
                        Set.of()),
                card);
    }

    @Test
    void readsWhatAnAddressBookOfVersion3Writes() {
        ContactCard card = ContactCards.parse("""
                BEGIN:VCARD
                VERSION:3.0
                N:Bianchi;Zoë;;Dr.;
                FN:
                ORG:Acme S.p.A.;Purchasing
                TITLE:Buyer
                item1.EMAIL;type=INTERNET:zoe@acme.example
                item1.X-ABLabel:_$!<Assistant>!$_
                TEL;type=CELL;type=pref:+39 333 1234567
                item2.ADR;type=HOME:;;Via Roma 1\\nScala B;Milano;MI;20100;Italien
                END:VCARD
                """).get(0);
        assertEquals("Dr. Zoë Bianchi", card.name());
        assertEquals(List.of(new Position("Acme S.p.A.", "Buyer", Tenure.ALWAYS, false)), card.positions());
        assertEquals(
                List.of(
                        new PhonePoint(new PhoneNumber("+39 333 1234567"), "cell", ContactStatus.ACTIVE),
                        new EmailPoint(new EmailAddress("zoe@acme.example"), "Assistant", ContactStatus.ACTIVE),
                        new PostalPoint(
                                new PostalAddress("Via Roma 1, Scala B", "20100", "Milano", "MI", "IT"),
                                "home",
                                ContactStatus.ACTIVE)),
                card.contactPoints());
    }

    @Test
    void tellsCompaniesFromPeopleInEitherVersion() {
        String old = "BEGIN:VCARD\r\nVERSION:3.0\r\nORG:Acme;\r\nX-ABShowAs:COMPANY\r\nEND:VCARD\r\n";
        List<ContactCard> read = ContactCards.parse(card("KIND:org", "FN:Acme", "ORG:Acme") + old);
        ContactCard acme = new ContactCard(ContactCard.Kind.COMPANY, null, "Acme", List.of(), List.of(), Set.of());
        assertEquals(List.of(acme, acme), read);
    }

    @Test
    void carriesAPersonFromOneCrmToAnother() {
        Company acme = anna.companies().add(AddCompany.named("Acme, Sons; & Co"));
        Company former = anna.companies().add(AddCompany.named("Former Ltd"));
        Person zoe = anna.people().add(new AddPerson("Zoë \"Z\" Bianchi", new EmailAddress("zoe@acme.example")));
        zoe = anna.people()
                .change(
                        zoe.id(),
                        ChangePerson.of(zoe)
                                .withContactPoints(List.of(
                                        PhonePoint.of(new PhoneNumber("+39 02 1234")),
                                        new EmailPoint(
                                                new EmailAddress("old@acme.example"), "Büro", ContactStatus.OPTED_OUT)))
                                .withTags(Set.of("vip, gold", "fair")),
                        zoe.revision());
        LocalDate first = LocalDate.of(2024, 1, 1);
        anna.affiliations().join(new JoinCompany(zoe.id(), former.id(), "clerk", null, first, false));
        anna.affiliations().join(new JoinCompany(zoe.id(), acme.id(), "head of purchasing", first, null, true));

        String text = ContactCards.text(cards.of(List.of(zoe)));
        CrmSession elsewhere = crm();
        CardReport report = new ContactCards(elsewhere, TODAY).add(new StringReader(text));

        assertEquals(new CardReport(1, 1, 0, List.of(), 0), report);
        Person there = elsewhere.people().page(PageRequest.first(1)).items().get(0);
        assertEquals(zoe.name(), there.name());
        assertEquals(zoe.contactPoints(), there.contactPoints());
        assertEquals(zoe.tags(), there.tags());
        Affiliation position = elsewhere.affiliations().ofPerson(there.id()).get(0);
        assertEquals("head of purchasing", position.role());
        assertEquals(new Tenure(first, null), position.tenure());
        assertTrue(position.primary());
        assertEquals(
                "Acme, Sons; & Co",
                elsewhere.companies().find(position.company()).orElseThrow().name());
    }

    @Test
    void leavesWhoIsStoredAsTheyAre() {
        Person zoe = anna.people().add(new AddPerson("Zoe", new EmailAddress("zoe@acme.example")));
        Company acme = anna.companies().add(AddCompany.named("Acme"));
        String text = ContactCards.text(List.of(cards.of(List.of(zoe)).get(0), cards.of(acme)));
        assertEquals(new CardReport(0, 0, 2, List.of(), 0), added(text.replace("FN:Zoe", "FN:Somebody")));
        assertEquals("Zoe", only().name());
    }

    @Test
    void handsOutCardsWithoutTheAddressesNotToBeUsed() {
        ContactCard card = ContactCards.parse(
                        card("FN:Ann", "EMAIL;X-CRMKIT-STATUS=opted-out:a@b.example", "EMAIL:c@d.example"))
                .get(0);
        assertEquals(2, card.contactPoints().size());
        assertEquals(
                List.of(EmailPoint.of(new EmailAddress("c@d.example"))),
                card.usable().contactPoints());
    }

    @Test
    void refusesACardWithAllThatIsWrongWithItAndTakesTheOthers() {
        CardReport report = added(
                card(
                        "FN:Ann",
                        "EMAIL:nobody",
                        "TEL:call me",
                        "ADR:;;;;;;Atlantis",
                        "EMAIL;X-CRMKIT-STATUS=gone:a@b.example"),
                card("FN:Ben"));
        assertEquals(
                List.of(
                        "card 1, EMAIL: email must be of the form name@domain.tld, at most 254 characters: 'nobody'",
                        "card 1, X-CRMKIT-STATUS: must be active, bounced or opted-out: 'gone'",
                        "card 1, TEL: phone must be digits, with a plus sign before and spaces, - . / ( ) between them, "
                                + "at most 50 characters: 'call me'",
                        "card 1, ADR: country must be a country's name, or its code by ISO 3166-1: 'Atlantis'"),
                report.problems().stream().map(CardProblem::toString).toList());
        assertEquals(1, report.refused());
        assertEquals(1, report.people());
        assertEquals("Ben", only().name());
    }

    @Test
    void refusesWhatIsNoCard() {
        assertRefused("", "file: must hold a card, and has no line BEGIN:VCARD");
        assertRefused("name;email\nAnn;ann@example.org\n", "file: must hold a card, and has no line BEGIN:VCARD");
        assertRefused(card("EMAIL:a@b.example"), "card 1, FN: must be given");
        assertRefused(card("FN:" + "x".repeat(201)), "card 1: name must be at most 200 characters, not 201");
        assertRefused(card("FN:Ann\\nBEGIN"), "card 1: name must not contain control characters: U+000A at position 3");
        assertRefused(card("KIND:group", "FN:All"), "card 1, KIND: must be individual or org: 'group'");
        assertRefused(
                card("FN:Ann", "ORG;X-CRMKIT-FROM=soon:Acme"),
                "card 1, ORG: X-CRMKIT-FROM must be a day such as 2026-03-31: 'soon'");
        assertRefused(
                card("FN:Ann", "ORG:Acme", "ORG:Acme"),
                "card 1: positions must not hold the same role at the same company twice: null at Acme");
    }

    @Test
    void refusesACardThatWasCutOffAndTakesThoseBefore() {
        CardReport report = added(card("FN:Ann"), "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Be");
        assertEquals(List.of(new CardProblem(2, "", "must end, and has no line END:VCARD")), report.problems());
        assertEquals("Ann", only().name());
    }

    @Test
    void stopsAtACardThatDoesNotEnd() {
        String photo = "PHOTO:data:image/png;base64," + "A".repeat(CardSource.LONGEST);
        CardReport report = added(card("FN:Ann"), card("FN:Ben", photo));
        assertEquals(1, report.refused());
        assertEquals("Ann", only().name());
        assertEquals(
                "card 2: could not be read, nor what follows: must be at most 5000000 characters",
                report.problems().get(0).toString());
    }

    private static void assertRefused(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> ContactCards.parse(text))
                        .getMessage());
    }
}
