package io.crmkit.core.privacy;

import java.util.EnumSet;
import java.util.Set;

/** Where a consent stands. */
public enum ConsentState {
    /** The person was asked and has not answered (double opt-in). */
    REQUESTED,
    /** The person agreed, or another basis was recorded. */
    GIVEN,
    /** The person took it back, refused or objected. */
    WITHDRAWN,
    /** Nobody answered in time, or it was given for a time that is over. */
    EXPIRED;

    /**
     * Tells whether a consent may go from here to another state.
     *
     * <p>Definition: from {@code REQUESTED} to any; from {@code GIVEN} to any but {@code REQUESTED}; from
     * {@code WITHDRAWN} to {@code REQUESTED} and {@code GIVEN}; from {@code EXPIRED} to any other.
     *
     * @param next the state to go to
     * @return true if it may
     */
    public boolean canBecome(ConsentState next) {
        return followers().contains(next);
    }

    private Set<ConsentState> followers() {
        return switch (this) {
            case REQUESTED -> EnumSet.allOf(ConsentState.class);
            case GIVEN -> EnumSet.of(GIVEN, WITHDRAWN, EXPIRED);
            case WITHDRAWN -> EnumSet.of(REQUESTED, GIVEN);
            case EXPIRED -> EnumSet.of(REQUESTED, GIVEN, WITHDRAWN);
        };
    }
}
