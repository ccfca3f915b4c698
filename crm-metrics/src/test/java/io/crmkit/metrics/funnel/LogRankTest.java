package io.crmkit.metrics.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogRankTest {

    private static LifeTable table(int events, double... times) {
        Outcome[] outcomes = new Outcome[times.length];
        Arrays.fill(outcomes, Outcome.OPEN);
        Arrays.fill(outcomes, 0, events, Outcome.WON);
        return LifeTable.of(times, outcomes);
    }

    private static final LifeTable TREATED =
            table(9, 6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35);
    private static final LifeTable PLACEBO =
            table(21, 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);

    // R: survdiff(Surv(time, status) ~ group) on Freireich et al. (1963) prints 16.8 on 1 degree of freedom, p = 4e-05
    @Test
    void agreesWithFreireich() {
        assertEquals(16.79, LogRank.chiSquare(TREATED, PLACEBO), 0.005);
        assertEquals(4.17e-5, LogRank.pValue(TREATED, PLACEBO), 0.005e-5);
        assertEquals(LogRank.chiSquare(TREATED, PLACEBO), LogRank.chiSquare(PLACEBO, TREATED), 1e-12);
    }

    @Test
    void seesNoDifferenceWhereThereIsNone() {
        assertEquals(0, LogRank.chiSquare(TREATED, TREATED), 1e-12);
        assertEquals(1, LogRank.pValue(table(0), PLACEBO), "nobody to compare with");
        assertEquals(1, LogRank.pValue(table(1, 3), table(0)));
        assertEquals(1, LogRank.pValue(table(0, 3, 4), table(0, 5)), "no wins");
    }
}
