package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CrmException;
import io.crmkit.core.value.Identifier;

/** The state of a party's record does not allow what was asked of it; nothing was done. */
public final class PartyStateException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient Identifier id;
    /** The state it is in. */
    private final PartyState state;

    /**
     * Makes the exception.
     *
     * @param id the person or company
     * @param state the state it is in
     * @param refused what cannot be done, such as {@code cannot be changed}
     */
    public PartyStateException(Identifier id, PartyState state, String refused) {
        super(id.getClass().getSimpleName() + " " + id.value() + " " + refused + ": state = " + state, null);
        this.id = id;
        this.state = requireNonNull(state, "state");
    }

    /**
     * Returns which party.
     *
     * @return its identity
     */
    public Identifier id() {
        return id;
    }

    /**
     * Returns the state it is in.
     *
     * @return the state
     */
    public PartyState state() {
        return state;
    }
}
