package io.crmkit.examples.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.party.Tenure;
import io.crmkit.core.value.EmailAddress;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;

/** Any card is read as it was written, and nothing in it can end a line or the card. */
class ContactCardsPropertyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    @Property(tries = 300)
    void aCardIsReadAsItWasWritten(@ForAll("cards") ContactCard card) {
        assertEquals(List.of(card), ContactCards.parse(ContactCards.text(List.of(card))));
    }

    @Property(tries = 100)
    void cardsAfterOneAnotherAreReadInTheSameOrder(
            @ForAll("cards") ContactCard one, @ForAll("cards") ContactCard other) {
        List<ContactCard> cards = List.of(one, other, one);
        assertEquals(cards, ContactCards.parse(ContactCards.text(cards)));
    }

    @Property(tries = 300)
    void noLineIsWiderThan75OctetsAndEachIsValidUtf8ByItself(@ForAll("cards") ContactCard card) {
        String text = ContactCards.text(List.of(card));
        assertTrue(text.endsWith("\r\n"));
        for (String line : text.split("\r\n", -1)) {
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertTrue(octets.length <= 75, () -> octets.length + " octets: " + line);
            assertEquals(line, new String(octets, StandardCharsets.UTF_8));
        }
    }

    @Property(tries = 300)
    void whatIsOnTheCardAddsNoLine(@ForAll("cards") ContactCard card) {
        String unfolded = ContactCards.text(List.of(card)).replace("\r\n ", "");
        List<String> names = unfolded.lines()
                .map(line -> line.replaceFirst("^item\\d+\\.", "").replaceFirst("(?s)[;:].*", ""))
                .toList();
        Set<String> known = Set.of(
                "BEGIN",
                "VERSION",
                "KIND",
                "UID",
                "FN",
                "ORG",
                "TITLE",
                "EMAIL",
                "TEL",
                "ADR",
                "X-ABLabel",
                "CATEGORIES",
                "END");
        assertTrue(known.containsAll(names), () -> names.toString());
        assertEquals(1, names.stream().filter("BEGIN"::equals).count());
        assertEquals(1, names.stream().filter("END"::equals).count());
    }

    @Property(tries = 500)
    void anyTextAtAllIsTakenOrRefusedAndNeverMore(@ForAll("garbage") String text) {
        List<ContactCard> taken = new ArrayList<>();
        List<CardProblem> problems = new ArrayList<>();
        CardReader.read(new StringReader(text), taken::add, problems::addAll);
        assertTrue(!taken.isEmpty() || !problems.isEmpty());
        problems.forEach(problem ->
                assertTrue(problem.rule().contains("must") || problem.rule().contains("could"), problem::toString));
    }

    @Provide
    Arbitrary<String> garbage() {
        Arbitrary<String> lines = Arbitraries.of(
                "BEGIN:VCARD",
                "END:VCARD",
                "VERSION:4.0",
                "VERSION:3.0",
                "FN:Ann",
                "EMAIL:nobody",
                "EMAIL:a@b.c",
                "TEL;VALUE=uri:tel:+39-02;ext=x",
                "TEL:abc",
                "ADR:;;;;;;",
                "ADR:;;a;b;c;d;Nowhere",
                "KIND:group",
                "N:;;;;",
                "ORG:",
                "ORG;X-CRMKIT-FROM=soon:Acme",
                "EMAIL;PREF=x;X-CRMKIT-STATUS=y:a@b.c",
                "UID:x",
                " folded",
                "no colon",
                ":",
                ";",
                "PHOTO;ENCODING=b:AAAA",
                "FN;CHARSET=KLINGON;ENCODING=QUOTED-PRINTABLE:=C",
                "BDAY:yesterday",
                "BEGIN:VCALENDAR",
                "END:VCALENDAR",
                "REV:0",
                "GEO:1,2,3",
                "LANG:",
                "NOTE:\u0000");
        Arbitrary<String> noise = Arbitraries.strings().all().ofMaxLength(30);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, lines), net.jqwik.api.Tuple.of(1, noise))
                .list()
                .ofMaxSize(20)
                .map(all -> String.join("\r\n", all));
    }

    @Provide
    Arbitrary<ContactCard> cards() {
        Arbitrary<java.util.UUID> uids = Arbitraries.create(java.util.UUID::randomUUID);
        Arbitrary<Set<String>> tags = text(60).set().ofMaxSize(4);
        Arbitrary<ContactCard> people = Combinators.combine(
                        uids.injectNull(0.3), text(200), points().list().ofMaxSize(6), positions(), tags)
                .as((uid, name, points, positions, labels) ->
                        new ContactCard(ContactCard.Kind.PERSON, uid, name, points, positions, labels));
        Arbitrary<ContactCard> companies = Combinators.combine(
                        uids.injectNull(0.3), text(200), points().list().ofMaxSize(3), tags)
                .as((uid, name, points, labels) ->
                        new ContactCard(ContactCard.Kind.COMPANY, uid, name, points, List.of(), labels));
        return Arbitraries.oneOf(people, companies);
    }

    /* stripped, since reading strips; and of whole characters, since UTF-8 has no others */
    private static Arbitrary<String> text(int longest) {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(
                                3, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(longest)),
                        net.jqwik.api.Tuple.of(
                                3,
                                Arbitraries.strings()
                                        .withChars(";:,\\\"'^=nN\u2028\u2029 aàß日".toCharArray())
                                        .ofMinLength(1)
                                        .ofMaxLength(longest)),
                        net.jqwik.api.Tuple.of(
                                1,
                                Arbitraries.of(
                                        "END:VCARD", "x\\nEND:VCARD", "_", "\"", "^n", "\ud83d\ude00".repeat(30))))
                .map(ContactCardsPropertyTest::spoken)
                .filter(text -> !text.isBlank() && text.length() <= longest);
    }

    private static String spoken(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.codePoints()
                .filter(c -> !Character.isISOControl(c) && c != 0xFEFF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
    }

    private static Arbitrary<ContactPoint> points() {
        Arbitrary<String> labels = Arbitraries.oneOf(
                        Arbitraries.of("work", "home", "cell", "fax", "voice", "internet", "pref", "Work"), text(60))
                .injectNull(0.3);
        Arbitrary<ContactStatus> statuses = Arbitraries.of(ContactStatus.class);
        Arbitrary<EmailAddress> emails = Arbitraries.strings()
                .withChars("abcèé+.'\";:,\\=".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(30)
                .map(local -> new EmailAddress(local + "@example.org"));
        Arbitrary<PhoneNumber> phones = Arbitraries.of(
                        "+39 02 1234", "02/1234-567", "(030) 55 12 ext. 7", "+49 (30) 1234-567 x12")
                .map(PhoneNumber::new);
        Arbitrary<PostalAddress> addresses = Combinators.combine(
                        part(200),
                        part(20),
                        part(100),
                        part(100),
                        Arbitraries.of("IT", "DE", "CH", "XK", "SU", "CI", "GB").injectNull(0.2))
                .as(ContactCardsPropertyTest::address);
        return Arbitraries.oneOf(
                Combinators.combine(emails, labels, statuses).as(EmailPoint::new),
                Combinators.combine(phones, labels, statuses).as(PhonePoint::new),
                Combinators.combine(addresses, labels, statuses).as(PostalPoint::new));
    }

    private static Arbitrary<String> part(int longest) {
        return text(longest)
                .map(part -> part.replaceAll("\\s*\\R\\s*", ", "))
                .filter(part -> part.length() <= longest)
                .injectNull(0.2);
    }

    private static PostalAddress address(String street, String code, String city, String region, String country) {
        boolean none = street == null && code == null && city == null && region == null && country == null;
        return new PostalAddress(none ? "Via Roma 1" : street, code, city, region, country);
    }

    private static Arbitrary<List<Position>> positions() {
        Arbitrary<LocalDate> days = Dates.dates().between(DAY.minusYears(20), DAY);
        Arbitrary<Tenure> tenures = Combinators.combine(
                        days.injectNull(0.3),
                        Dates.dates().between(DAY.plusDays(1), DAY.plusYears(3)).injectNull(0.7))
                .as(Tenure::new);
        return Combinators.combine(text(200), text(200).injectNull(0.3), tenures, Arbitraries.of(true, false))
                .as(Position::new)
                .list()
                .ofMaxSize(3)
                .uniqueElements(position -> position.company() + "\n" + position.role());
    }
}
