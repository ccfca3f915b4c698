package io.crmkit.metrics.funnel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/* What one unit contributes to one conversion. */
final class PathTrials {

    private final UnitPath path;
    private final CohortDefinition definition;
    private final int from;
    private final int to;
    private final List<StepTrial> trials = new ArrayList<>();
    private final List<Instant> late = new ArrayList<>();

    PathTrials(UnitPath path, CohortDefinition definition, int from, int to) {
        this.path = definition.lineage() == Definition.COHORT_IMPUTED ? path.imputed() : path;
        this.definition = definition;
        this.from = from;
        this.to = to;
        int[] eligible = eligible();
        for (int i = 0; i < eligible.length; i++) {
            if (isCounted(i, eligible.length)) {
                boolean hasNext = definition.counting() == Counting.EVERY_ENTRY && i + 1 < eligible.length;
                add(
                        eligible[i],
                        hasNext ? eligible[i + 1] : this.path.arrivals().size());
            }
        }
    }

    List<StepTrial> trials() {
        return trials;
    }

    /* When those trials were entered that went on after the window. */
    List<Instant> late() {
        return late;
    }

    private int[] eligible() {
        // in strict order one must have passed all earlier steps
        int start = isStrict() ? path.passed(0, 0, from) : 0;
        return IntStream.range(start, path.arrivals().size())
                .filter(i -> path.arrivals().get(i).step() == from)
                .toArray();
    }

    private boolean isStrict() {
        return definition.lineage() == Definition.COHORT_STRICT;
    }

    private boolean isCounted(int index, int size) {
        return switch (definition.counting()) {
            case FIRST_ENTRY -> index == 0;
            case LAST_ENTRY -> index == size - 1;
            case EVERY_ENTRY -> true;
        };
    }

    private void add(int index, int next) {
        int goal = isStrict() ? path.passed(index + 1, from + 1, to) : path.reached(index + 1, to);
        Instant entered = path.at(index);
        Optional<Instant> end = definition.window().map(entered::plus);
        boolean reached = goal < next;
        if (reached && end.isPresent() && path.at(goal).isAfter(end.get())) {
            late.add(entered);
            reached = false;
        }
        trials.add(
                reached ? new StepTrial(path.unit(), entered, Outcome.WON, path.at(goal)) : missed(entered, end, next));
    }

    private StepTrial missed(Instant entered, Optional<Instant> end, int next) {
        Instant settled = path.asOf();
        Outcome outcome = Outcome.OPEN;
        List<Instant> ends = new ArrayList<>();
        end.ifPresent(ends::add);
        path.lost().filter(at -> !at.isBefore(entered)).ifPresent(ends::add);
        if (next < path.arrivals().size()) {
            ends.add(path.at(next));
        }
        for (Instant at : ends) {
            if (!at.isAfter(settled)) {
                settled = at;
                outcome = Outcome.LOST;
            }
        }
        return new StepTrial(path.unit(), entered, outcome, settled);
    }
}
