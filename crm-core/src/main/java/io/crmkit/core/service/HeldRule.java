package io.crmkit.core.service;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was held has taken place: it is no more than a day later than now, as clocks and zones may have it. */
record HeldRule(Commands commands, Instant now) {

    private static final Duration TOLERANCE = Duration.ofDays(1);

    /** What is to be recorded as held and lies ahead; what is missing is for others to name. */
    List<Violation> broken(RecordActivity wish) {
        return broken("", wish).toList();
    }

    /** The same of each of many. */
    List<Violation> broken(RecordActivities wish) {
        List<RecordActivity> activities = wish.activities();
        return activities == null
                ? List.of()
                : IntStream.range(0, activities.size())
                        .boxed()
                        .flatMap(i -> broken("activities[" + i + "].", activities.get(i)))
                        .toList();
    }

    /** When a planned activity was held. */
    void require(HoldActivity wish, Activity planned) {
        Instant at = wish.at() == null ? planned.at() : wish.at();
        if (isAhead(at)) {
            throw commands.refused("HoldActivity", List.of(violation("at", at)));
        }
    }

    private Stream<Violation> broken(String place, @Nullable RecordActivity wish) {
        return wish != null && wish.state() == ActivityState.HELD && wish.at() != null && isAhead(wish.at())
                ? Stream.of(violation(place + "at", wish.at()))
                : Stream.empty();
    }

    private boolean isAhead(Instant at) {
        return at.isAfter(now.plus(TOLERANCE)) && FieldType.INSTANT.brokenRule(at) == null;
    }

    private Violation violation(String field, Instant at) {
        return new Violation(field, at.toString(), commands.words("crmkit.held", Map.of("now", now)));
    }
}
