package io.crmkit.core.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ConsentTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final TenantId ACME = new TenantId("acme");
    private static final ConsentScope SCOPE = new ConsentScope(
            new PersonId(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057")), Channel.EMAIL, "newsletter");

    private static Consent in(ConsentState state) {
        return new Consent(
                ConsentId.of(ACME, SCOPE),
                Revision.NONE,
                SCOPE,
                LawfulBasis.CONSENT,
                state,
                ConsentProof.NONE,
                ConsentTimes.NONE);
    }

    private static Consent moved(Consent consent, ConsentState to) {
        return switch (to) {
            case REQUESTED -> consent.requested(ConsentProof.NONE, NOON, NOON.plusSeconds(60));
            case GIVEN -> consent.given(LawfulBasis.CONSENT, ConsentProof.NONE, NOON, null);
            case WITHDRAWN -> consent.withdrawn(NOON);
            case EXPIRED -> consent.expired();
        };
    }

    @Property
    void goesOnlyWhereItsStateMayGo(@ForAll ConsentState from, @ForAll ConsentState to) {
        if (from.canBecome(to)) {
            assertEquals(to, moved(in(from), to).state());
        } else {
            assertEquals(
                    "consent must not go from " + from + " to " + to + ": consent = 'newsletter' by EMAIL to "
                            + SCOPE.person(),
                    refused(() -> moved(in(from), to)));
        }
    }

    /* the transitions as the Javadoc has them, and the only four that are closed */
    @Test
    void closesFourTransitionsOfSixteen() {
        List<String> closed = Stream.of(ConsentState.values())
                .flatMap(from -> Stream.of(ConsentState.values())
                        .filter(to -> !from.canBecome(to))
                        .map(to -> from + " " + to))
                .toList();
        assertEquals(List.of("GIVEN REQUESTED", "WITHDRAWN WITHDRAWN", "WITHDRAWN EXPIRED", "EXPIRED EXPIRED"), closed);
    }

    @Test
    void isInTheStateThatItsInstantsSay() {
        Instant end = NOON.plusSeconds(100);
        Consent asked = in(ConsentState.EXPIRED).requested(ConsentProof.NONE, NOON, NOON.plusSeconds(60));
        assertEquals(Optional.empty(), asked.stateAt(NOON.minusNanos(1_000)));
        assertEquals(Optional.of(ConsentState.REQUESTED), asked.stateAt(NOON));
        assertEquals(Optional.of(ConsentState.EXPIRED), asked.stateAt(NOON.plusSeconds(60)));
        Consent confirmed = asked.confirmed(NOON.plusSeconds(10));
        assertEquals(Optional.of(ConsentState.REQUESTED), confirmed.stateAt(NOON.plusSeconds(9)));
        assertEquals(Optional.of(ConsentState.GIVEN), confirmed.stateAt(NOON.plusSeconds(60)));
        Consent given = in(ConsentState.WITHDRAWN).given(LawfulBasis.CONTRACT, ConsentProof.NONE, NOON, end);
        assertEquals(Optional.empty(), given.stateAt(NOON.minusSeconds(1)));
        assertEquals(Optional.of(ConsentState.GIVEN), given.stateAt(end.minusNanos(1_000)));
        assertEquals(Optional.of(ConsentState.EXPIRED), given.stateAt(end));
        Consent withdrawn = given.withdrawn(NOON.plusSeconds(5));
        assertEquals(Optional.of(ConsentState.GIVEN), withdrawn.stateAt(NOON.plusSeconds(4)));
        assertEquals(Optional.of(ConsentState.WITHDRAWN), withdrawn.stateAt(end));
        assertEquals(Optional.empty(), in(ConsentState.GIVEN).stateAt(end));
    }

    @Test
    void thereIsOneIdentityForATenantAndScope() {
        ConsentId id = ConsentId.of(ACME, SCOPE);
        assertEquals(id, ConsentId.of(ACME, SCOPE));
        assertEquals(8, id.value().version());
        assertEquals(2, id.value().variant());
        List<ConsentId> others = List.of(
                ConsentId.of(new TenantId("other"), SCOPE),
                ConsentId.of(ACME, new ConsentScope(new PersonId(UUID.randomUUID()), Channel.EMAIL, "newsletter")),
                ConsentId.of(ACME, new ConsentScope(SCOPE.person(), Channel.SMS, "newsletter")),
                ConsentId.of(ACME, new ConsentScope(SCOPE.person(), Channel.EMAIL, "Newsletter")));
        assertEquals(5, Stream.concat(Stream.of(id), others.stream()).distinct().count());
    }

    @Test
    void refusesTextsThatBreakTheirRules() {
        assertEquals("purpose must not be blank", refused(() -> new ConsentScope(SCOPE.person(), Channel.EMAIL, " ")));
        assertEquals(
                "source must be at most 200 characters, not 201",
                refused(() -> new ConsentProof("x".repeat(201), null, null)));
        assertEquals(
                "evidence must be at most 1000 characters, not 1001",
                refused(() -> new ConsentProof(null, "x".repeat(1_001), null)));
        assertEquals(
                "tokenHash must be 64 hexadecimal digits: 5 characters",
                refused(() -> new ConsentProof(null, null, "token")));
    }

    private static String refused(Executable making) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, making).getMessage());
    }
}
