package io.crmkit.core.exchange;

import io.crmkit.core.value.CrmException;
import org.jspecify.annotations.Nullable;

/** Nothing could be imported; nothing was stored. */
public final class ImportException extends CrmException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message which file, and why
     * @param cause the failure beneath, or null
     */
    public ImportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
