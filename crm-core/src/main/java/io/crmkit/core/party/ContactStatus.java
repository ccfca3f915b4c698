package io.crmkit.core.party;

/** Whether a contact point may be used. */
public enum ContactStatus {
    /** It may be used. */
    ACTIVE,
    /** What was sent there came back. */
    BOUNCED,
    /** Its holder does not want to be reached there. */
    OPTED_OUT
}
