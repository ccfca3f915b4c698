package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Follows each unit, such as an opportunity, through the steps of a funnel, and counts by lineage.
 *
 * <p>Definition: the arrivals at a step that count are the trials of the conversion to the next; {@link Definition},
 * {@link Counting} and the window say which count and which convert. A lost unit stays in the denominator for good; it
 * is only no longer open. A unit that was lost and converts later, having been reopened, has converted.
 *
 * <ul>
 *   <li>Shape: n steps give n - 1 conversions and one overall, each with its trials.
 *   <li>Unit: see {@link Conversion}.
 *   <li>Range: zero to one; a numerator is part of its denominator.
 *   <li>Nothing to divide by: a step where nobody arrived has no rate.
 *   <li>Errors: entries that name unknown steps are an {@link IllegalArgumentException} naming all such steps. Entries
 *       may come in any order; an entry given twice counts once; arrivals at the same moment are taken in the order of
 *       the steps.
 * </ul>
 *
 * <p>Caveats of each conversion: {@link Caveat#SMALL_SAMPLE}, {@link Caveat#CENSORED_SHARE_HIGH} where more than 0.10
 * of the trials are still open, and {@link Caveat#WINDOW_SHORT} where more than 0.10 of those that went on did so after
 * the window.
 *
 * <p>Source: the definitions are named after those of CRMs; see {@link Definition}.
 */
public final class CohortFunnel {

    private static final double MUCH = 0.10;

    private final Funnel funnel;
    private final CohortDefinition definition;
    private final Optional<Period> entered;

    private CohortFunnel(Funnel funnel, CohortDefinition definition, Optional<Period> entered) {
        this.funnel = requireNonNull(funnel, "funnel");
        this.definition = requireNonNull(definition, "definition");
        this.entered = entered;
    }

    /**
     * Obtains the funnel of all units, whenever they came.
     *
     * @param funnel the steps in order
     * @param definition how to follow units
     * @return the funnel
     */
    public static CohortFunnel of(Funnel funnel, CohortDefinition definition) {
        return new CohortFunnel(funnel, definition, Optional.empty());
    }

    /**
     * Restricts each conversion to the arrivals of a period, from which units are followed as long as is known.
     *
     * @param period when the step divided by was entered
     * @return the restricted funnel
     */
    public CohortFunnel enteredIn(Period period) {
        return new CohortFunnel(funnel, definition, Optional.of(period));
    }

    /**
     * Follows the units.
     *
     * @param entries the arrivals, in any order; those after {@code asOf} are left out
     * @param lost when units were lost, by key; losses after {@code asOf}, and of units without entries, are left out
     * @param asOf the moment as of which to report
     * @return the report
     * @throws IllegalArgumentException where entries name steps that the funnel has not
     */
    public CohortReport report(Collection<StepEntry> entries, Map<String, Instant> lost, Instant asOf) {
        requireKnownSteps(entries);
        List<UnitPath> paths = paths(entries, lost, asOf);
        int last = funnel.steps().size() - 1;
        List<CohortStep> steps = new ArrayList<>();
        for (int from = 0; from < last; from++) {
            steps.add(step(paths, from, from + 1));
        }
        return new CohortReport(steps, step(paths, 0, last), definition, asOf);
    }

    private void requireKnownSteps(Collection<StepEntry> entries) {
        Set<String> unknown = new TreeSet<>();
        for (StepEntry entry : entries) {
            if (!funnel.steps().contains(entry.step())) {
                unknown.add(entry.step());
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "entries must name steps of the funnel: unknown = " + unknown + ", steps = " + funnel.steps());
        }
    }

    private List<UnitPath> paths(Collection<StepEntry> entries, Map<String, Instant> lost, Instant asOf) {
        Map<String, TreeSet<Arrival>> arrivals = new TreeMap<>();
        for (StepEntry entry : entries) {
            if (!entry.at().isAfter(asOf)) {
                arrivals.computeIfAbsent(entry.unit(), unit -> new TreeSet<>())
                        .add(new Arrival(entry.at(), funnel.steps().indexOf(entry.step())));
            }
        }
        List<UnitPath> paths = new ArrayList<>();
        arrivals.forEach((unit, sorted) ->
                paths.add(new UnitPath(unit, List.copyOf(sorted), Optional.ofNullable(lost.get(unit)), asOf)));
        return paths;
    }

    private CohortStep step(List<UnitPath> paths, int from, int to) {
        List<StepTrial> trials = new ArrayList<>();
        long late = 0;
        for (UnitPath path : paths) {
            PathTrials found = new PathTrials(path, definition, from, to);
            found.trials().stream().filter(this::isCounted).forEach(trials::add);
            late += found.late().stream().filter(this::isIn).count();
        }
        trials.sort(Comparator.comparing(StepTrial::entered).thenComparing(StepTrial::unit));
        long won = CohortStep.count(trials, Outcome.WON);
        Conversion conversion = Conversion.between(
                new StepCount(funnel.steps().get(from), trials.size()),
                new StepCount(funnel.steps().get(to), won),
                definition.lineage(),
                caveats(trials, won, late));
        return new CohortStep(conversion, trials);
    }

    private boolean isCounted(StepTrial trial) {
        return isIn(trial.entered());
    }

    private boolean isIn(Instant at) {
        return entered.isEmpty() || entered.get().contains(at);
    }

    private static Set<Caveat> caveats(List<StepTrial> trials, long won, long late) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (CohortStep.count(trials, Outcome.OPEN) > MUCH * trials.size()) {
            caveats.add(Caveat.CENSORED_SHARE_HIGH);
        }
        if (late > MUCH * (won + late)) {
            caveats.add(Caveat.WINDOW_SHORT);
        }
        return caveats;
    }
}
