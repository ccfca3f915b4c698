package io.crmkit.metrics.funnel;

import io.crmkit.metrics.Caveat;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** When a caveat is raised. */
final class Caveats {

    private static final long SMALL = 30;
    private static final double MUCH_CENSORED = 0.10;

    private Caveats() {}

    static Set<Caveat> of(long numerator, long denominator, double openShare) {
        EnumSet<Caveat> raised = EnumSet.noneOf(Caveat.class);
        if (denominator < SMALL) {
            raised.add(Caveat.SMALL_SAMPLE);
        }
        if (openShare > MUCH_CENSORED) {
            raised.add(Caveat.CENSORED_SHARE_HIGH);
        }
        if (numerator > denominator) {
            raised.add(Caveat.RATIO_ABOVE_ONE);
        }
        return raised;
    }

    static Set<Caveat> ordered(Set<Caveat> caveats) {
        EnumSet<Caveat> copy = EnumSet.noneOf(Caveat.class);
        copy.addAll(caveats);
        return Collections.unmodifiableSet(copy);
    }
}
