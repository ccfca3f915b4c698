package io.crmkit.metrics.funnel;

import java.time.Instant;
import java.util.List;

/* The trials cut in two at a moment: the part of their time before it, and the part after it. */
final class PeriodTable {

    private static final double RARE = 0.05;

    private final List<StepTrial> trials;
    private final Instant cut;

    PeriodTable(List<StepTrial> trials, Instant cut) {
        this.trials = trials;
        this.cut = cut;
    }

    CumulativeIncidence recentCurve() {
        LifeTable recent = after();
        boolean drifted = LogRank.pValue(before(), recent) < RARE;
        return CumulativeIncidence.of(recent, drifted);
    }

    private LifeTable after() {
        // who settles at the very moment of the cut belongs to the time before it
        List<StepTrial> followed =
                trials.stream().filter(trial -> trial.settled().isAfter(cut)).toList();
        return LifeTable.of(
                followed.stream().mapToDouble(this::ageAtCut).toArray(),
                followed.stream().mapToDouble(StepTrial::days).toArray(),
                followed.stream().map(StepTrial::outcome).toArray(Outcome[]::new));
    }

    private double ageAtCut(StepTrial trial) {
        return trial.entered().isBefore(cut) ? StepTrial.days(trial.entered(), cut) : 0;
    }

    private LifeTable before() {
        List<StepTrial> known =
                trials.stream().filter(trial -> trial.entered().isBefore(cut)).toList();
        return LifeTable.of(
                known.stream()
                        .mapToDouble(trial -> isOpenAtCut(trial) ? ageAtCut(trial) : trial.days())
                        .toArray(),
                known.stream()
                        .map(trial -> isOpenAtCut(trial) ? Outcome.OPEN : trial.outcome())
                        .toArray(Outcome[]::new));
    }

    private boolean isOpenAtCut(StepTrial trial) {
        return trial.settled().isAfter(cut);
    }
}
