package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CrmException;

/** What a document is at does not allow what was asked of it; nothing was done. */
public final class DocumentStateException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** Which document, as people call it. */
    private final String document;
    /** The state it is in. */
    private final String state;

    /**
     * Makes the exception.
     *
     * @param document which document, as people call it: {@code quote Q-2026-00017}
     * @param state the state it is in, such as {@code EXPIRED}
     * @param refused what cannot be done, such as {@code cannot become an order}
     * @param rule why not, such as {@code it expired on 2026-03-31}
     */
    public DocumentStateException(String document, String state, String refused, String rule) {
        super(document + " " + refused + ": " + rule, null);
        this.document = requireNonNull(document, "document");
        this.state = requireNonNull(state, "state");
    }

    /**
     * Returns which document.
     *
     * @return its kind and number
     */
    public String document() {
        return document;
    }

    /**
     * Returns the state it is in.
     *
     * @return the name of the state
     */
    public String state() {
        return state;
    }
}
