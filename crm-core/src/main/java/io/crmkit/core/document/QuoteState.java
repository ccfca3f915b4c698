package io.crmkit.core.document;

import java.util.EnumSet;
import java.util.Set;

/** What has become of a quote. Whether one that was sent has expired is a matter of the day, see {@link Quote#expired}. */
public enum QuoteState {
    /** Being written: it may still change. */
    DRAFT,
    /** In the customer's hands: nothing in it changes any more. */
    SENT,
    /** The customer has said yes. */
    ACCEPTED,
    /** The customer has said no. */
    DECLINED,
    /** Its last day has passed without an answer. */
    EXPIRED,
    /** A later revision of the same quote was sent. */
    SUPERSEDED,
    /** Called off by the seller. */
    CANCELLED;

    /**
     * Returns what may come of it next.
     *
     * @return the states, none where this one is final
     */
    public Set<QuoteState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SENT, CANCELLED);
            case SENT -> EnumSet.of(ACCEPTED, DECLINED, EXPIRED, SUPERSEDED, CANCELLED);
            case DECLINED, EXPIRED -> EnumSet.of(SUPERSEDED);
            case ACCEPTED, SUPERSEDED, CANCELLED -> EnumSet.noneOf(QuoteState.class);
        };
    }
}
