package io.crmkit.metrics.team;

import static io.crmkit.metrics.team.TeamFixture.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.metrics.ReferenceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FalseDiscoveryRateTest {

    private static final double TOLERANCE = 1e-14;

    @Test
    void agreesWithEveryReferenceValue() throws IOException {
        Map<String, List<double[]>> sets = new TreeMap<>();
        for (Map<String, String> row : ReferenceFile.rows("p_adjust.csv")) {
            sets.computeIfAbsent(String.valueOf(row.get("set")), set -> new ArrayList<>())
                    .add(new double[] {ReferenceFile.number(row, "p"), ReferenceFile.number(row, "bh")});
        }
        sets.forEach((set, pairs) -> assertArrayEquals(
                pairs.stream().mapToDouble(pair -> pair[1]).toArray(),
                FalseDiscoveryRate.benjaminiHochberg(
                        pairs.stream().mapToDouble(pair -> pair[0]).toArray()),
                TOLERANCE,
                set));
        assertEquals(7, sets.size());
    }

    // R: p.adjust(p, "BH")
    @Test
    void adjustsTiesZerosAndUnsortedValues() {
        assertAdjusted(new double[] {0.03, 0.03, 0.06, 0.06, 0.6, 1}, 0.01, 0.01, 0.04, 0.04, 0.5, 1);
        assertAdjusted(new double[] {0, 0, 0.8 / 3, 1}, 0, 0, 0.2, 1);
        assertAdjusted(new double[] {0, 0}, -0.0, 0.0);
        assertAdjusted(new double[] {0.9, 0.006, 0.45, 0.04, 0.04, 0.72}, 0.9, 0.001, 0.3, 0.02, 0.02, 0.6);
        assertAdjusted(new double[] {0.05, 0.05, 0.05, 0.05, 0.05}, 0.01, 0.02, 0.03, 0.04, 0.05);
    }

    @Test
    void leavesOneValueAloneAndNoneToo() {
        assertAdjusted(new double[] {0.03}, 0.03);
        assertAdjusted(new double[] {});
    }

    @Test
    void leavesItsInputUntouched() {
        double[] values = {0.9, 0.1};
        FalseDiscoveryRate.benjaminiHochberg(values);

        assertArrayEquals(new double[] {0.9, 0.1}, values);
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertEquals("p value must be between 0 and 1: values[1] = NaN", refused(0.5, Double.NaN));
        assertEquals("p value must be between 0 and 1: values[0] = -0.1", refused(-0.1));
        assertEquals("p value must be between 0 and 1: values[2] = 1.1", refused(0, 1, 1.1));
    }

    private static String refused(double... values) {
        return refusal(() -> FalseDiscoveryRate.benjaminiHochberg(values));
    }

    private static void assertAdjusted(double[] expected, double... values) {
        assertArrayEquals(expected, FalseDiscoveryRate.benjaminiHochberg(values), TOLERANCE);
    }
}
