package io.crmkit.core.value;

import org.jspecify.annotations.Nullable;

/** Whatever this library refuses or fails at; its subclasses live beside the noun or port they speak of. */
public abstract class CrmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which record, by which rule
     * @param cause what led to it, or null
     */
    protected CrmException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
