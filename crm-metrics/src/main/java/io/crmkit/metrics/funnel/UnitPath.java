package io.crmkit.metrics.funnel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/* The way of one unit through the steps, as known at a moment: its arrivals in order, and when it was lost. */
record UnitPath(String unit, List<Arrival> arrivals, Optional<Instant> lost, Instant asOf) {

    /* Puts in, at the moment of each move ahead, the steps that it skips; those before the first arrival too. */
    UnitPath imputed() {
        List<Arrival> whole = new ArrayList<>();
        int before = -1;
        for (Arrival arrival : arrivals) {
            for (int skipped = before + 1; skipped < arrival.step(); skipped++) {
                whole.add(new Arrival(arrival.at(), skipped));
            }
            whole.add(arrival);
            before = arrival.step();
        }
        return new UnitPath(unit, whole, lost, asOf);
    }

    /* Where, from an index on, the unit has passed the steps one after the other; the size where it has not. */
    int passed(int index, int firstStep, int lastStep) {
        int wanted = firstStep;
        for (int i = index; i < arrivals.size(); i++) {
            if (arrivals.get(i).step() == wanted) {
                if (wanted == lastStep) {
                    return i;
                }
                wanted++;
            }
        }
        return arrivals.size();
    }

    /* Where, from an index on, the unit has first arrived at a step or at a later one; the size where it has not. */
    int reached(int index, int step) {
        for (int i = index; i < arrivals.size(); i++) {
            if (arrivals.get(i).step() >= step) {
                return i;
            }
        }
        return arrivals.size();
    }

    Instant at(int index) {
        return arrivals.get(index).at();
    }
}
