package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of an opportunity at some instant: its phase, its dates and its value.
 *
 * @param id the opportunity
 * @param name its title; empty where it was erased
 * @param standing where it stood
 * @param stage the stage's name, or {@code (other)} where its pipeline is not known
 * @param dates its days
 * @param owner the seller whose it was, or null for nobody's
 * @param team the team whose it was, or null for none
 * @param amount what it was worth, once; or null where not known
 * @param recurring what it was worth every month besides, or null
 * @param probability how probable a contract was, 0 to 100 %: as said by hand, else its stage's default; null where neither
 *     was said
 * @param category how surely it was counted on: as said by hand, else its stage's default
 */
public record OpportunityState(
        OpportunityId id,
        String name,
        Standing standing,
        String stage,
        OpportunityDates dates,
        @Nullable SellerId owner,
        @Nullable TeamId team,
        @Nullable Money amount,
        @Nullable Money recurring,
        @Nullable Integer probability,
        ForecastCategory category) {

    /** Makes a state. */
    public OpportunityState {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(standing, "standing");
        requireNonNull(stage, "stage");
        requireNonNull(dates, "dates");
        requireNonNull(category, "category");
    }

    /**
     * Tells whether it was open.
     *
     * @return whether it was neither won nor lost
     */
    public boolean isOpen() {
        return standing.outcome() == Outcome.OPEN;
    }
}
