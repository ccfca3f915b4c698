package io.crmkit.metrics.team;

import static io.crmkit.metrics.team.TeamFixture.refusal;
import static io.crmkit.metrics.team.TeamFixture.seller;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.Proportion;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CaseMixTest {

    private static final Map<String, List<SellerCount>> PARADOX = Map.of(
            "easy", List.of(seller("Anna", 8, 10), seller("Bruno", 60, 90)),
            "hard", List.of(seller("Anna", 20, 90), seller("Bruno", 1, 10)));

    @Test
    void turnsRoundWhatTheSumsSay() {
        List<CaseMixFinding> findings = CaseMix.of(PARADOX);
        CaseMixFinding anna = findings.get(0);

        assertEquals("Anna", anna.seller());
        assertEquals(28, anna.observed());
        assertEquals(10 * 60.0 / 90 + 90 * 0.1, anna.expected(), 1e-12);
        assertTrue(anna.ratio().orElseThrow() > 1.7, "though 28 of 100 looks worse than 61 of 100");
        assertTrue(findings.get(1).ratio().orElseThrow() < 1);
        assertEquals(100, anna.trials());
        assertEquals(anna.pValue(), findings.get(1).pValue(), 1e-12, "each is the other's rest");
    }

    @Test
    void isFishersTestInOneSegment() {
        CaseMixFinding anna = CaseMix.of(Map.of("all", List.of(seller("Anna", 3, 4), seller("Bruno", 2, 11))))
                .get(0);

        assertEquals(FisherExact.pValue(Proportion.of(3, 4), Proportion.of(2, 11)), anna.pValue(), 1e-12);
    }

    // two segments of one success in two trials each: the number of Anna's is 0, 1, 2 with 1/4, 1/2, 1/4
    @Test
    void addsTheSegmentsCounts() {
        Map<String, List<SellerCount>> pairs = Map.of(
                "a", List.of(seller("Anna", 1, 1), seller("Bruno", 0, 1)),
                "b", List.of(seller("Anna", 1, 1), seller("Bruno", 0, 1)));

        assertEquals(0.5, CaseMix.of(pairs).get(0).pValue(), 1e-12);
        assertEquals(0, CaseMix.of(pairs).get(0).expected());
        assertEquals(OptionalDouble.empty(), CaseMix.of(pairs).get(0).ratio());
        assertEquals(Verdict.NOT_ENOUGH_DATA, CaseMix.of(pairs).get(0).verdict());
    }

    @Test
    void leavesOutAndNamesASegmentThatNobodyElseWorked() {
        Map<String, List<SellerCount>> counts = Map.of(
                "shared", List.of(seller("Anna", 5, 10), seller("Bruno", 5, 10)),
                "hers", List.of(seller("Anna", 9, 9)));
        CaseMixFinding anna = CaseMix.of(counts).get(0);

        assertEquals(List.of("hers"), anna.leftOut());
        assertEquals(10, anna.trials());
        CaseMixFinding alone = CaseMix.of(
                        Map.of("a", List.of(seller("Anna", 5, 10)), "b", List.of(seller("Bruno", 5, 10))))
                .get(0);
        assertEquals(0, alone.trials());
        assertEquals(1, alone.pValue());
        assertEquals(Verdict.NOT_ENOUGH_DATA, alone.verdict());
    }

    @Test
    void addsUpASellerNamedTwiceInASegment() {
        CaseMixFinding anna = CaseMix.of(
                        Map.of("a", List.of(seller("Anna", 1, 2), seller("Anna", 2, 3), seller("Bruno", 1, 4))))
                .get(0);

        assertEquals(5, anna.trials());
        assertEquals(3, anna.observed());
        assertEquals(1.25, anna.expected(), 1e-12);
    }

    @Test
    void namesWhoIsBelowAndAboveForTheirCases() {
        Map<String, List<SellerCount>> counts = Map.of(
                "easy",
                List.of(
                        seller("Anna", 40, 100),
                        seller("Bruno", 60, 100),
                        seller("Carla", 61, 100),
                        seller("Dora", 80, 100)),
                "hard",
                List.of(
                        seller("Anna", 2, 100),
                        seller("Bruno", 20, 100),
                        seller("Carla", 21, 100),
                        seller("Dora", 40, 100)));

        assertEquals(
                List.of(Verdict.BELOW, Verdict.WITHIN, Verdict.WITHIN, Verdict.ABOVE),
                CaseMix.of(counts).stream().map(CaseMixFinding::verdict).toList());
    }

    @Test
    void findsNoGapSmallerThanATenth() {
        CaseMixFinding anna = CaseMix.of(
                        Map.of("a", List.of(seller("Anna", 2_300, 10_000), seller("Bruno", 25_000, 100_000))))
                .get(0);

        assertTrue(anna.adjustedPValue() < 0.01);
        assertEquals(Verdict.WITHIN, anna.verdict());
    }

    @Test
    void explainsAFinding() {
        CaseMixFinding anna = CaseMix.of(PARADOX).get(0);
        Explanation why = anna.explain();

        assertEquals("Anna is " + anna.verdict() + " for the cases worked", why.answer());
        assertEquals(OptionalDouble.of(28), why.term("observed"));
        assertEquals(OptionalDouble.of(anna.expected()), why.term("expected"));
        assertEquals(anna.ratio(), why.term("observed over expected"));
        assertEquals(OptionalDouble.of(anna.pValue()), why.term("p value"));
        assertEquals(OptionalDouble.of(anna.adjustedPValue()), why.term("adjusted p value"));
        assertEquals(OptionalDouble.of(0), why.term("segments left out"));
    }

    @Test
    void refusesATeamOfOne() {
        assertEquals(
                "sellers must be at least two, or there is nobody to compare with: sellers = [Anna]",
                refusal(() -> CaseMix.of(Map.of("a", List.of(seller("Anna", 1, 2))))));
        assertEquals(
                "sellers must be at least two, or there is nobody to compare with: sellers = []",
                refusal(() -> CaseMix.of(Map.of())));
    }
}
