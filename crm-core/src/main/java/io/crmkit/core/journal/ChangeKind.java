package io.crmkit.core.journal;

/** What a change did to its subject. */
public enum ChangeKind {
    /** The record was stored for the first time. */
    ADDED,
    /** A field of a stored record was given another value. */
    CHANGED
}
