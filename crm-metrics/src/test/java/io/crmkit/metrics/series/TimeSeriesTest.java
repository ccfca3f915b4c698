package io.crmkit.metrics.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TimeSeriesTest {

    @Test
    void valuesAreCopiedInAndOut() {
        double[] values = {1, 2, 3};
        TimeSeries series = TimeSeries.of(12, values);
        values[0] = 9;
        series.values()[1] = 9;

        assertArrayEquals(new double[] {1, 2, 3}, series.values());
        assertEquals(2, series.value(1));
        assertEquals("3 values, season 12", series.toString());
    }

    @Test
    void seriesAreEqualByValuesAndSeason() {
        assertEquals(TimeSeries.of(4, 1, 2), TimeSeries.of(4, 1, 2));
        assertEquals(TimeSeries.of(4, 1, 2).hashCode(), TimeSeries.of(4, 1, 2).hashCode());
        assertNotEquals(TimeSeries.of(4, 1, 2), TimeSeries.of(1, 1, 2));
        assertNotEquals(TimeSeries.of(4, 1, 2), TimeSeries.of(4, 1, 3));
        assertEquals(TimeSeries.of(4, 1), TimeSeries.of(4, 1, 3).first(1));
    }

    @Test
    void gapsAndBadSeasonsAreRefused() {
        assertMessage(
                "values must be numbers of at most 1e50 in size, with no gaps: values[1] = NaN",
                () -> TimeSeries.of(1, 1, Double.NaN));
        assertMessage(
                "values must be numbers of at most 1e50 in size, with no gaps: values[0] = Infinity",
                () -> TimeSeries.of(1, Double.POSITIVE_INFINITY));
        assertMessage("season must be positive: season = 0", () -> TimeSeries.of(0, 1));
        assertMessage(
                "length must be between 0 and 1: length = 2",
                () -> TimeSeries.of(1, 1).first(2));
    }

    static void assertMessage(String message, Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
