package io.crmkit.core.privacy;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.CrmException;
import java.util.List;
import java.util.stream.Collectors;

/** A person must not be erased while duties to keep the data are in force (GDPR Article 17(3)); nothing was done. */
public final class ErasureRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient List<RetentionHold> holds;

    /**
     * Makes the exception.
     *
     * @param person the person
     * @param holds the holds in force, at least one
     */
    public ErasureRefusedException(PersonId person, List<RetentionHold> holds) {
        super(
                "person must not be held to be erased: person = " + person + ", holds = "
                        + holds.stream()
                                .map(hold -> "'" + hold.reason() + "' until " + hold.until())
                                .collect(Collectors.joining(", ")),
                null);
        this.holds = List.copyOf(holds);
    }

    /**
     * Returns what demands that the data be kept.
     *
     * @return the holds in force
     */
    public List<RetentionHold> holds() {
        return holds;
    }
}
