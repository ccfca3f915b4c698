package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a party stands to the host's user.
 *
 * @param owner the seller who looks after it, or null while nobody does
 * @param stage how far it has come towards buying
 * @param source where it was first heard of, such as {@code fair 2026}, at most 200 characters, or null
 * @param state what became of its record
 */
public record Relationship(
        @Nullable SellerId owner,
        SalesStage stage,
        @Nullable String source,
        PartyState state) {

    /** Of a party of which nothing is known: nobody's, a suspect, from nowhere, active. */
    public static final Relationship UNKNOWN = new Relationship(null, SalesStage.SUSPECT, null, PartyState.ACTIVE);

    /**
     * Makes a relationship.
     *
     * @throws IllegalArgumentException if the source breaks its rule
     */
    public Relationship {
        requireNonNull(stage, "stage");
        requireNonNull(state, "state");
        Text.optional("source", source, 200);
    }

    /**
     * Returns the same relationship with another owner.
     *
     * @param other the seller, or null for nobody
     * @return a copy that differs in its owner only
     */
    public Relationship withOwner(@Nullable SellerId other) {
        return new Relationship(other, stage, source, state);
    }

    /**
     * Returns the same relationship at another stage.
     *
     * @param other the stage
     * @return a copy that differs in its stage only
     */
    public Relationship withStage(SalesStage other) {
        return new Relationship(owner, other, source, state);
    }

    /**
     * Returns the same relationship in another state.
     *
     * @param other the state
     * @return a copy that differs in its state only
     */
    public Relationship withState(PartyState other) {
        return new Relationship(owner, stage, source, other);
    }
}
