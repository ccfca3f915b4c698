package io.crmkit.core.service;

import io.crmkit.core.team.TeamId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The wish to add a seller.
 *
 * @param name the name, 1 to 200 characters
 * @param team the team sold in, or null
 * @param zone where the seller's days begin, or null where they begin when the clock of the front door has it
 */
public record AddSeller(
        @NotBlank @Size(max = 200) @PlainText String name,
        @Nullable TeamId team,
        @Nullable ZoneId zone) {

    /**
     * Wishes for a seller whose days begin when the clock of the front door has it.
     *
     * @param name the name, 1 to 200 characters
     * @param team the team sold in, or null
     */
    public AddSeller(String name, @Nullable TeamId team) {
        this(name, team, null);
    }
}
