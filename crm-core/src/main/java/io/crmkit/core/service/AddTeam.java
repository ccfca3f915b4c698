package io.crmkit.core.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish to add a team.
 *
 * @param name the name, 1 to 200 characters
 * @param region the region it sells in, or null
 */
public record AddTeam(
        @NotBlank @Size(max = 200) @PlainText String name,
        @Size(min = 1, max = 200) @PlainText @Nullable String region) {}
