package io.crmkit.core.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who sells for the host's user.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the seller's name, 1 to 200 characters
 * @param team the team sold in, or null
 * @param zone where the seller's days begin, or null where they begin when the clock of the front door has it
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Seller(
        SellerId id,
        Revision revision,
        String name,
        @Nullable TeamId team,
        @Nullable ZoneId zone,
        CustomFields custom,
        Set<String> tags)
        implements Noun<SellerId>, Extensible<Seller> {

    /**
     * Makes a seller.
     *
     * @throws IllegalArgumentException if the name breaks its rule
     */
    public Seller {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(custom, "custom");
        tags = Text.tags("tags", tags);
        Text.required("name", name, 200);
    }

    /**
     * Makes a seller without custom fields and tags, whose days begin when the clock of the front door has it.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param name the seller's name, 1 to 200 characters
     * @param team the team sold in, or null
     * @throws IllegalArgumentException if a field breaks its rule
     */
    public Seller(SellerId id, Revision revision, String name, @Nullable TeamId team) {
        this(id, revision, name, team, null, CustomFields.NONE, Set.of());
    }

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Seller withRevision(Revision next) {
        return new Seller(id, next, name, team, zone, custom, tags);
    }

    @Override
    public Seller withCustom(CustomFields other) {
        return new Seller(id, revision, name, team, zone, other, tags);
    }

    @Override
    public Seller withTags(Set<String> other) {
        return new Seller(id, revision, name, team, zone, custom, other);
    }
}
