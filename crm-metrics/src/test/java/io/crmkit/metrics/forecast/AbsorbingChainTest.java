package io.crmkit.metrics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class AbsorbingChainTest {

    private static final List<String> STAGES = List.of("Lead", "Meeting", "Quote", "Negotiation");
    private static final List<String> ENDS = List.of("won", "lost");
    private static final double[][] MOVES = {{0.3, 0.4, 0, 0}, {0, 0.2, 0.5, 0}, {0, 0.1, 0.3, 0.3}, {0, 0, 0.1, 0.2}};
    private static final double[][] ENDINGS = {{0, 0.3}, {0, 0.3}, {0.05, 0.25}, {0.5, 0.2}};
    private static final double TOLERANCE = 1e-12;

    private static final AbsorbingChain CHAIN = AbsorbingChain.of(STAGES, ENDS, MOVES, ENDINGS);

    // the fractions of ../shared/reference/absorbing_chain.json, from exact arithmetic
    @Test
    void agreesWithExactArithmetic() {
        double[][] visits = {
            {10 / 7.0, 265 / 336.0, 25 / 42.0, 25 / 112.0},
            {0, 265 / 192.0, 25 / 24.0, 25 / 64.0},
            {0, 5 / 24.0, 5 / 3.0, 5 / 8.0},
            {0, 5 / 192.0, 5 / 24.0, 85 / 64.0}
        };
        double[] won = {95 / 672.0, 95 / 384.0, 19 / 48.0, 259 / 384.0};
        double[] steps = {3.035714285714285714, 2.8125, 2.5, 1.5625};
        for (int i = 0; i < STAGES.size(); i++) {
            String stage = STAGES.get(i);
            for (int j = 0; j < STAGES.size(); j++) {
                assertEquals(visits[i][j], CHAIN.visits(stage, STAGES.get(j)), TOLERANCE);
            }
            assertEquals(won[i], CHAIN.probability(stage, "won"), TOLERANCE);
            assertEquals(1 - won[i], CHAIN.probability(stage, "lost"), TOLERANCE);
            assertEquals(steps[i], CHAIN.steps(stage), TOLERANCE);
        }
    }

    @Test
    void asksWhatABetterStepDoesToTheWholeWay() {
        AbsorbingChain better = CHAIN.withMove("Meeting", "Quote", 0.6);

        // 0.6 + 0.4 of what was 0.2 and 0.3 in 0.5: stays with 0.16, is lost with 0.24
        assertEquals(
                1 / 0.84,
                AbsorbingChain.of(List.of("Meeting"), List.of("on", "lost"), new double[][] {{0.16}}, new double[][] {
                            {0.6, 0.24}
                        })
                        .steps("Meeting"),
                TOLERANCE);
        assertEquals(true, better.probability("Lead", "won") > CHAIN.probability("Lead", "won"));
        assertEquals(1, better.probability("Lead", "won") + better.probability("Lead", "lost"), TOLERANCE);
        assertEquals(
                CHAIN.probability("Lead", "won"),
                CHAIN.withMove("Meeting", "Quote", 0.5).probability("Lead", "won"),
                TOLERANCE,
                "the same probability is the same chain");
    }

    @Test
    void refusesWhatIsNoChain() {
        assertEquals(
                "moves must have 1 columns: row 0 has 2",
                refusal(List.of("a"), ENDS, new double[][] {{0, 0}}, new double[][] {{1, 0}}));
        assertEquals(
                "endings must have a row per stage: rows = 2, stages = [a]",
                refusal(List.of("a"), ENDS, new double[][] {{0}}, new double[][] {{1, 0}, {1, 0}}));
        assertEquals(
                "stages and ends must be distinct: stages = [a, a], ends = [won, lost]",
                refusal(List.of("a", "a"), ENDS, new double[2][2], new double[][] {{1, 0}, {1, 0}}));
        assertEquals(
                "probabilities must be between 0 and 1: stage = a, probability = 1.5",
                refusal(List.of("a"), ENDS, new double[][] {{1.5}}, new double[][] {{0, 0}}));
        assertEquals(
                "probabilities of a stage must sum to 1: stage = a, sum = 0.75",
                refusal(List.of("a"), ENDS, new double[][] {{0.25}}, new double[][] {{0.25, 0.25}}));
        assertEquals(
                "every stage must be able to reach an end",
                refusal(List.of("a"), ENDS, new double[][] {{1}}, new double[][] {{0, 0}}));
    }

    @Test
    void refusesNamesItDoesNotKnow() {
        assertEquals(
                "stage must be one of [Lead, Meeting, Quote, Negotiation]: stage = Demo",
                assertThrows(IllegalArgumentException.class, () -> CHAIN.steps("Demo"))
                        .getMessage());
        assertEquals(
                "end must be one of [won, lost]: end = Won",
                assertThrows(IllegalArgumentException.class, () -> CHAIN.probability("Lead", "Won"))
                        .getMessage());
        assertEquals(
                "probability must be between 0 and 1, beside something else: from = Lead, to = Meeting, probability ="
                        + " 1.5, before = 0.4",
                assertThrows(IllegalArgumentException.class, () -> CHAIN.withMove("Lead", "Meeting", 1.5))
                        .getMessage());
    }

    private static String refusal(List<String> stages, List<String> ends, double[][] moves, double[][] endings) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> AbsorbingChain.of(stages, ends, moves, endings))
                        .getMessage());
    }
}
