package io.crmkit.core.party;

import java.util.Set;

/**
 * Where a lead stands, and what may become of it from there.
 *
 * <p>Definition: {@code NEW} to {@code ASSIGNED} to {@code IN_PROCESS}, and from each of these to {@code CONVERTED},
 * {@code RECYCLED} or {@code DEAD}; a recycled lead is assigned or started again. Converted and dead are ends.
 */
public enum LeadStatus {
    /** Came in; nobody's yet. */
    NEW,
    /** Somebody's, who has not begun. */
    ASSIGNED,
    /** Being talked to. */
    IN_PROCESS,
    /** Became a person, a company and perhaps an opportunity. */
    CONVERTED,
    /** Too early: back to marketing, to be tried again. */
    RECYCLED,
    /** Nothing will come of it. */
    DEAD;

    /**
     * Lists what may become of a lead that stands here.
     *
     * @return the statuses that may follow; {@code ASSIGNED} and {@code RECYCLED} may follow themselves, by another owner
     *     or another reason
     */
    public Set<LeadStatus> next() {
        return switch (this) {
            case NEW, ASSIGNED -> Set.of(ASSIGNED, IN_PROCESS, CONVERTED, RECYCLED, DEAD);
            case IN_PROCESS -> Set.of(ASSIGNED, CONVERTED, RECYCLED, DEAD);
            case RECYCLED -> Set.of(ASSIGNED, IN_PROCESS, RECYCLED, DEAD);
            case CONVERTED, DEAD -> Set.of();
        };
    }

    /**
     * Says whether nothing can follow.
     *
     * @return true for converted and dead leads
     */
    public boolean isEnd() {
        return next().isEmpty();
    }
}
