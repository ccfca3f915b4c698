package io.crmkit.core.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sellers who are led and measured together.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the team's name, or its manager's where teams are known by them, 1 to 200 characters
 * @param region the region it sells in, or null
 * @param parent the team it is part of, or null; teams form trees
 * @param leader the seller who leads it, who need not be one of its own, or null
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Team(
        TeamId id,
        Revision revision,
        String name,
        @Nullable String region,
        @Nullable TeamId parent,
        @Nullable SellerId leader,
        CustomFields custom,
        Set<String> tags)
        implements Noun<TeamId>, Extensible<Team> {

    /**
     * Makes a team.
     *
     * @throws IllegalArgumentException if a text breaks its rule or the team is its own parent
     */
    public Team {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(custom, "custom");
        tags = Text.tags("tags", tags);
        Text.required("name", name, 200);
        Text.optional("region", region, 200);
        if (id.equals(parent)) {
            throw new IllegalArgumentException("parent must not be the team itself: " + name);
        }
    }

    /**
     * Makes a team that is part of none and led by nobody.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param name the team's name, 1 to 200 characters
     * @param region the region it sells in, or null
     * @throws IllegalArgumentException if a text breaks its rule
     */
    public Team(TeamId id, Revision revision, String name, @Nullable String region) {
        this(id, revision, name, region, null, null, CustomFields.NONE, Set.of());
    }

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Team withRevision(Revision next) {
        return new Team(id, next, name, region, parent, leader, custom, tags);
    }

    /**
     * Returns the same team elsewhere in the tree of teams.
     *
     * @param other the team it is part of, or null
     * @return a copy that differs in its parent only
     * @throws IllegalArgumentException if that is the team itself
     */
    public Team withParent(@Nullable TeamId other) {
        return new Team(id, revision, name, region, other, leader, custom, tags);
    }

    /**
     * Returns the same team with another leader.
     *
     * @param other the seller who leads it, or null
     * @return a copy that differs in its leader only
     */
    public Team withLeader(@Nullable SellerId other) {
        return new Team(id, revision, name, region, parent, other, custom, tags);
    }

    @Override
    public Team withCustom(CustomFields other) {
        return new Team(id, revision, name, region, parent, leader, other, tags);
    }

    @Override
    public Team withTags(Set<String> other) {
        return new Team(id, revision, name, region, parent, leader, custom, other);
    }
}
