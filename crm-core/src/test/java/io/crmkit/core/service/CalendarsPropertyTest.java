package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.calendar.CalendarEntry;
import io.crmkit.core.calendar.Due;
import io.crmkit.core.calendar.FreeBusy;
import io.crmkit.core.calendar.TimeRange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** A calendar answers what going through every activity by hand answers. */
class CalendarsPropertyTest {

    /* the days on which Rome's clocks change, and Lord Howe's */
    private static final List<Instant> NOWS = List.of(
            Instant.parse("2026-03-29T00:30:00Z"),
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2026-04-04T14:45:00Z"),
            Instant.parse("2026-10-03T15:45:00Z"));

    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Europe/Rome"), ZoneId.of("Australia/Lord_Howe"), ZoneOffset.UTC);

    private static final class World {

        final Random random;
        final Instant now;
        final ZoneId zone;
        final CrmSession session;
        final SellerId anna;
        final SellerId ben;
        final List<Activity> all = new ArrayList<>();

        World(long seed) {
            random = new Random(seed);
            now = NOWS.get(random.nextInt(NOWS.size()));
            zone = ZONES.get(random.nextInt(ZONES.size()));
            session = Crm.builder()
                    .stores(InMemoryStores.empty())
                    .clock(Clock.fixed(now, ZoneOffset.UTC))
                    .build()
                    .as(new Actor(new TenantId("acme"), "root"));
            anna = session.sellers().add(new AddSeller("Anna", null, zone)).id();
            ben = session.sellers().add(new AddSeller("Ben", null)).id();
            for (int i = random.nextInt(30); i >= 0; i--) {
                all.add(session.activities().record(activity()));
            }
        }

        private RecordActivity activity() {
            boolean annas = random.nextBoolean();
            SellerId other = annas ? ben : anna;
            List<Participant> invited = random.nextBoolean()
                    ? List.of()
                    : List.of(Participant.of(other).answering(pick(Acceptance.values())));
            ActivityContent content = new ActivityContent(details(), null, null, invited);
            Instant at = instant();
            ActivityState state = pick(ActivityState.values());
            // nobody has held what lies ahead
            return new RecordActivity(
                            ActivityType.MEETING,
                            annas ? anna : ben,
                            at,
                            at.isAfter(now) && state == ActivityState.HELD ? ActivityState.PLANNED : state,
                            ActivitySubjects.NONE)
                    .with(content);
        }

        private <T> T pick(T[] values) {
            return values[random.nextInt(values.length)];
        }

        Instant instant() {
            return now.plus(Duration.ofMinutes(15L * (random.nextInt(600) - 300)));
        }

        private @Nullable ActivityDetails details() {
            Duration length = random.nextInt(4) == 0 ? null : Duration.ofMinutes(15L * random.nextInt(200));
            LocalDate today = LocalDate.ofInstant(now, zone);
            return switch (random.nextInt(4)) {
                case 0 -> null;
                case 1 ->
                    new ActivityDetails.Task(
                            random.nextBoolean() ? null : today.plusDays(random.nextInt(3) - 1), length);
                default -> new ActivityDetails.Meeting(null, length);
            };
        }

        TimeRange range() {
            Instant one = instant();
            Instant other = instant();
            return one.isBefore(other) ? new TimeRange(one, other) : new TimeRange(other, one);
        }
    }

    @Property(tries = 200)
    void entriesAreTheActivitiesThatTouchTheRange(@ForAll long seed) {
        World world = new World(seed);
        TimeRange range = world.range();
        List<CalendarEntry> expected = world.all.stream()
                .flatMap(activity -> CalendarEntry.of(activity, world.anna, world.zone).stream())
                .filter(entry -> range.contains(entry.range().from()) || range.overlaps(entry.range()))
                .sorted(CalendarEntry.BY_TIME)
                .toList();
        assertEquals(expected, world.session.calendar().entries(world.anna, range));
    }

    @Property(tries = 200)
    void aQuarterOfAnHourIsBusyWhereAnActivityTakesPlaceInIt(@ForAll long seed) {
        World world = new World(seed);
        TimeRange range = world.range();
        FreeBusy answer = world.session.calendar().freeBusy(world.anna, range);
        for (Instant at = range.from(); at.isBefore(range.until()); at = at.plusSeconds(900)) {
            Instant quarter = at;
            boolean sure = takesPlace(world, quarter, false);
            assertEquals(sure, isBusy(answer, quarter, false), quarter::toString);
            assertEquals(!sure && takesPlace(world, quarter, true), isBusy(answer, quarter, true), quarter::toString);
        }
    }

    private static boolean isBusy(FreeBusy answer, Instant at, boolean tentative) {
        return answer.busy().stream()
                .anyMatch(time -> time.tentative() == tentative && time.range().contains(at));
    }

    /* by the words of the definition, without the code that is tested */
    private static boolean takesPlace(World world, Instant at, boolean tentative) {
        return world.all.stream().anyMatch(activity -> {
            Acceptance said = activity.participants().stream()
                    .filter(one -> one.party().equals(world.anna))
                    .map(Participant::acceptance)
                    .findFirst()
                    .orElse(activity.seller().equals(world.anna) ? Acceptance.ACCEPTED : Acceptance.DECLINED);
            boolean perhaps = (said == Acceptance.TENTATIVE || said == Acceptance.NEEDS_ACTION)
                    && activity.state() == ActivityState.PLANNED;
            Duration length = activity.duration();
            return length != null
                    && !(activity.details() instanceof ActivityDetails.Task)
                    && said != Acceptance.DECLINED
                    && Set.of(ActivityState.PLANNED, ActivityState.HELD).contains(activity.state())
                    && perhaps == tentative
                    && !at.isBefore(activity.at())
                    && at.isBefore(activity.at().plus(length));
        });
    }

    @Property(tries = 200)
    void whatIsDueIsSelectedAsItIsTold(@ForAll long seed) {
        World world = new World(seed);
        LocalDate today = LocalDate.ofInstant(world.now, world.zone);
        for (Due due : Due.values()) {
            Set<Activity> expected = world.all.stream()
                    .filter(activity -> activity.seller().equals(world.anna))
                    .filter(activity -> activity.state() == ActivityState.PLANNED)
                    .filter(activity -> due.equals(byDate(activity, today, world.zone)))
                    .collect(Collectors.toSet());
            List<Activity> selected = world.session
                    .calendar()
                    .due(world.anna, due, PageRequest.first(100))
                    .items();
            assertEquals(expected, Set.copyOf(selected));
            assertEquals(expected.size(), world.session.calendar().count(world.anna, due));
            selected.forEach(activity ->
                    assertEquals(due, Due.of(activity, today, world.zone).orElseThrow()));
        }
    }

    private static Due byDate(Activity activity, LocalDate today, ZoneId zone) {
        LocalDate dueOn = activity.details() instanceof ActivityDetails.Task task ? task.dueOn() : null;
        LocalDate day = dueOn == null ? LocalDate.ofInstant(activity.at(), zone) : dueOn;
        int order = day.compareTo(today);
        return order < 0 ? Due.OVERDUE : order == 0 ? Due.TODAY : Due.PLANNED;
    }
}
