package io.crmkit.metrics.team;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The error rates that the comparison promises, on made teams whose truth is known. */
class SellerComparisonSimulationTest {

    private static final int MONTHS = 400;
    private static final int[] SIZES = {
        3, 5, 8, 12, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 140, 160, 170, 180, 190, 200
    };

    @ParameterizedTest
    @ValueSource(ints = {3, 12, 40, 100, 200})
    void leavesTwentyEqualSellersAlone(int trials) {
        SplittableRandom random = new SplittableRandom(20_260_101L + trials);
        double flagged = share(() -> anyFound(
                equal(random, IntStream.generate(() -> trials).limit(20).toArray())));
        assertTrue(flagged <= 0.10, () -> "months with a finding: " + flagged);
    }

    @Test
    void leavesEqualSellersOfUnequalTrialsAlone() {
        SplittableRandom random = new SplittableRandom(20_260_201L);
        double flagged = share(() -> anyFound(equal(random, SIZES)));
        assertTrue(flagged <= 0.10, () -> "months with a finding: " + flagged);
    }

    @Test
    void findsOneWeakSellerOfTwenty() {
        SplittableRandom random = new SplittableRandom(20_260_301L);
        double power = share(() -> {
            List<SellerCount> sellers =
                    equal(random, IntStream.generate(() -> 100).limit(19).toArray());
            sellers.add(TeamFixture.random(random, 0.10, 100));
            return SellerComparison.of(sellers).get(19).verdict() == Verdict.BELOW;
        });
        assertTrue(power >= 0.85, () -> "power: " + power);
    }

    @Test
    void needsTheTrialsItSays() {
        SplittableRandom random = new SplittableRandom(20_260_401L);
        double power = share(() -> {
            List<SellerCount> sellers =
                    equal(random, IntStream.generate(() -> 100).limit(19).toArray());
            sellers.add(TeamFixture.random(random, 0.125, 157));
            return SellerComparison.of(sellers).get(19).verdict() == Verdict.BELOW;
        });
        assertTrue(power >= 0.75 && power <= 0.92, () -> "power: " + power);
    }

    private static List<SellerCount> equal(SplittableRandom random, int[] trials) {
        List<SellerCount> sellers = new ArrayList<>();
        for (int n : trials) {
            sellers.add(TeamFixture.random(random, 0.25, n));
        }
        return sellers;
    }

    private static boolean anyFound(List<SellerCount> sellers) {
        return SellerComparison.of(sellers).stream()
                .anyMatch(finding -> finding.verdict() == Verdict.BELOW || finding.verdict() == Verdict.ABOVE);
    }

    private static double share(java.util.function.BooleanSupplier month) {
        int found = 0;
        for (int i = 0; i < MONTHS; i++) {
            found += month.getAsBoolean() ? 1 : 0;
        }
        return (double) found / MONTHS;
    }
}
