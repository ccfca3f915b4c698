package io.crmkit.core.port;

import io.crmkit.core.value.CrmException;
import org.jspecify.annotations.Nullable;

/** A store could not do its work. */
public final class StoreException extends CrmException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was tried, and why it failed
     * @param cause the failure beneath, or null
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
