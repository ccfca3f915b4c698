package io.crmkit.jpa.bench;

import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.service.RecordActivities;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Revision;
import io.crmkit.metrics.fact.Periods;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What sellers did in two years, in order of time, the same in each run: half of it with one person. */
final class Sample {

    static final int SELLERS = 2_000;
    static final PersonId BUSIEST = person(0);
    static final List<ActivityType> TYPES =
            List.of(ActivityType.CALL, ActivityType.MEETING, ActivityType.QUOTE, ActivityType.CONTRACT);
    static final Periods MONTHS = Periods.months(YearMonth.of(2024, 1), 24, ZoneOffset.UTC);

    private static final int OTHERS = 10_000;
    private static final Instant FIRST = MONTHS.period(0).from();
    private static final Instant END = MONTHS.period(23).until();

    private final int activities;
    private SplittableRandom random = new SplittableRandom(20_261_128L);
    private int made;

    Sample(int activities) {
        this.activities = activities;
    }

    void restart() {
        random = new SplittableRandom(20_261_128L);
        made = 0;
    }

    static SellerId seller(int number) {
        return new SellerId(new UUID(7, number));
    }

    private static PersonId person(long number) {
        return new PersonId(new UUID(1, number));
    }

    /** Everybody that something is done with. */
    static List<Person> people() {
        return LongStream.rangeClosed(0, OTHERS)
                .mapToObj(i -> new Person(person(i), Revision.NONE, "Person " + i, null))
                .toList();
    }

    RecordActivity next() {
        long seconds = END.getEpochSecond() - FIRST.getEpochSecond();
        long person = made % 2 == 0 ? 0 : 1 + random.nextInt(OTHERS);
        Instant at = FIRST.plusSeconds(seconds * Math.min(made, activities - 1) / activities);
        made++;
        return new RecordActivity(
                TYPES.get(random.nextInt(TYPES.size())),
                seller(random.nextInt(SELLERS)),
                at,
                ActivityState.HELD,
                new ActivitySubjects(null, person(person), null));
    }

    RecordActivities next(int count) {
        return new RecordActivities(
                IntStream.range(0, count).mapToObj(i -> next()).toList());
    }
}
