package io.crmkit.core.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules and dates are those of the examples in RFC 5545, section 3.8.5.3, unless said otherwise. */
class RecurrenceTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static List<Instant> at(ZoneId zone, String... locals) {
        return Stream.of(locals).map(local -> at(zone, local)).toList();
    }

    private static List<Instant> all(Recurrence recurrence, Instant first) {
        return recurrence.between(first, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    }

    @Test
    void repeatsDailyForTenOccurrences() {
        List<Instant> days = all(Recurrence.of("FREQ=DAILY;COUNT=10", NEW_YORK), at(NEW_YORK, "1997-09-02T09:00"));
        assertEquals(10, days.size());
        assertEquals(at(NEW_YORK, "1997-09-11T09:00"), days.get(9));
    }

    @Test
    void repeatsUntilADayAndStaysAtNineWhenSummerTimeEnds() {
        List<Instant> days =
                all(Recurrence.of("FREQ=DAILY;UNTIL=19971224T000000Z", NEW_YORK), at(NEW_YORK, "1997-09-02T09:00"));
        assertEquals(113, days.size());
        assertTrue(days.containsAll(at(NEW_YORK, "1997-10-25T09:00", "1997-10-26T09:00")));
        assertEquals(at(NEW_YORK, "1997-12-23T09:00"), days.get(112));
    }

    @Test
    void repeatsOnTheFirstFridayOfTheMonth() {
        assertEquals(
                at(NEW_YORK, "1997-09-05T09:00", "1997-10-03T09:00", "1997-11-07T09:00"),
                all(Recurrence.of("FREQ=MONTHLY;COUNT=3;BYDAY=1FR", NEW_YORK), at(NEW_YORK, "1997-09-05T09:00")));
    }

    @Test
    void anHourThatADayDoesNotHaveIsTakenByTheOffsetBefore() {
        // section 3.3.5: 02:30 on the day summer time begins in New York, 2007-03-11, is 07:30 UTC
        assertEquals(
                List.of(
                        Instant.parse("2007-03-10T07:30:00Z"),
                        Instant.parse("2007-03-11T07:30:00Z"),
                        Instant.parse("2007-03-12T06:30:00Z")),
                all(Recurrence.of("FREQ=DAILY;COUNT=3", NEW_YORK), at(NEW_YORK, "2007-03-10T02:30")));
    }

    @Test
    void aRuleWithoutAnEndIsFollowedAsFarAsIsAsked() {
        Recurrence weekly = Recurrence.of("FREQ=WEEKLY;BYDAY=MO,TH", ROME);
        Instant first = at(ROME, "2026-01-05T10:00");
        // 2056-03-02 is a Thursday, 2056-03-06 a Monday, by java.time
        assertEquals(
                at(ROME, "2056-03-02T10:00", "2056-03-06T10:00"),
                weekly.between(first, at(ROME, "2056-03-01T00:00"), at(ROME, "2056-03-08T00:00")));
        assertEquals(Recurrence.MOST_OCCURRENCES, all(weekly, first).size());
        assertEquals(List.of(), weekly.between(first, Instant.EPOCH, first));
        assertEquals(List.of(first), weekly.between(first, first, first.plusNanos(1_000)));
    }

    @Test
    void leavesOutExceptionsAndKeepsMicroseconds() {
        Instant first = Instant.parse("2026-05-04T10:00:00.123456Z");
        Recurrence daily = Recurrence.of("FREQ=DAILY;COUNT=3", ROME).without(first.plusSeconds(86_400));
        assertEquals(List.of(first, first.plusSeconds(2 * 86_400)), all(daily, first));
    }

    @Test
    void refusesWhatIsNoRuleOrRepeatsWithinADay() {
        IllegalArgumentException none =
                assertThrows(IllegalArgumentException.class, () -> Recurrence.of("every monday", ROME));
        assertTrue(
                String.valueOf(none.getMessage())
                        .startsWith("rule must be a recurrence rule of RFC 5545: 'every monday': "),
                String.valueOf(none.getMessage()));
        IllegalArgumentException hourly =
                assertThrows(IllegalArgumentException.class, () -> Recurrence.of("FREQ=HOURLY", ROME));
        assertEquals("rule must repeat daily, weekly, monthly or yearly: 'FREQ=HOURLY'", hourly.getMessage());
        IllegalArgumentException blank = assertThrows(IllegalArgumentException.class, () -> Recurrence.of(" ", ROME));
        assertEquals("rule must not be blank", blank.getMessage());
    }

    @Test
    void aRuleThatNeverComesTrueHasNoOccurrence() {
        assertEquals(
                List.of(),
                all(Recurrence.of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", ROME), at(ROME, "2026-05-04T10:00")));
    }
}
