package io.crmkit.core.document;

/** How far a document of the host's has come: an order until it is delivered, an invoice until it is paid. */
public enum DocumentStatus {
    /** Nothing of what it asks for is done. */
    OPEN,
    /** Some of it is done. */
    PARTLY_COMPLETED,
    /** All of it is done. */
    COMPLETED,
    /** It was called off, and counts for nothing. */
    CANCELLED
}
