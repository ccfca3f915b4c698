package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.journal.Change;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.Consent;
import io.crmkit.core.privacy.ConsentRefusedException;
import io.crmkit.core.privacy.ConsentRefusedException.Reason;
import io.crmkit.core.privacy.ConsentState;
import io.crmkit.core.privacy.ContactDecision;
import io.crmkit.core.privacy.LawfulBasis;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.privacy.SuppressionReason;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Asking, giving and withdrawing, through the front door. */
class ConsentsTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final String NEWS = "newsletter";

    private final MovingClock clock = new MovingClock(NOON);
    private final InMemoryStores stores = InMemoryStores.empty();
    private final CrmSession crm = as("acme");
    private final PersonId ann = crm.people()
            .add(new AddPerson("Ann Lee", new EmailAddress("ann@example.com")))
            .id();
    private final Consents consents = crm.consents();

    private CrmSession as(String tenant) {
        return Crm.builder()
                .stores(stores)
                .clock(clock)
                .suppressionKey(SuppressionKey.of(new byte[16]))
                .build()
                .as(new Actor(new TenantId(tenant), "eva"));
    }

    private Consents.Requested request() {
        return consents.request(RequestConsent.of(ann, Channel.EMAIL, NEWS));
    }

    private ContactDecision decision() {
        return consents.mayContact(ann, Channel.EMAIL, NEWS, clock.instant());
    }

    private ContactDecision.Reason reason() {
        return decision().reason();
    }

    private static ConsentRefusedException refused(Executable step) {
        return assertThrows(ConsentRefusedException.class, step);
    }

    @Test
    void whoConfirmsMayBeContactedUntilWithdrawn() {
        assertEquals(ContactDecision.Reason.NEVER_ASKED, reason());
        var asked = request();
        assertEquals(ConsentState.REQUESTED, asked.consent().state());
        assertEquals(ContactDecision.Reason.NOT_CONFIRMED, reason());
        clock.forward(Duration.ofDays(6));
        Consent given = consents.confirm(asked.token());
        assertEquals(Optional.of(given), consents.of(ann, Channel.EMAIL, NEWS));
        assertTrue(decision().isAllowed());
        assertEquals(List.of("ann@example.com"), decision().addresses());
        assertEquals(LawfulBasis.CONSENT, decision().basis());
        assertEquals(
                ContactDecision.Reason.NEVER_ASKED,
                consents.mayContact(ann, Channel.EMAIL, "survey", clock.instant())
                        .reason());
        clock.forward(Duration.ofDays(1));
        Consent withdrawn = consents.withdraw(ann, Channel.EMAIL, NEWS);
        assertEquals(ContactDecision.Reason.WITHDRAWN, reason());
        assertFalse(decision().isAllowed());
        assertEquals(List.of(), decision().addresses());
        assertEquals(withdrawn, consents.withdraw(ann, Channel.EMAIL, NEWS));
        assertTrue(consents.mayContact(ann, Channel.EMAIL, NEWS, NOON.plus(Duration.ofDays(6)))
                .isAllowed());
    }

    @Test
    void whatItWasBeforeStandsInTheJournal() {
        consents.confirm(request().token());
        consents.withdraw(ann, Channel.EMAIL, NEWS);
        consents.give(GiveConsent.of(ann, Channel.EMAIL, NEWS));
        Consent now = consents.of(ann, Channel.EMAIL, NEWS).orElseThrow();
        List<String> states = crm.journal().of(now.id()).stream()
                .map(Change::fields)
                .flatMap(List::stream)
                .filter(field -> field.field().equals("state"))
                .map(field -> String.valueOf(field.after()))
                .toList();
        assertEquals(List.of("GIVEN", "WITHDRAWN", "GIVEN", "REQUESTED"), states);
        assertEquals(1, consents.count());
    }

    @Test
    void aTokenIsKeptAsAHashAndShownOnce() {
        var asked = request();
        assertFalse(asked.toString().contains(asked.token()));
        assertFalse(asked.consent().toString().contains(asked.token()));
        assertTrue(asked.token().matches("[A-Za-z0-9_-]{43}"));
        assertNotEquals(asked.token(), request().token());
        assertFalse(crm.journal().after(0).toString().contains(asked.token()));
    }

    @Test
    void refusesATokenThatIsWrong() {
        var asked = request();
        String other = asked.token().substring(0, 42) + (asked.token().endsWith("A") ? "E" : "A");
        for (String wrong : List.of("", "?", "abc", other, asked.token() + "AAAA")) {
            var refused = refused(() -> consents.confirm(wrong));
            assertEquals(Reason.TOKEN_UNKNOWN, refused.reason());
            assertEquals("token must be one that was sent last", refused.getMessage());
        }
        assertEquals(
                Reason.TOKEN_UNKNOWN,
                refused(() -> as("other").consents().confirm(asked.token())).reason());
        assertEquals(ContactDecision.Reason.NOT_CONFIRMED, reason());
    }

    @Test
    void refusesATokenThatWasSentBeforeAnother() {
        var first = request();
        var second = request();
        assertEquals(
                Reason.TOKEN_UNKNOWN,
                refused(() -> consents.confirm(first.token())).reason());
        assertEquals(ConsentState.GIVEN, consents.confirm(second.token()).state());
    }

    @Test
    void refusesATokenThatComesTooLate() {
        var asked = request();
        clock.forward(Duration.ofDays(7));
        var refused = refused(() -> consents.confirm(asked.token()));
        assertEquals(Reason.TOKEN_EXPIRED, refused.reason());
        assertEquals(
                "token must be used before 2026-05-11T12:00:00Z: consent = 'newsletter' by EMAIL to " + ann,
                refused.getMessage());
        assertEquals(ContactDecision.Reason.EXPIRED, reason());
    }

    @Test
    void refusesATokenThatIsUsedTwiceOrWhoseRequestWasRefused() {
        var asked = request();
        consents.confirm(asked.token());
        var refused = refused(() -> consents.confirm(asked.token()));
        assertEquals(Reason.TOKEN_USED, refused.reason());
        assertEquals("token must not be used twice: consent = 'newsletter' by EMAIL to " + ann, refused.getMessage());
        consents.withdraw(ann, Channel.EMAIL, NEWS);
        assertEquals(
                Reason.TOKEN_USED,
                refused(() -> consents.confirm(asked.token())).reason());
        var again = request();
        consents.withdraw(ann, Channel.EMAIL, NEWS);
        assertEquals(
                Reason.TOKEN_USED,
                refused(() -> consents.confirm(again.token())).reason());
        assertEquals(ContactDecision.Reason.WITHDRAWN, reason());
    }

    @Test
    void refusesToWithdrawWhatWasNeverGiven() {
        var refused = refused(() -> consents.withdraw(ann, Channel.SMS, NEWS));
        assertEquals(Reason.NEVER_GIVEN, refused.reason());
        assertEquals(
                "consent must be asked for or given to be withdrawn: consent = 'newsletter' by SMS to " + ann,
                refused.getMessage());
    }

    @Test
    void refusesToAskOnAChannelWithoutAnAddressAndWhatIsGiven() {
        var refused = refused(() -> consents.request(RequestConsent.of(ann, Channel.PHONE, NEWS)));
        assertEquals(Reason.NO_ADDRESS, refused.reason());
        assertEquals(
                "person must have an address to use on the channel: consent = 'newsletter' by PHONE to " + ann,
                refused.getMessage());
        consents.give(GiveConsent.of(ann, Channel.PHONE, NEWS));
        assertEquals(
                ContactDecision.Reason.NO_ADDRESS,
                consents.mayContact(ann, Channel.PHONE, NEWS, NOON).reason());
        consents.give(GiveConsent.of(ann, Channel.EMAIL, NEWS));
        var given = refused(this::request);
        assertEquals(Reason.ALREADY_GIVEN, given.reason());
        assertEquals(
                "consent must not be given already: consent = 'newsletter' by EMAIL to " + ann, given.getMessage());
    }

    @Test
    void refusesAnUnknownPersonAndAStrangers() {
        PersonId nobody = new PersonId(UUID.randomUUID());
        List<Executable> steps = List.of(
                () -> consents.request(RequestConsent.of(nobody, Channel.EMAIL, NEWS)),
                () -> consents.give(GiveConsent.of(nobody, Channel.EMAIL, NEWS)),
                () -> consents.mayContact(nobody, Channel.EMAIL, NEWS, NOON),
                () -> crm.privacy().export(nobody),
                () -> crm.privacy().reach(nobody),
                () -> crm.privacy().erase(nobody));
        for (Executable step : steps) {
            assertEquals(
                    "PersonId " + nobody + " does not exist",
                    assertThrows(NotFoundException.class, step).getMessage());
        }
        assertThrows(
                NotFoundException.class, () -> as("other").consents().give(GiveConsent.of(ann, Channel.EMAIL, NEWS)));
    }

    @Test
    void refusesCommandsThatBreakTheirRules() {
        assertEquals(
                "RequestConsent is not valid: purpose ' ' must not be blank",
                invalid(() -> consents.request(RequestConsent.of(ann, Channel.EMAIL, " "))));
        assertEquals(
                "RequestConsent is not valid: answerWithin 'PT0S' must be longer than zero",
                invalid(() ->
                        consents.request(new RequestConsent(ann, Channel.EMAIL, NEWS, null, null, Duration.ZERO))));
        assertEquals(
                "GiveConsent is not valid: evidence 'a\\u0009b' must not contain control characters",
                invalid(() -> consents.give(
                        new GiveConsent(ann, Channel.EMAIL, NEWS, LawfulBasis.CONSENT, null, "a\tb", null))));
        assertEquals(
                "GiveConsent is not valid: validUntil '2026-05-04T12:00:00Z' must be in the future",
                invalid(() -> consents.give(
                        new GiveConsent(ann, Channel.EMAIL, NEWS, LawfulBasis.CONSENT, null, null, NOON))));
        assertEquals(0, consents.count());
    }

    private static String invalid(Executable step) {
        return String.valueOf(assertThrows(InvalidCommandException.class, step).getMessage());
    }

    @Test
    void expiresWhatHasRunOutAndLetsItBeAskedForAgain() {
        Instant end = NOON.plus(Duration.ofDays(30));
        consents.give(new GiveConsent(ann, Channel.EMAIL, NEWS, LawfulBasis.CONTRACT, "order", "no. 7", end));
        consents.request(RequestConsent.of(ann, Channel.EMAIL, "survey"));
        consents.give(GiveConsent.of(ann, Channel.EMAIL, "for ever"));
        assertEquals(0, consents.expire());
        clock.forward(Duration.ofDays(7));
        assertEquals(1, consents.expire());
        clock.forward(Duration.ofDays(23));
        assertEquals(ContactDecision.Reason.EXPIRED, reason());
        assertEquals(1, consents.expire());
        assertEquals(0, consents.expire());
        assertEquals(
                List.of(ConsentState.EXPIRED, ConsentState.EXPIRED, ConsentState.GIVEN),
                Stream.of(NEWS, "survey", "for ever")
                        .map(purpose -> consents.of(ann, Channel.EMAIL, purpose)
                                .orElseThrow()
                                .state())
                        .toList());
        consents.confirm(request().token());
        assertTrue(decision().isAllowed());
    }

    @Test
    void asksAnewForWhatHasRunOutBeforeAnybodyMarkedIt() {
        consents.give(new GiveConsent(ann, Channel.EMAIL, NEWS, LawfulBasis.CONSENT, null, null, NOON.plusSeconds(60)));
        clock.forward(Duration.ofMinutes(1));
        consents.confirm(request().token());
        assertTrue(decision().isAllowed());
    }

    @Test
    void expiresMoreThanAPage() {
        for (int i = 0; i < 1_001; i++) {
            consents.request(RequestConsent.of(ann, Channel.EMAIL, "purpose " + i));
        }
        clock.forward(Duration.ofDays(8));
        assertEquals(1_001, consents.expire());
        assertEquals(0, consents.expire());
    }

    @Test
    void aSuppressedAddressIsNotUsedWhoeverHasItAndHoweverItIsWritten() {
        consents.give(GiveConsent.of(ann, Channel.EMAIL, NEWS));
        var made = crm.suppressions().suppress(Channel.EMAIL, "Ann@Example.com", SuppressionReason.OBJECTED);
        assertEquals(ContactDecision.Reason.SUPPRESSED, reason());
        assertEquals(made, crm.suppressions().suppress(Channel.EMAIL, "ann@example.com", SuppressionReason.BOUNCED));
        assertEquals(Optional.of(made), crm.suppressions().of(Channel.EMAIL, " ANN@example.com"));
        assertEquals(Optional.empty(), crm.suppressions().of(Channel.POST, "ann@example.com"));
        assertEquals(Optional.empty(), as("other").suppressions().of(Channel.EMAIL, "ann@example.com"));
        assertEquals(
                List.of("tom@example.com", "eva@example.com"),
                crm.suppressions()
                        .unsuppressed(
                                Channel.EMAIL,
                                List.of("tom@example.com", "ANN@EXAMPLE.COM", "eva@example.com", "tom@example.com")));
        assertEquals(
                "address must be one of the channel: channel = PHONE",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> crm.suppressions().suppress(Channel.PHONE, "none", SuppressionReason.OBJECTED))
                        .getMessage());
    }

    @Test
    void saysThatTheSecretIsMissing() {
        var without = Crm.builder().stores(stores).clock(clock).build().as(new Actor(new TenantId("acme"), "eva"));
        assertEquals(
                "suppressionKey must be given to Crm.builder() to tell which addresses are suppressed",
                assertThrows(
                                IllegalStateException.class,
                                () -> without.consents().mayContact(ann, Channel.EMAIL, NEWS, NOON))
                        .getMessage());
    }
}
