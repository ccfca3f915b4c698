package io.crmkit.core.privacy;

/** Why an address is not to be used. */
public enum SuppressionReason {
    /** The person it belonged to was erased. */
    ERASED,
    /** Whoever it belongs to does not want to be contacted (GDPR Article 21). */
    OBJECTED,
    /** What is sent to it comes back. */
    BOUNCED
}
