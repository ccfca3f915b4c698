package io.crmkit.core.party;

/** How far a party has come towards buying. */
public enum SalesStage {
    /** It may have a need; nobody has found out. */
    SUSPECT,
    /** It has a need, and may buy. */
    PROSPECT,
    /** It buys. */
    CUSTOMER,
    /** It has bought, and does not any more. */
    FORMER
}
