package io.crmkit.core.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * A person who sells for the host's user.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the seller's name, 1 to 200 characters
 * @param team the team sold in, or null
 */
public record Seller(
        SellerId id,
        Revision revision,
        String name,
        @Nullable TeamId team) implements Noun<SellerId> {

    /**
     * Makes a seller.
     *
     * @throws IllegalArgumentException if the name breaks its rule
     */
    public Seller {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        Text.required("name", name, 200);
    }

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Seller withRevision(Revision next) {
        return new Seller(id, next, name, team);
    }
}
