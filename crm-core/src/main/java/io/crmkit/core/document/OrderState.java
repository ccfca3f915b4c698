package io.crmkit.core.document;

/** What has become of a sales order; what follows it is the host's business. */
public enum OrderState {
    /** Agreed upon. */
    CONFIRMED,
    /** Called off: what it took of its quote can be ordered again. */
    CANCELLED
}
