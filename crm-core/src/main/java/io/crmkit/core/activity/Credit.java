package io.crmkit.core.activity;

/** Whose an activity counts as. Sellers take part who own it or were asked and have not declined. */
public enum Credit {
    /** The seller's whose it is. */
    OWNER,
    /** Every seller's who takes part, as a whole one each; in the team's count it is one. */
    EVERY_SELLER,
    /** That of the sellers who take part, in equal parts. */
    SPLIT
}
