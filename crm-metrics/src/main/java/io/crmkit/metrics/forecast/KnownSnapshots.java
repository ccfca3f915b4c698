package io.crmkit.metrics.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/*
 * The snapshots to learn from at a moment: those old enough for nearly all of their kind to be settled.
 *
 * Of young snapshots only the quick outcomes are known, and quick wins and quick losses are not as
 * frequent as slow ones. So they are taken up to the latest one at which, of all snapshots so far, 95 %
 * are settled; where there is none such, all that are settled.
 */
final class KnownSnapshots {

    private static final double NEARLY_ALL = 0.95;

    private KnownSnapshots() {}

    static List<OpportunitySnapshot> asOf(Collection<OpportunitySnapshot> history, Instant asOf) {
        List<OpportunitySnapshot> before = history.stream()
                .filter(snapshot -> snapshot.at().isBefore(asOf))
                .sorted(Comparator.comparing(OpportunitySnapshot::at))
                .toList();
        int enough = 0;
        long settled = 0;
        for (int i = 0; i < before.size(); i++) {
            settled += before.get(i).isSettledBefore(asOf) ? 1 : 0;
            boolean lastOfItsMoment = i + 1 == before.size()
                    || before.get(i + 1).at().isAfter(before.get(i).at());
            if (lastOfItsMoment && settled >= NEARLY_ALL * (i + 1)) {
                enough = i + 1;
            }
        }
        List<OpportunitySnapshot> known = new ArrayList<>(enough == 0 ? before : before.subList(0, enough));
        known.removeIf(snapshot -> !snapshot.isSettledBefore(asOf));
        return known;
    }
}
