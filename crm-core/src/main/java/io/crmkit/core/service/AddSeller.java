package io.crmkit.core.service;

import io.crmkit.core.team.TeamId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish to add a seller.
 *
 * @param name the name, 1 to 200 characters
 * @param team the team sold in, or null
 */
public record AddSeller(
        @NotBlank @Size(max = 200) @PlainText String name,
        @Nullable TeamId team) {}
