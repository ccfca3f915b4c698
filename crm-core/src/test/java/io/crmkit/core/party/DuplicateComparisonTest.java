package io.crmkit.core.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.value.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks for two records being the same, and how much. */
class DuplicateComparisonTest {

    private static final double EXACT = 1e-12;

    private final DuplicateComparison comparison =
            new DuplicateComparison(DuplicatePolicy.DEFAULT, phone -> phone.startsWith("+") ? phone : null);

    private static DuplicateProfile lead(
            @Nullable String person, @Nullable String company, @Nullable String email, @Nullable String phone) {
        return new DuplicateProfile(
                DuplicateKind.LEAD,
                UUID.randomUUID(),
                person,
                company,
                email == null ? Set.of() : Set.of(new EmailAddress(email)),
                phone == null ? Set.of() : Set.of(phone));
    }

    /* the first six from W. Winkler (1990), table of examples as reprinted by the Census Bureau, to three digits */
    @ParameterizedTest
    @CsvSource({
        "MARTHA, MARHTA, 0.961",
        "DIXON, DICKSONX, 0.813",
        "DWAYNE, DUANE, 0.840",
        "SHACKLEFORD, SHACKELFORD, 0.982",
        "NICHLESON, NICHULSON, 0.956",
        "JONES, JOHNSON, 0.832",
        "ABC, XYZ, 0",
        "'', '', 1",
        "A, '', 0"
    })
    void likenessIsJaroWinklers(String one, String other, double likeness) {
        assertEquals(likeness, JaroWinkler.similarity(one, other), 0.0005);
    }

    @Property(tries = 300)
    void likenessIsBetweenZeroAndOneAndOneForEqualTexts(@ForAll String one, @ForAll String other) {
        double likeness = JaroWinkler.similarity(one, other);
        assertTrue(likeness >= 0 && likeness <= 1, one + " " + other + " " + likeness);
        assertEquals(1, JaroWinkler.similarity(one, one), EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "Rossi S.r.l., ROSSI SRL",
        "M\u00fcller & S\u00f6hne GmbH, muller sohne",
        "Stra\u00dfe AG, strasse",
        "\u0141\u00f3d\u017a Sp.z.o.o., lodz",
        "L'Oreal S.A., Loreal",
        "ACME Holding Ltd., acme holding limited"
    })
    void legalFormsAccentsAndCaseMakeNoOtherCompany(String one, String other) {
        assertEquals(DuplicateNames.companyWords(one), DuplicateNames.companyWords(other));
    }

    @Test
    void aCompanyCalledByALegalFormAloneKeepsItsName() {
        assertEquals(List.of("se"), DuplicateNames.companyWords("SE"));
        assertEquals(List.of("!?"), DuplicateNames.words("!?"));
    }

    @Test
    void theScoreTellsEachPieceOfEvidenceItsWeightAndBothValues() {
        DuplicateProfile mine = lead("Eva Huber", "Graz Pumps GmbH", "eva@graz-pumps.at", "+43316123456");
        DuplicateProfile theirs = lead("Huber Eva", "GRAZ PUMPS", "Eva@Graz-Pumps.at", "0316 123456");
        DuplicateScore score = comparison.score(mine, theirs);
        assertEquals(
                List.of(
                        new DuplicateFinding(DuplicateEvidence.EMAIL, 1, 13, "eva@graz-pumps.at", "Eva@Graz-Pumps.at"),
                        new DuplicateFinding(DuplicateEvidence.PERSON_NAME, 1, 9, "Eva Huber", "Huber Eva"),
                        new DuplicateFinding(DuplicateEvidence.EMPLOYER, 1, 4, "Graz Pumps GmbH", "GRAZ PUMPS")),
                score.findings());
        assertEquals(26, score.total(), EXACT);
        assertTrue(comparison.isLikely(score));
    }

    @Test
    void colleaguesAtOneSwitchboardAreNotTheSame() {
        DuplicateProfile mine = lead("Eva Huber", "Graz Pumps", "eva@graz-pumps.at", "+43316123456");
        DuplicateProfile theirs = lead("Karl Maier", "Graz Pumps", "karl@graz-pumps.at", "+43316123456");
        assertFalse(comparison.isLikely(comparison.score(mine, theirs)));
    }

    @Test
    void aFreeMailDomainSaysNothing() {
        DuplicateProfile mine = lead("Eva Huber", null, "eva@gmail.com", null);
        DuplicateProfile theirs = lead("Eva Huber", null, "huber@GMail.com", null);
        assertFalse(comparison.score(mine, theirs).findings().stream()
                .anyMatch(finding -> finding.evidence() == DuplicateEvidence.EMAIL_DOMAIN));
        assertFalse(comparison.policy().keys(mine).contains("d:gmail.com"));
        assertTrue(DuplicateKeys.of(mine).contains("d:gmail.com"));
    }

    @Test
    void aMissingValueSpeaksNeitherWay() {
        DuplicateScore score = comparison.score(lead("Eva Huber", null, null, "0316 1"), lead(null, "Graz", null, "1"));
        assertEquals(List.of(), score.findings());
        assertEquals(0, score.total(), 0);
    }

    @Test
    void likenessIsWorthItsShareOfTheWayFromDisagreementToAgreement() {
        DuplicateWeight weight = new DuplicateWeight(9, -11, 0.8);
        assertEquals(-11, weight.of(0.8), EXACT);
        assertEquals(-1, weight.of(0.9), EXACT);
        assertEquals(9, weight.of(1), EXACT);
    }

    @Test
    void keysAreThoseOfTheDefinition() {
        assertEquals(
                Set.of("d:x.at", "e:eva@x.at", "p:6123456", "n:eva+hub", "c:gra+pum", "j:grazpu"),
                DuplicateKeys.of(lead("Eva Huber", "Graz Pumps GmbH", "Eva@x.at", "+43 (316) 123-456")));
        assertEquals(Set.of("c:voest", "j:voesta"), DuplicateKeys.of(lead(null, "Voestalpine AG", null, "12345")));
    }

    @Test
    void badInputIsNamed() {
        assertEquals("agreement must be 0 to 100 bits: agreement = -1.0", message(() -> new DuplicateWeight(-1, 0, 0)));
        assertEquals(
                "disagreement must be -100 to 0 bits: disagreement = NaN",
                message(() -> new DuplicateWeight(1, Double.NaN, 0)));
        assertEquals(
                "leastLikeness must be 0 to less than 1: leastLikeness = 1.0",
                message(() -> new DuplicateWeight(1, 0, 1)));
        assertEquals(
                "threshold must be over 0 bits: threshold = 0.0",
                message(() -> DuplicatePolicy.DEFAULT.withThreshold(0)));
        assertEquals(
                "mostSharing must be 1 to 1000: mostSharing = 0",
                message(() -> new DuplicatePolicy(Map.of(), 1, Set.of(), 0)));
    }

    private static String message(org.junit.jupiter.api.function.Executable bad) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, bad).getMessage());
    }
}
