package io.crmkit.metrics.team;

/** What {@link SellerComparison} says of a seller beside the rest of the team. */
public enum Verdict {

    /** Below the rest: beyond chance with the whole team in view, by more than the margin, and probably so. */
    BELOW,

    /** No finding, though the trials would probably have shown a difference worth knowing. */
    WITHIN,

    /** Above the rest: beyond chance with the whole team in view, by more than the margin, and probably so. */
    ABOVE,

    /** No finding, and too few trials to take that for good news. */
    NOT_ENOUGH_DATA
}
