package io.crmkit.metrics.team;

import static io.crmkit.metrics.team.TeamFixture.refusal;
import static io.crmkit.metrics.team.TeamFixture.team;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.ReferenceFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomogeneityTest {

    private static final long SEED = 20_261_123L;

    // R: chisq.test on the two columns, and Tarone (1979)
    @ParameterizedTest
    @CsvSource({
        "maven,   29, 33.347711799255144, 0.2639369797718254,    0.22412051014916015",
        "bpi2012, 52, 123.59198670679727, 9.1946579265778575e-08, 2.158605545387668"
    })
    void agreesWithR(String set, int freedom, double chiSquare, double pValue, double tarone) {
        Homogeneity team = Homogeneity.of(RealTeams.sellers(set));

        assertEquals(freedom, team.degreesOfFreedom());
        assertEquals(chiSquare, team.chiSquare(), 1e-11);
        assertEquals(pValue, team.pValue(), 1e-13);
        assertEquals(tarone, team.tarone(), 1e-12);
    }

    @Test
    void agreesWithTheReferenceFile() throws IOException {
        for (Map<String, String> row : ReferenceFile.rows("overdispersion.csv")) {
            String set = String.valueOf(row.get("set"));
            if (!set.equals("seed_like")) {
                Homogeneity team = Homogeneity.of(RealTeams.sellers(set));

                assertEquals(ReferenceFile.number(row, "chisq"), team.chiSquare(), 1e-11, set);
                assertEquals(ReferenceFile.number(row, "tarone_z"), team.tarone(), 1e-12, set);
            }
        }
    }

    @Test
    void dealsSuccessesOutAtRandomWhereTrialsAreFew() {
        // two sellers, 3 of 4 and 2 of 11: with the sums kept, as great a difference has Fisher's probability
        Homogeneity few = Homogeneity.of(team("3/4 2/11"));
        assertEquals(0.0769, few.monteCarloPValue(SEED, 99_999), 0.003);
        assertEquals(few.monteCarloPValue(SEED, 999), few.monteCarloPValue(SEED, 999));
        assertEquals(1, Homogeneity.of(team("2/4 2/4")).monteCarloPValue(SEED, 99));
    }

    @Test
    void agreesWithTheAsymptoticTestWhereTrialsAreMany() {
        Homogeneity maven = Homogeneity.of(RealTeams.sellers("maven"));

        assertEquals(maven.pValue(), maven.monteCarloPValue(SEED, 9_999), 0.015);
        assertEquals(1e-4, Homogeneity.of(RealTeams.sellers("bpi2012")).monteCarloPValue(SEED, 9_999), 1e-12);
    }

    @Test
    void saysNothingWhereAllSucceedOrNone() {
        for (String counts : List.of("0/4 0/9", "4/4 9/9")) {
            Homogeneity uniform = Homogeneity.of(team(counts));

            assertEquals(0, uniform.chiSquare());
            assertEquals(0, uniform.tarone());
            assertEquals(1, uniform.pValue());
        }
        assertEquals(0, Homogeneity.of(team("1/1 0/1 1/1")).tarone(), "nobody has two trials");
    }

    @Test
    void leavesOutSellersWithoutTrials() {
        assertEquals(
                Homogeneity.of(team("3/4 2/11")).chiSquare(),
                Homogeneity.of(team("3/4 0/0 2/11")).chiSquare());
        assertEquals(1, Homogeneity.of(team("3/4 0/0 2/11")).degreesOfFreedom());
    }

    @Test
    void explainsBothTests() {
        Explanation why = Homogeneity.of(RealTeams.sellers("bpi2012")).explain();

        assertEquals(OptionalDouble.of(53), why.term("sellers with trials"));
        assertEquals(OptionalDouble.of(5_015), why.term("trials"));
        assertEquals(OptionalDouble.of(2_243), why.term("successes"));
        assertEquals(OptionalDouble.of(52), why.term("degrees of freedom"));
        assertEquals(123.59, why.term("chi-square").orElseThrow(), 0.01);
        assertEquals(2.1586, why.term("Tarone's z").orElseThrow(), 1e-4);
        assertTrue(why.term("p value").orElseThrow() < 1e-6);
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertEquals(
                "sellers must be at least two, or there is nobody to compare with: sellers = 1",
                refusal(() -> Homogeneity.of(team("1/2"))));
        assertEquals(
                "at least two sellers must have trials: sellers with trials = 1 of 2",
                refusal(() -> Homogeneity.of(team("1/2 0/0"))));
        assertEquals(
                "draws must be at least 1: draws = 0",
                refusal(() -> Homogeneity.of(team("1/2 1/3")).monteCarloPValue(SEED, 0)));
    }
}
