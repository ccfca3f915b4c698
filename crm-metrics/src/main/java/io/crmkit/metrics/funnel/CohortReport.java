package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * How the units of a cohort went from step to step, as known at a moment.
 *
 * <p>Definition: {@code steps} are neighbour to neighbour, {@code overall} is from the first step to the last; a window
 * runs anew from each step, and for {@code overall} from the first.
 *
 * @param steps from each step to the next
 * @param overall from the first step to the last
 * @param definition how units were followed
 * @param asOf the moment: what happened later is not in it
 */
public record CohortReport(List<CohortStep> steps, CohortStep overall, CohortDefinition definition, Instant asOf) {

    /** Copies the steps. */
    public CohortReport {
        steps = List.copyOf(steps);
        requireNonNull(overall, "overall");
        requireNonNull(definition, "definition");
        requireNonNull(asOf, "asOf");
    }
}
