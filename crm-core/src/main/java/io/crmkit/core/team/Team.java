package io.crmkit.core.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * Sellers who are led and measured together.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the team's name, or its manager's where teams are known by them, 1 to 200 characters
 * @param region the region it sells in, or null
 */
public record Team(
        TeamId id, Revision revision, String name, @Nullable String region) implements Noun<TeamId> {

    /**
     * Makes a team.
     *
     * @throws IllegalArgumentException if a text breaks its rule
     */
    public Team {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        Text.required("name", name, 200);
        Text.optional("region", region, 200);
    }

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Team withRevision(Revision next) {
        return new Team(id, next, name, region);
    }
}
