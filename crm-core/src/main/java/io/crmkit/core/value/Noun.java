package io.crmkit.core.value;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thing with an identity, kept in a store: a company, a seller, an opportunity.
 *
 * <p>Nouns are immutable records. A change makes a new record; saving it answers with the record as stored.
 *
 * @param <I> the noun's identifier type
 */
public interface Noun<I extends Identifier> {

    /**
     * Returns the identity.
     *
     * @return the identifier, the same for all revisions
     */
    I id();

    /**
     * Returns the revision this record was read at.
     *
     * @return the revision; {@link Revision#NONE} for a record that was never stored
     */
    Revision revision();

    /**
     * Returns the words people know this noun by: a seller's name, an opportunity's reference.
     *
     * @return the natural key, which need not be unique; null where the noun has none
     */
    @Nullable
    String naturalKey();

    /**
     * Says when what this record tells of took place, where the record itself says so.
     *
     * @return the instant, or null where the record says nothing of the kind
     */
    default @Nullable Instant occurredAt() {
        return null;
    }

    /**
     * Returns the same noun at another revision.
     *
     * @param next the revision
     * @return a copy that differs in its revision only
     */
    Noun<I> withRevision(Revision next);
}
