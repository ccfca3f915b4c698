package io.crmkit.metrics.team;

import static io.crmkit.metrics.team.TeamFixture.refusal;
import static io.crmkit.metrics.team.TeamFixture.seller;
import static io.crmkit.metrics.team.TeamFixture.team;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SellerComparisonTest {

    private static List<Verdict> verdicts(List<SellerFinding> findings) {
        return findings.stream().map(SellerFinding::verdict).toList();
    }

    @Test
    void leavesMavensThirtySellersAlone() {
        List<SellerFinding> findings = SellerComparison.of(RealTeams.sellers("maven"));

        assertEquals(30, findings.size());
        assertTrue(findings.stream().noneMatch(finding -> isFound(finding.verdict())));
        assertTrue(findings.stream().filter(f -> f.pValue() < 0.05).count() >= 2, "whom a raw test would brand");
        assertTrue(findings.stream().allMatch(finding -> finding.adjustedPValue() > 0.3));
    }

    private static boolean isFound(Verdict verdict) {
        return verdict == Verdict.BELOW || verdict == Verdict.ABOVE;
    }

    @Test
    void findsThatAgentsOfBpi2012Differ() {
        List<SellerCount> agents = RealTeams.sellers("bpi2012");
        EmpiricalBayes fit = EmpiricalBayes.fit(agents);
        List<SellerFinding> findings = SellerComparison.of(agents);

        assertEquals(0.0082, fit.rho(), 0.00005);
        assertTrue(fit.pValue() < 0.01);
        assertTrue(findings.stream().anyMatch(finding -> finding.verdict() == Verdict.ABOVE));
        assertEquals(Verdict.ABOVE, findings.get(3).verdict(), "26 of 27");
    }

    @Test
    void comparesWithTheRestAndNotWithATeamThatContainsTheSeller() {
        SellerFinding finding =
                SellerComparison.of(team("5/50 15/50 15/50 15/50")).get(0);

        assertEquals(Proportion.of(45, 150), finding.rest());
        assertEquals(FisherExact.pValue(Proportion.of(5, 50), Proportion.of(45, 150)), finding.pValue());
    }

    @Test
    void namesWhoIsBelowAndAboveAndWhoIsNot() {
        assertEquals(
                List.of(Verdict.BELOW, Verdict.ABOVE, Verdict.WITHIN),
                verdicts(SellerComparison.of(
                                team("10/200 110/200 50/200 50/200 52/200 48/200 50/200 49/200 51/200 50/200")))
                        .subList(0, 3));
    }

    @Test
    void asksForMoreWhereTooLittleIsKnown() {
        List<SellerFinding> findings = SellerComparison.of(team("0/3 1/3 1/4 2/3"));

        assertTrue(verdicts(findings).stream().allMatch(verdict -> verdict == Verdict.NOT_ENOUGH_DATA));
        SellerFinding none = SellerComparison.of(team("0/0 25/100 25/100")).get(0);
        assertEquals(Verdict.NOT_ENOUGH_DATA, none.verdict());
        assertEquals(1, none.pValue());
        assertEquals(1, none.adjustedPValue());
        assertEquals(OptionalLong.of(none.moreTrials().orElseThrow()), none.moreTrials());
    }

    @Test
    void saysHowManyMoreTrialsWouldDecide() {
        // nineteen at 25 of 100, and one with 40 trials
        List<SellerCount> sellers = new ArrayList<>(team("10/40"));
        for (int i = 0; i < 19; i++) {
            sellers.add(seller("rest" + i, 25, 100));
        }
        SellerFinding finding = SellerComparison.of(sellers).get(0);
        long needed = new NeededTrials(Proportion.of(475, 1900), 20).trials().orElseThrow();

        assertEquals(Verdict.NOT_ENOUGH_DATA, finding.verdict());
        assertEquals(OptionalLong.of(needed - 40), finding.moreTrials());
        // z of 0.0025 and of 0.2: 2.807 sqrt(.1875 / n + .1875 / 1900) + .8416 sqrt(.109375 / n + .1875 / 1900) <= .125
        assertEquals(157, needed, "to find 12.5 % beside 25 %");
        assertEquals(OptionalLong.empty(), new NeededTrials(Proportion.of(0, 50), 20).trials(), "no rate below zero");
        assertEquals(OptionalLong.empty(), new NeededTrials(Proportion.of(1, 4), 20).trials(), "the rest is too small");
    }

    @Test
    void mirrorsWhereFailuresAreCounted() {
        List<SellerCount> sellers = team("30/300 75/300 80/300 150/300 72/300 77/300 74/300 76/300");
        List<SellerCount> failures = sellers.stream()
                .map(count -> seller(
                        count.seller(),
                        count.proportion().trials() - count.proportion().successes(),
                        count.proportion().trials()))
                .toList();
        List<SellerFinding> straight = SellerComparison.of(sellers);
        List<SellerFinding> mirrored = SellerComparison.of(failures);

        assertEquals(Verdict.BELOW, straight.get(0).verdict());
        assertEquals(Verdict.ABOVE, mirrored.get(0).verdict());
        assertEquals(Verdict.ABOVE, straight.get(3).verdict());
        assertEquals(Verdict.BELOW, mirrored.get(3).verdict());
        for (int i = 0; i < straight.size(); i++) {
            assertEquals(straight.get(i).pValue(), mirrored.get(i).pValue(), 1e-12);
        }
    }

    @Test
    void findsNoGapSmallerThanTheMargin() {
        // 23 % against 25 %, beyond doubt
        List<SellerCount> sellers = team("23000/100000 25000/100000 25000/100000 25000/100000");

        assertEquals(Verdict.WITHIN, SellerComparison.of(sellers, 0.1).get(0).verdict());
        assertEquals(Verdict.BELOW, SellerComparison.of(sellers, 0.05).get(0).verdict());
    }

    @Test
    void keepsTheErrorRateOverAllSteps() {
        List<SellerCount> odd = team("12/100 27/100 28/100 26/100 25/100 27/100 26/100 28/100 27/100 26/100");
        List<SellerCount> alike = team("50/100 51/100 50/100 49/100 50/100 50/100 51/100 49/100 50/100 50/100");
        Map<String, List<SellerFinding>> one = SellerComparison.ofSteps(Map.of("quote", odd), 0.1);
        Map<String, List<SellerFinding>> both =
                SellerComparison.ofSteps(new java.util.TreeMap<>(Map.of("call", alike, "quote", odd)), 0.1);

        assertEquals(SellerComparison.of(odd), one.get("quote"));
        assertEquals(List.of("call", "quote"), List.copyOf(both.keySet()));
        double alone = SellerComparison.of(odd).get(0).adjustedPValue();
        double among = both.getOrDefault("quote", List.of()).get(0).adjustedPValue();
        assertEquals(2 * alone, among, 1e-12, "the least of twenty p values, not of ten");
        assertEquals(Verdict.BELOW, SellerComparison.of(odd).get(0).verdict());
        assertEquals(
                SellerComparison.of(alike).get(3).rest(),
                both.getOrDefault("call", List.of()).get(3).rest());
    }

    @Test
    void explainsAVerdict() {
        SellerFinding finding =
                SellerComparison.of(team("10/40 25/100 25/100 25/100")).get(0);
        Explanation why = finding.explain();

        assertEquals("s0 is NOT_ENOUGH_DATA", why.answer());
        assertEquals(OptionalDouble.of(0.25), why.term("rate"));
        assertEquals(OptionalDouble.of(300), why.term("rest's trials"));
        assertEquals(OptionalDouble.of(75), why.term("rest's successes"));
        assertEquals(OptionalDouble.of(finding.pValue()), why.term("p value"));
        assertEquals(OptionalDouble.of(finding.adjustedPValue()), why.term("adjusted p value"));
        assertEquals(OptionalDouble.of(finding.shrunken().rate()), why.term("shrunken rate"));
        assertEquals(OptionalDouble.of(finding.probabilityBelow()), why.term("probability of being below the team"));
        assertEquals(finding.moreTrials().orElseThrow(), (long)
                why.term("more trials needed").orElseThrow());
        Explanation settled =
                SellerComparison.of(team("200/400 200/400 200/400")).get(0).explain();
        assertEquals(OptionalDouble.empty(), settled.term("more trials needed"));
    }

    @Test
    void explainsAnEstimate() {
        EmpiricalBayes fit = new EmpiricalBayes(Proportion.of(25, 100), 0.25, 0.05, 0, 0);
        Explanation why = fit.explain(seller("Anna", 1, 5));

        assertEquals("rate of Anna, drawn towards the team", why.answer());
        assertEquals(OptionalDouble.of(0.25), why.term("mean of the team"));
        assertEquals(OptionalDouble.of(0.05), why.term("rho"));
        assertEquals(5.0 / 24, why.term("weight of the own rate").orElseThrow(), 1e-15);
        assertEquals(5.75 / 24, why.term("shrunken rate").orElseThrow(), 1e-15);
        assertEquals(OptionalDouble.of(0.2), why.term("rate"));
    }

    @Test
    void judgesAMillionSellers() {
        List<SellerCount> sellers = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            sellers.add(seller("s" + i, i % 10 == 0 ? 6 : 5, 20));
        }
        List<SellerFinding> findings = SellerComparison.of(sellers);

        assertEquals(1_000_000, findings.size());
        assertEquals(sellers.get(999_999), findings.get(999_999).count());
        assertEquals(sellers.get(999_999), findings.get(999_999).shrunken().count());
        assertTrue(findings.stream().allMatch(finding -> finding.verdict() == Verdict.NOT_ENOUGH_DATA));
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertEquals(
                "sellers must be at least two, or there is nobody to compare with: sellers = 0",
                refusal(() -> SellerComparison.of(List.of())));
        assertEquals(
                "sellers must be at least two, or there is nobody to compare with: sellers = 1",
                refusal(() -> SellerComparison.ofSteps(Map.of("quote", team("1/2")), 0.1)));
        for (double margin : new double[] {-0.1, 1.1, Double.NaN}) {
            String message = "margin must be between 0 and 1: margin = " + margin;
            assertEquals(message, refusal(() -> SellerComparison.of(team("1/2 1/2"), margin)));
            assertEquals(message, refusal(() -> SellerComparison.ofSteps(Map.of(), margin)));
        }
        assertEquals(Map.of(), SellerComparison.ofSteps(Map.of(), 0.1));
    }
}
