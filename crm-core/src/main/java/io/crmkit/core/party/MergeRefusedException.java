package io.crmkit.core.party;

import io.crmkit.core.value.CrmException;

/** Two records cannot be merged, or a merge not undone; nothing was done. */
public final class MergeRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message which record or merge, and by which rule
     */
    public MergeRefusedException(String message) {
        super(message, null);
    }
}
