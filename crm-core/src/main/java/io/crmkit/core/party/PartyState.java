package io.crmkit.core.party;

/** What became of a party's record. Only active ones are worked with; the others stay for what refers to them. */
public enum PartyState {
    /** In use. */
    ACTIVE,
    /** Put away; may be restored. */
    ARCHIVED,
    /** Found to be the same party as another, which stands for both. */
    MERGED,
    /** What told of a living person is gone. */
    ERASED
}
