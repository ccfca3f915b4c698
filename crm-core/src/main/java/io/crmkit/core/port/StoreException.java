package io.crmkit.core.port;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CrmException;
import org.jspecify.annotations.Nullable;

/**
 * A store could not do its work.
 *
 * <p>Rules: (1) whatever a database, its driver or its provider throws while a store works leaves the store as this
 * exception, with what was thrown as its cause, or as {@link StaleRevisionException}. (2) {@link #kind} says what it was, by
 * what the database says and not by the words of a message. (3) {@link #mayRetry} is true exactly where the same call can
 * succeed without anybody changing anything: after a rollback, in a new transaction. (4) After this exception the
 * transaction can only be rolled back.
 */
public final class StoreException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** What a store failed at. */
    public enum Kind {
        /** The database ended the transaction in favour of another: a deadlock's victim, or a serialization failure. */
        CONFLICT(true, "another transaction was let through in its place"),
        /** What the call needs was held by another transaction for longer than the database is told to wait. */
        BUSY(true, "another transaction held for too long what it needs"),
        /** The connection is lost, or could not be made. */
        UNREACHABLE(true, "the connection to the database is lost"),
        /** A key that must be unique is taken; of a record's identity {@link StaleRevisionException} says so instead. */
        DUPLICATE(false, "a key that must be unique is taken"),
        /** Anything else, such as a missing table or a missing transaction. */
        FAILED(false, "the store could not do it");

        private final boolean retryable;
        private final String reason;

        Kind(boolean retryable, String reason) {
            this.retryable = retryable;
            this.reason = reason;
        }

        /**
         * Returns the kind in words, for messages.
         *
         * @return what happened, as the end of a sentence
         */
        public String reason() {
            return reason;
        }
    }

    /** What went wrong. */
    private final Kind kind;

    /**
     * Makes the exception of a failure of no kind in particular.
     *
     * @param message what was tried, and why it failed
     * @param cause the failure beneath, or null
     */
    public StoreException(String message, @Nullable Throwable cause) {
        this(Kind.FAILED, message, cause);
    }

    /**
     * Makes the exception.
     *
     * @param kind what it failed at
     * @param message what was tried, and why it failed
     * @param cause the failure beneath, or null
     */
    public StoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind");
    }

    /**
     * Returns what the store failed at.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Says whether trying again makes sense (rule 3).
     *
     * @return whether the same work may succeed in a new transaction
     */
    public boolean mayRetry() {
        return kind.retryable;
    }
}
