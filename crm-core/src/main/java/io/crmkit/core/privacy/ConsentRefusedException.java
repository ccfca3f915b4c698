package io.crmkit.core.privacy;

import io.crmkit.core.value.CrmException;

/** A step that a consent cannot take; nothing was done. */
public final class ConsentRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** Why it was refused. */
    private final Reason reason;

    /** Why a step is refused. */
    public enum Reason {
        /** The person has no address on the channel, or none that may be used. */
        NO_ADDRESS,
        /** The consent is given already. */
        ALREADY_GIVEN,
        /** The person was never asked and never gave it. */
        NEVER_GIVEN,
        /** The token is none, or not the one that was sent last. */
        TOKEN_UNKNOWN,
        /** The token came too late. */
        TOKEN_EXPIRED,
        /** The token was used before, or the request refused. */
        TOKEN_USED
    }

    /**
     * Makes the exception.
     *
     * @param reason why
     * @param message the rule in words, with the values
     */
    public ConsentRefusedException(Reason reason, String message) {
        super(message, null);
        this.reason = reason;
    }

    /**
     * Returns why the step is refused.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
