package io.crmkit.core.service;

import io.crmkit.core.team.Seller;
import io.crmkit.core.team.TeamId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The wish that a seller's record say this from now on: all of it, so that what is left out is gone.
 *
 * @param name the name, 1 to 200 characters
 * @param team the team sold in, or null
 * @param zone where the seller's days begin, or null where they begin when the clock of the front door has it
 */
public record ChangeSeller(
        @NotBlank @Size(max = 200) @PlainText String name,
        @Nullable TeamId team,
        @Nullable ZoneId zone) {

    /**
     * Wishes for what the record says already, to change some of it.
     *
     * @param seller the seller as read
     * @return a command that changes nothing
     */
    public static ChangeSeller of(Seller seller) {
        return new ChangeSeller(seller.name(), seller.team(), seller.zone());
    }

    /**
     * Returns the same wish with another team.
     *
     * @param other the team sold in, or null
     * @return the command
     */
    public ChangeSeller withTeam(@Nullable TeamId other) {
        return new ChangeSeller(name, other, zone);
    }

    /**
     * Returns the same wish with another zone.
     *
     * @param other where the seller's days begin, or null
     * @return the command
     */
    public ChangeSeller withZone(@Nullable ZoneId other) {
        return new ChangeSeller(name, team, other);
    }
}
