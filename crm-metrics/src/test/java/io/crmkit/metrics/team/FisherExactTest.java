package io.crmkit.metrics.team;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.ReferenceFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherExactTest {

    private static double pValue(long x1, long n1, long x2, long n2) {
        return FisherExact.pValue(Proportion.of(x1, n1), Proportion.of(x2, n2));
    }

    @Test
    void agreesWithEveryReferenceRow() throws IOException {
        List<Map<String, String>> rows = ReferenceFile.rows("fisher_exact.csv");
        for (Map<String, String> row : rows) {
            long a = (long) ReferenceFile.number(row, "a");
            long b = (long) ReferenceFile.number(row, "b");
            long c = (long) ReferenceFile.number(row, "c");
            long d = (long) ReferenceFile.number(row, "d");

            assertEquals(ReferenceFile.number(row, "p_two_sided"), pValue(a, a + b, c, c + d), 1e-12, row::toString);
        }
        assertEquals(4, rows.size());
    }

    // R: fisher.test(rbind(c(3, 1), c(2, 9)))$p.value and fisher.test(rbind(c(0, 5), c(5, 0)))$p.value
    @ParameterizedTest
    @CsvSource({"3, 4, 2, 11, 0.076923076923077011", "0, 5, 5, 5, 0.0079365079365079395", "0, 0, 3, 9, 1"})
    void agreesWithR(long x1, long n1, long x2, long n2, double expected) {
        assertEquals(expected, pValue(x1, n1, x2, n2), 1e-12);
    }

    @Property(tries = 300)
    void agreesWithWholeNumbers(
            @ForAll @IntRange(min = 1, max = 60) int n1,
            @ForAll @IntRange(min = 1, max = 200) int n2,
            @ForAll @IntRange(max = 10_000) int a,
            @ForAll @IntRange(max = 10_000) int b) {
        int x1 = a % (n1 + 1);
        int x2 = b % (n2 + 1);

        assertEquals(exact(x1, n1, x2, n2), pValue(x1, n1, x2, n2), 1e-12);
        assertEquals(pValue(x1, n1, x2, n2), pValue(x2, n2, x1, n1), 1e-12, "whoever is looked at");
        assertEquals(pValue(x1, n1, x2, n2), pValue(n1 - x1, n1, n2 - x2, n2), 1e-12, "whatever is a success");
    }

    /** The sum of the ways of all tables at most as probable, over all ways. */
    private static double exact(int x1, int n1, int x2, int n2) {
        int successes = x1 + x2;
        BigInteger seen = ways(n1, x1).multiply(ways(n2, x2));
        BigInteger sum = BigInteger.ZERO;
        for (int k = Math.max(0, successes - n2); k <= Math.min(n1, successes); k++) {
            BigInteger ways = ways(n1, k).multiply(ways(n2, successes - k));
            sum = ways.compareTo(seen) <= 0 ? sum.add(ways) : sum;
        }
        return new BigDecimal(sum)
                .divide(new BigDecimal(ways(n1 + n2, successes)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigInteger ways(int n, int k) {
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }

    @Test
    void takesCountsBeyondAnInt() {
        assertEquals(1, pValue(2_500_000, 10_000_000, 1_000_000_000_000L, 4_000_000_000_000L), 1e-3);
        double far = pValue(2_400_000, 10_000_000, 1_000_000_000_000L, 4_000_000_000_000L);
        assertEquals(0, far, 1e-300);
    }
}
