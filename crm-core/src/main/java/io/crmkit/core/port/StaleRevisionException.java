package io.crmkit.core.port;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CrmException;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Revision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody else changed the record since it was read; reading it again and repeating the change makes sense. */
public final class StaleRevisionException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient Identifier id;
    private final transient Revision expected;
    private final transient @Nullable Revision found;

    /**
     * Makes the exception.
     *
     * @param id the record
     * @param expected the revision the save was made from
     * @param found the revision that is stored, or null where it cannot be known any more
     */
    public StaleRevisionException(Identifier id, Revision expected, @Nullable Revision found) {
        super(
                "%s %s was saved from revision %d, but %s"
                        .formatted(
                                id.getClass().getSimpleName(),
                                id.value(),
                                requireNonNull(expected, "revision").number(),
                                found == null ? "has changed since" : "is at revision " + found.number()),
                null);
        this.id = id;
        this.expected = expected;
        this.found = found;
    }

    /**
     * Returns the record.
     *
     * @return its identity
     */
    public Identifier id() {
        return id;
    }

    /**
     * Returns the revision the save was made from.
     *
     * @return the revision
     */
    public Revision expected() {
        return expected;
    }

    /**
     * Returns the revision that is stored.
     *
     * @return the revision, or empty where it cannot be known any more
     */
    public Optional<Revision> found() {
        return Optional.ofNullable(found);
    }
}
