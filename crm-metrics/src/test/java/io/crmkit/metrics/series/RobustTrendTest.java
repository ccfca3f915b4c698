package io.crmkit.metrics.series;

import static io.crmkit.metrics.series.TimeSeriesTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Caveat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RobustTrendTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int[] DAYS = {0, 7, 14, 22, 28, 35, 41, 49, 56, 63, 70, 78};
    private static final double[] WITH_ONE_OUTLIER = {10, 12, 11.5, 15, 14, 40, 16, 18, 17, 19.5, 21, 20};
    private static final double[] WITH_TIES = {3, 5, 4, 4, 6, 2, 5, 5, 3, 6, 7, 5, 4, 6};

    @Test
    void slopeAndItsIntervalEqualThoseOfScipy() {
        RobustTrend trend = trend(DAYS, WITH_ONE_OUTLIER);

        assertEquals(0.13514610389610388, trend.slope(), 1e-15);
        assertEquals(0.10714285714285714, trend.slopeLower(), 1e-15);
        assertEquals(0.16666666666666666, trend.slopeUpper(), 1e-15);
        assertEquals(0.0009744810873283095, trend.pValue(), 1e-15);
        assertFalse(trend.isNoise());
        // scipy's intercept is 11.364448051948052
        assertEquals(
                11.364448051948052 + 0.13514610389610388 * 100,
                trend.projectedTo(START.plusDays(100)).value(),
                1e-12);
    }

    @Test
    void tiesHaveTheNormalProbabilityWithBothCorrections() {
        RobustTrend trend = trend(null, WITH_TIES);

        assertEquals(1 / 6.0, trend.slope(), 1e-15);
        assertEquals(0, trend.slopeLower(), 1e-15);
        assertEquals(1 / 3.0, trend.slopeUpper(), 1e-15);
        // 26 rises more than falls, variance 950 / 3, by 30 digits
        assertEquals(0.16005734623194476, trend.pValue(), 1e-13);
        assertTrue(trend.isNoise());
    }

    @Test
    void projectionLeadsThroughTheMediansAndKeepsItsEndsInOrder() {
        RobustTrend trend = trend(DAYS, WITH_ONE_OUTLIER);
        double day = (35 + 41) / 2.0;
        double value = 16.5;

        TrendProjection ahead = trend.projectedTo(START.plusDays(100));
        assertEquals(value + 0.10714285714285714 * (100 - day), ahead.lower(), 1e-12);
        assertEquals(value + 0.16666666666666666 * (100 - day), ahead.upper(), 1e-12);
        assertEquals(START.plusDays(100), ahead.day());
        assertFalse(ahead.noise());
        TrendProjection back = trend.projectedTo(START);
        assertTrue(back.lower() < back.value() && back.value() < back.upper());
    }

    @Test
    void dayFarBeyondTheReadingsIsFlagged() {
        RobustTrend trend = trend(DAYS, WITH_ONE_OUTLIER);

        assertEquals(Set.of(), trend.projectedTo(START.plusDays(117)).caveats());
        assertEquals(
                Set.of(Caveat.EXTRAPOLATED),
                trend.projectedTo(START.plusDays(118)).caveats());
        assertEquals(
                Set.of(Caveat.SMALL_SAMPLE),
                trend(null, 1, 2, 3, 4, 5, 6, 7).projectedTo(START.plusDays(9)).caveats());
        assertEquals(
                Set.of(),
                trend(null, 1, 2, 3, 4, 5, 6, 7, 8)
                        .projectedTo(START.plusDays(9))
                        .caveats());
    }

    @Test
    void fewReadingsAreNoiseHoweverStraight() {
        assertEquals(1, trend(null, 1, 2).pValue());
        assertEquals(1 / 3.0, trend(null, 1, 2, 3).pValue(), 1e-15);
        assertTrue(trend(null, 1, 2, 3, 4).isNoise());
        assertEquals(1 / 60.0, trend(null, 1, 2, 3, 4, 5).pValue(), 1e-15);
        assertEquals(1 / 60.0, trend(null, 5, 4, 3, 2, 1).pValue(), 1e-15);
        assertEquals(1 / 3.0, trend(null, 1, 3, 2, 4).pValue(), 1e-15);
        assertEquals(Optional.empty(), RobustTrend.of(List.of()));
        assertEquals(Optional.empty(), RobustTrend.of(List.of(new Reading(START, 1))));
    }

    @Test
    void constantReadingsHaveNoSlopeAndAreNoise() {
        RobustTrend trend = trend(null, 4, 4, 4, 4, 4, 4, 4, 4, 4);

        assertEquals("0.0 per day, p = 1.0", trend.toString());
        assertEquals(4, trend.projectedTo(START.plusDays(10)).value());
        assertEquals(4, trend.projectedTo(START.plusDays(10)).upper());
    }

    @Test
    void pureNoiseIsCalledATrendAboutOnceInTwentyTimes() {
        Random random = new Random(3);
        int trends = 0;
        for (int run = 0; run < 2000; run++) {
            double[] values = random.doubles(run % 2 == 0 ? 12 : 40).toArray();
            trends += trend(null, values).isNoise() ? 0 : 1;
        }
        assertEquals(100, trends, 30);
    }

    @Test
    void badReadingsAreRefused() {
        assertMessage("value must be finite: value = NaN, day = 2024-01-01", () -> new Reading(START, Double.NaN));
        assertMessage(
                "readings must be of different days: day = 2024-01-01",
                () -> RobustTrend.of(List.of(new Reading(START, 1), new Reading(START, 2))));
    }

    @Property(tries = 200)
    void straightLineIsFoundInAnyOrderWithAFifthOfTheReadingsOff(
            @ForAll @IntRange(min = -50, max = 50) int slope, @ForAll long seed) {
        Random random = new Random(seed);
        List<Reading> readings = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            double odd = day % 5 == 2 ? 1000 * random.nextDouble() : 0;
            readings.add(new Reading(START.plusDays(day), 7 + slope * day + odd));
        }
        Collections.shuffle(readings, random);
        RobustTrend trend = RobustTrend.of(readings).orElseThrow();

        assertEquals(slope, trend.slope(), 1e-9);
        assertTrue(trend.slopeLower() <= trend.slope() && trend.slope() <= trend.slopeUpper());
    }

    private static RobustTrend trend(int @org.jspecify.annotations.Nullable [] days, double... values) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            readings.add(new Reading(START.plusDays(days == null ? i : days[i]), values[i]));
        }
        return RobustTrend.of(readings).orElseThrow();
    }
}
