package io.crmkit.core.party;

/** Which of two values a merge keeps, where both records have one and they differ. */
public enum MergeRule {
    /** That of the record that stays. */
    SURVIVOR,
    /** That of the record that is merged. */
    MERGED,
    /** The one that was set last, as the journal has it; that of the record that stays where it cannot be told. */
    NEWEST,
    /** The one with more characters; that of the record that stays where they have as many. */
    LONGEST,
    /** Both, of fields with several values. */
    UNION
}
