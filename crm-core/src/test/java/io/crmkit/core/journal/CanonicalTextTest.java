package io.crmkit.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {

    @Property
    void writesInstantsAsTheyWriteThemselves(
            @ForAll @LongRange(min = -100_000_000_000L, max = 300_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999) int micros) {
        for (Instant instant : List.of(
                Instant.ofEpochSecond(second, micros * 1_000L),
                Instant.ofEpochSecond(second, micros / 1_000 * 1_000_000L),
                Instant.ofEpochSecond(second),
                Instant.ofEpochSecond(second / 60 * 60))) {
            assertEquals(instant.toString(), CanonicalText.of("at", instant));
        }
    }

    @Test
    void writesEachKindOfValueInOneWay() {
        assertEquals("1200", CanonicalText.of("f", new BigDecimal("1.2E+3")));
        assertEquals("HALF_UP", CanonicalText.of("f", RoundingMode.HALF_UP));
        assertEquals("true", CanonicalText.of("f", true));
        assertEquals("7", CanonicalText.of("f", 7));
        assertEquals("2026-05-04", CanonicalText.of("f", LocalDate.of(2026, 5, 4)));
        assertEquals("PT1H", CanonicalText.of("f", Duration.ofMinutes(60)));
        assertEquals("Europe/Vienna", CanonicalText.of("f", ZoneId.of("Europe/Vienna")));
        assertEquals("EUR", CanonicalText.of("f", Currency.getInstance("EUR")));
        assertEquals("00000000-0000-0007-0000-000000000007", CanonicalText.of("f", new UUID(7, 7)));
    }
}
