package io.crmkit.core.activity;

/** Who began it. */
public enum ActivityDirection {
    /** The other side did: they called, they wrote. */
    INBOUND,
    /** The seller did. */
    OUTBOUND
}
