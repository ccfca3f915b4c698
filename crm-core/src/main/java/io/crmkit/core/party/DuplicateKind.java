package io.crmkit.core.party;

/** Which records may be duplicates of which. */
public enum DuplicateKind {
    /** People sold to. */
    PERSON,
    /** Companies sold to. */
    COMPANY,
    /** Leads. */
    LEAD
}
