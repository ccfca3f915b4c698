package io.crmkit.core.service;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.activity.Recurrence;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What activities ask of the clock, and their details of what their type is defined as. One command is looked at. */
final class ActivityRules {

    /* what was held has taken place, as far as clocks and zones agree */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private final Call call;
    private final Instant now;
    private final Map<ActivityType, Optional<ActivityKind>> kinds = new HashMap<>();

    ActivityRules(Call call) {
        this.call = call;
        this.now = call.clock().instant();
    }

    /** What is broken; what is missing is for others to name. */
    List<Violation> broken(RecordActivity wish) {
        List<Violation> broken = new ArrayList<>();
        look("", wish, broken);
        return broken;
    }

    /** The same of each of many. */
    List<Violation> broken(RecordActivities wish) {
        List<? extends @Nullable RecordActivity> activities = wish.activities();
        List<Violation> broken = new ArrayList<>();
        for (int i = 0; activities != null && i < activities.size(); i++) {
            look("activities[" + i + "].", activities.get(i), broken);
        }
        return broken;
    }

    /** The same of what is planned. */
    List<Violation> broken(PlanActivity wish) {
        List<Violation> broken = new ArrayList<>();
        look("", wish.type(), wish.content(), broken);
        return broken;
    }

    /** The same of a series, which takes place at least once. */
    List<Violation> broken(PlanActivity wish, Recurrence recurrence) {
        List<Violation> broken = broken(wish);
        if (wish.at() != null && isWithinYears(wish.at()) && !recurrence.takesPlace(wish.at())) {
            broken.add(call.commands()
                    .violation("recurrence.rule", recurrence.rule(), Rule.of("crmkit.takesPlace", "at", wish.at())));
        }
        return broken;
    }

    /** Refuses what is held ahead of the clock. */
    void require(HoldActivity wish, Activity planned) {
        Instant at = wish.at() == null ? planned.at() : wish.at();
        if (isAhead(at)) {
            throw call.commands().refused("HoldActivity", "at", at, held());
        }
    }

    /** Refuses other details, or another type, that do not go together; what was recorded otherwise may stay. */
    void require(ChangeActivity wish, Activity stored) {
        ActivityDetails details = wish.content().details();
        boolean stays = wish.type().equals(stored.type()) && (details == null || details.equals(stored.details()));
        List<Violation> broken = new ArrayList<>();
        look("", wish.type(), wish.content(), broken);
        if (!stays && !broken.isEmpty()) {
            throw call.commands().refused("ChangeActivity", broken);
        }
    }

    private void look(String place, @Nullable RecordActivity wish, List<Violation> broken) {
        if (wish == null) {
            return;
        }
        look(place, wish.type(), wish.content(), broken);
        if (wish.state() == ActivityState.HELD && wish.at() != null && isAhead(wish.at())) {
            broken.add(call.commands().violation(place + "at", wish.at(), held()));
        }
    }

    private void look(
            String place, @Nullable ActivityType type, @Nullable ActivityContent content, List<Violation> broken) {
        ActivityDetails details = content == null ? null : content.details();
        if (type == null || details == null) {
            return;
        }
        kinds.computeIfAbsent(type, this::kind)
                .filter(kind -> kind != details.kind())
                .ifPresent(kind -> broken.add(call.commands()
                        .violation(
                                place + "content.details",
                                details.kind(),
                                new Rule("crmkit.kindOfType", Map.of("kind", kind, "type", type)))));
    }

    private Optional<ActivityKind> kind(ActivityType type) {
        return new ActivityTypes(call).of(type).map(ActivityTypeDefinition::kind);
    }

    private boolean isAhead(Instant at) {
        return at.isAfter(now.plus(TOLERANCE)) && isWithinYears(at);
    }

    /* others are refused for that */
    private static boolean isWithinYears(Instant at) {
        return FieldType.INSTANT.brokenRule(at) == null;
    }

    private Rule held() {
        return Rule.of("crmkit.held", "now", now);
    }
}
