package io.crmkit.core.pipeline;

/** What it means for an opportunity to stand in a stage; the stage's name is the customer's own. */
public enum StageKind {
    /** Being worked on. */
    OPEN(Outcome.OPEN),
    /** Paused: still open, but neither forecast nor growing stale. */
    ON_HOLD(Outcome.OPEN),
    /** Ended with a contract. */
    WON(Outcome.WON),
    /** Ended without one. */
    LOST(Outcome.LOST);

    private final Outcome outcome;

    StageKind(Outcome outcome) {
        this.outcome = outcome;
    }

    /**
     * Returns how surely what stands in a stage of this kind is counted on, where nobody says otherwise.
     *
     * @return the category
     */
    public ForecastCategory category() {
        return switch (this) {
            case OPEN -> ForecastCategory.PIPELINE;
            case WON -> ForecastCategory.CLOSED;
            case ON_HOLD, LOST -> ForecastCategory.OMITTED;
        };
    }

    /**
     * Returns the outcome an opportunity has while it stands in a stage of this kind.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }
}
