package io.crmkit.core.service;

import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.team.SellerId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a party stands to the host's user, as far as a command may say; its state has commands of its own.
 *
 * @param owner the seller who looks after it, or null for nobody
 * @param stage how far it has come towards buying
 * @param source where it was first heard of, 1 to 200 characters, or null
 */
public record Relation(
        @Nullable SellerId owner,
        @NotNull SalesStage stage,
        @Size(min = 1, max = 200) @PlainText @Nullable String source) {

    /** Of a party of which nothing is known: nobody's, a suspect, from nowhere. */
    public static final Relation UNKNOWN = new Relation(null, SalesStage.SUSPECT, null);

    static Relation of(Relationship relationship) {
        return new Relation(relationship.owner(), relationship.stage(), relationship.source());
    }

    Relationship in(PartyState state) {
        return new Relationship(owner, stage, source, state);
    }
}
