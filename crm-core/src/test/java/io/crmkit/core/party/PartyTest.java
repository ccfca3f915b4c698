package io.crmkit.core.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Revision;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People and companies as values. */
class PartyTest {

    private static final PersonId EVA = new PersonId(new UUID(1, 1));
    private static final CompanyId ACME = new CompanyId(new UUID(2, 2));
    private static final ContactPoint OLD = email("eva@old.example").withStatus(ContactStatus.BOUNCED);
    private static final ContactPoint NEW = email("eva@new.example");
    private static final ContactPoint DESK = PhonePoint.of(new PhoneNumber("+43 316 1234"));
    private static final PostalAddress GRAZ = new PostalAddress("Hauptplatz 1", "8010", "Graz", null, "AT");

    private final Person eva = new Person(EVA, Revision.NONE, "Eva Huber", null);
    private final Company acme = Company.named(ACME, "Acme");

    private static EmailPoint email(String address) {
        return EmailPoint.of(new EmailAddress(address));
    }

    private static void refused(String message, Executable wish) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, wish).getMessage());
    }

    @Test
    void theFirstActiveAddressIsTheOneToWriteTo() {
        assertEquals(
                new EmailAddress("eva@new.example"),
                eva.withContactPoints(List.of(DESK, OLD, NEW)).email());
        assertEquals(
                new EmailAddress("eva@old.example"),
                eva.withContactPoints(List.of(OLD, DESK)).email());
        assertNull(eva.withContactPoints(List.of(DESK, PostalPoint.of(GRAZ))).email());
        assertEquals(
                new PhoneNumber("+43 316 1234"),
                acme.withContactPoints(List.of(NEW, DESK)).phone());
        assertNull(acme.phone());
    }

    @Test
    void thePersonMadeWithAnAddressHasOneContactPoint() {
        Person made = new Person(EVA, Revision.NONE, "Eva", new EmailAddress("eva@new.example"));
        assertEquals(List.of(NEW), made.contactPoints());
        assertEquals(Relationship.UNKNOWN, made.relationship());
    }

    @Test
    void the51stContactPointIsRefused() {
        assertEquals(
                50,
                eva.withContactPoints(Collections.nCopies(50, DESK))
                        .contactPoints()
                        .size());
        refused("contactPoints must be at most 50, not 51", () -> eva.withContactPoints(Collections.nCopies(51, DESK)));
        refused(
                "contactPoints must be at most 50, not 51",
                () -> acme.withContactPoints(Collections.nCopies(51, DESK)));
    }

    @Test
    void aBlankOrOverlongTextIsRefused() {
        refused("name must not be blank", () -> eva.withName(" "));
        refused("name must not contain control characters: U+0007 at position 3", () -> acme.withName("Acm\u0007e"));
        refused("label must not be blank", () -> new EmailPoint(new EmailAddress("a@b.c"), "", ContactStatus.ACTIVE));
        refused(
                "label must be at most 60 characters, not 61",
                () -> new PostalPoint(GRAZ, "x".repeat(61), ContactStatus.ACTIVE));
        refused(
                "source must be at most 200 characters, not 201",
                () -> new Relationship(null, SalesStage.CUSTOMER, "x".repeat(201), PartyState.ACTIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUT", "at", "A", "", "ZZ", "Q1", "EU "})
    void aCountryIsACodeOfIso3166(String code) {
        refused(
                "countryCode must be a country code of ISO 3166-1, two capital letters: '" + code + "'",
                () -> new PostalAddress(null, null, "Graz", null, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AT", "IT", "SS", "XK", "AN", "YU"})
    void aCountryInUseOrFormerlyIsTaken(String code) {
        assertEquals(code, new PostalAddress(null, null, null, null, code).countryCode());
    }

    @Test
    void anAddressHasAPart() {
        refused("address must have a part: all five are null", () -> new PostalAddress(null, null, null, null, null));
        refused(
                "street must not contain control characters: U+000A at position 4",
                () -> new PostalAddress("Hof \n1", null, null, null, null));
    }

    @Test
    void twoWaysToWriteAnAddressAreTheSameToMatch() {
        assertEquals(email("Eva@New.Example").matchKey(), NEW.matchKey());
        assertNotEquals(OLD.matchKey(), NEW.matchKey());
        assertEquals(
                DESK.matchKey(), PhonePoint.of(new PhoneNumber("+43316-1234")).matchKey());
        assertEquals(
                PostalPoint.of(GRAZ).matchKey(),
                PostalPoint.of(new PostalAddress("HAUPTPLATZ, 1", "80 10", "graz", null, "AT"))
                        .matchKey());
        assertNotEquals(
                PostalPoint.of(new PostalAddress("Graz", null, null, null, null))
                        .matchKey(),
                PostalPoint.of(new PostalAddress(null, null, "Graz", null, null))
                        .matchKey());
    }

    @Test
    void whoIsMergedSaysIntoWhom() {
        PersonId other = new PersonId(new UUID(1, 2));
        Person merged = eva.mergedInto(other);
        assertEquals(PartyState.MERGED, merged.relationship().state());
        assertEquals(other, merged.mergedInto());
        assertEquals(
                other,
                merged.withRelationship(merged.relationship().withState(PartyState.ERASED))
                        .mergedInto());
        assertNull(merged.withRelationship(Relationship.UNKNOWN).mergedInto());
        refused("mergedInto must not be the person itself: Eva Huber", () -> eva.mergedInto(EVA));
        refused("mergedInto must not be the company itself: Acme", () -> acme.mergedInto(ACME));
        refused("parent must not be the company itself: Acme", () -> acme.withParent(ACME));
        refused(
                "mergedInto must be given where the state is MERGED, and may be where it is ERASED: state = MERGED, "
                        + "mergedInto = null",
                () -> eva.withRelationship(Relationship.UNKNOWN.withState(PartyState.MERGED)));
    }
}
