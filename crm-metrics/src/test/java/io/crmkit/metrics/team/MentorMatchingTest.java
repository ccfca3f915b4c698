package io.crmkit.metrics.team;

import static io.crmkit.metrics.team.TeamFixture.refusal;
import static io.crmkit.metrics.team.TeamFixture.team;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Explanation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MentorMatchingTest {

    /** s0 is far below, s1 far above, s2 above; the rest are alike. */
    private static final String CONTRAST = "10/100 50/100 40/100 25/100 25/100 26/100 24/100 25/100 27/100 23/100";

    private static List<String> pairs(MentorPlan plan) {
        return plan.pairs().stream()
                .map(pair -> pair.mentee().count().seller() + "<-"
                        + pair.mentor().count().seller())
                .toList();
    }

    @Test
    void findsNobodyToHelpAmongMavensSellers() {
        MentorPlan plan = MentorMatching.of(RealTeams.sellers("maven"));

        assertEquals(List.of(), plan.pairs());
        assertEquals(Map.of(), plan.unmatched());
        assertEquals(Optional.of(NoMentor.NO_EVIDENCE_OF_DIFFERENCE), plan.reason());
    }

    @Test
    void saysWhereThereIsTooLittleToSee() {
        MentorPlan plan = MentorMatching.of(team("0/3 2/4 1/3 0/4"));

        assertEquals(Optional.of(NoMentor.TOO_FEW_OBSERVATIONS), plan.reason());
    }

    @Test
    void bringsTheBestColleagueToTheOneWhoStruggles() {
        MentorPlan plan = MentorMatching.of(team(CONTRAST));
        MentorPair pair = plan.pairs().get(0);

        assertEquals(List.of("s0<-s1"), pairs(plan));
        assertEquals(Optional.empty(), plan.reason());
        assertTrue(pair.probabilityBetter() > 0.999);
        double gap = pair.mentor().shrunken().rate() - pair.mentee().shrunken().rate();
        assertEquals(0.5 * gap * 100, pair.benefit(), 1e-12);
        assertTrue(pair.benefit() > 8 && pair.benefit() < 20, () -> "shrunken: " + pair.benefit());
    }

    @Test
    void countsTheBenefitInWhatASuccessIsWorth() {
        double usual = MentorMatching.of(team(CONTRAST)).pairs().get(0).benefit();
        double whole = MentorMatching.of(team(CONTRAST), new MentorOptions(1, 1, 300))
                .pairs()
                .get(0)
                .benefit();

        assertEquals(usual * 2 * 300, whole, 1e-9);
    }

    @Test
    void sharesMentorsOutSoThatAllGainMost() {
        // s0 and s1 struggle, s2 is the best, s3 next
        String two = "10/100 12/200 55/100 50/100 30/100 30/100 31/100 29/100 30/100 32/100 28/100 30/100";
        MentorPlan one = MentorMatching.of(team(two));
        MentorPlan both = MentorMatching.of(team(two), new MentorOptions(2, 0.5, 1));

        assertEquals(List.of("s0<-s3", "s1<-s2"), pairs(one), "the one with more trials gains more from the best");
        assertEquals(List.of("s0<-s2", "s1<-s2"), pairs(both));
    }

    @Test
    void saysWhoHasNobodyAndWhy() {
        String two = "10/100 12/200 55/100 30/100 30/100 31/100 29/100 30/100 32/100 28/100 30/100 30/100";
        MentorPlan scarce = MentorMatching.of(team(two));

        assertEquals(List.of("s1<-s2"), pairs(scarce));
        assertEquals(Map.of("s0", NoMentor.NO_CAPACITY), scarce.unmatched());
        MentorPlan alone = MentorMatching.of(team("10/400 9/20 9/20 8/20 9/20 8/20 9/20 9/20 8/20"));
        assertEquals(Optional.empty(), alone.reason());
        assertTrue(alone.pairs().size() + alone.unmatched().size() == 1);
    }

    @Test
    void explainsAPair() {
        MentorPair pair = MentorMatching.of(team(CONTRAST)).pairs().get(0);
        Explanation why = pair.explain();

        assertEquals("s1 as mentor of s0", why.answer());
        assertEquals(OptionalDouble.of(0.1), why.term("mentee's rate"));
        assertEquals(OptionalDouble.of(0.5), why.term("mentor's rate"));
        assertEquals(OptionalDouble.of(pair.mentee().shrunken().rate()), why.term("mentee's shrunken rate"));
        assertEquals(OptionalDouble.of(pair.mentor().shrunken().rate()), why.term("mentor's shrunken rate"));
        assertEquals(OptionalDouble.of(100), why.term("mentee's trials"));
        assertEquals(OptionalDouble.of(pair.benefit()), why.term("benefit"));
        assertTrue(why.term("probability that the mentor is better").orElseThrow() >= MentorMatching.CLEARLY_BETTER);
        assertTrue(why.term("probability that the mentor is above").orElseThrow() >= MentorMatching.CLEARLY_ABOVE);
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertEquals("capacity must be at least 1: capacity = 0", refusal(() -> new MentorOptions(0, 1, 1)));
        for (double share : new double[] {0, 1.5, Double.NaN}) {
            assertEquals(
                    "gapClosed must be greater than 0 and at most 1: gapClosed = " + share,
                    refusal(() -> new MentorOptions(1, share, 1)));
        }
        for (double worth : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "worth must be positive and finite: worth = " + worth,
                    refusal(() -> new MentorOptions(1, 1, worth)));
        }
    }
}
