package io.crmkit.core.insight;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.view.RottingAnswer;
import io.crmkit.core.view.RottingAnswer.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One opportunity judged: a pure predicate that says why. */
final class RottingCase {

    private final Opportunity opportunity;
    private final @Nullable Stage stage;
    private final String stageName;
    private final ZoneId zone;
    private final BiFunction<String, Map<String, Object>, String> words;

    RottingCase(
            Opportunity opportunity,
            Definitions definitions,
            ZoneId zone,
            BiFunction<String, Map<String, Object>, String> words) {
        this.words = words;
        this.opportunity = opportunity;
        this.zone = zone;
        stage = definitions.stage(opportunity.standing()).orElse(null);
        stageName = definitions.stageName(opportunity.standing());
    }

    /**
     * Judges.
     *
     * @param entered when it entered its stage, or null where not known
     * @param held the last meaningful activity held, or null
     * @param planned the next activity planned that is not overdue, or null
     */
    RottingAnswer answer(@Nullable Instant entered, @Nullable Activity held, @Nullable Activity planned, Instant now) {
        Outcome outcome = opportunity.standing().outcome();
        Integer allowed = stage == null ? null : stage.rottingDays();
        if (outcome != Outcome.OPEN) {
            return still(Verdict.CLOSED, null, words(outcome == Outcome.WON ? "Won" : "Lost", Map.of()));
        } else if (stage != null && stage.kind() == StageKind.ON_HOLD) {
            return still(Verdict.ON_HOLD, null, words("OnHold", inStage()));
        } else if (allowed == null) {
            return still(Verdict.NEVER, null, words("Never", inStage()));
        } else if (planned != null) {
            Map<String, Object> named = Map.of("type", planned.type(), "day", day(planned.at()));
            return still(Verdict.PLANNED, planned.id(), words("Planned", named));
        }
        boolean byActivity = held != null && (entered == null || held.at().isAfter(entered));
        Activity started = byActivity ? held : null;
        Instant since = started == null ? entered : started.at();
        return since == null
                ? still(Verdict.UNKNOWN, null, words("Unknown", inStage()))
                : running(since, started, allowed, now);
    }

    private RottingAnswer running(Instant since, @Nullable Activity started, int allowed, Instant now) {
        long quiet = Math.max(0, Duration.between(since, now).toDays());
        Map<String, Object> named = new HashMap<>(inStage());
        named.put("days", quiet);
        named.put("allowed", allowed);
        named.put("day", day(since));
        if (started != null) {
            named.put("type", started.type());
        }
        String because = words(started == null ? "SinceStage" : "SinceActivity", named);
        return new RottingAnswer(
                opportunity.id(),
                opportunity.label().name(),
                quiet >= allowed ? Verdict.ROTTEN : Verdict.FRESH,
                since,
                quiet,
                allowed,
                started == null ? null : started.id(),
                because);
    }

    private RottingAnswer still(Verdict verdict, @Nullable ActivityId activity, String because) {
        return new RottingAnswer(
                opportunity.id(),
                opportunity.label().name(),
                verdict,
                null,
                0,
                stage == null ? null : stage.rottingDays(),
                activity,
                because);
    }

    private Map<String, Object> inStage() {
        return Map.of("stage", stageName);
    }

    private String words(String verdict, Map<String, Object> named) {
        return words.apply("crmkit.rotting" + verdict, named);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
