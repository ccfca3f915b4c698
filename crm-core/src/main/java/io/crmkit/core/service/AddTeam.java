package io.crmkit.core.service;

import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish to add a team.
 *
 * @param name the name, 1 to 200 characters
 * @param region the region it sells in, or null
 * @param parent the team it is part of, or null
 * @param leader the seller who leads it, or null
 */
public record AddTeam(
        @NotBlank @Size(max = 200) @PlainText String name,
        @Size(min = 1, max = 200) @PlainText @Nullable String region,
        @Nullable TeamId parent,
        @Nullable SellerId leader) {

    /**
     * Wishes for a team that is part of none and led by nobody.
     *
     * @param name the name, 1 to 200 characters
     * @param region the region it sells in, or null
     */
    public AddTeam(String name, @Nullable String region) {
        this(name, region, null, null);
    }
}
