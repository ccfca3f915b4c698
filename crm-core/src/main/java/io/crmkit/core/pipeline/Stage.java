package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * One step of a pipeline.
 *
 * @param id the identity
 * @param name the customer's name for the stage, 1 to 100 characters
 * @param kind what it means to stand in it
 * @param probability how probable a contract is for what stands in it, 0 to 100 %, or null where nobody has said; used
 *     where the seller says nothing of an opportunity
 * @param category how surely what stands in it is counted on, where the seller says nothing of an opportunity
 * @param rottingDays after how many days without anything meaningful an opportunity grows stale in it, 1 or more, or null
 *     for never
 * @param gate what must be so before it is entered
 */
public record Stage(
        StageId id,
        String name,
        StageKind kind,
        @Nullable Integer probability,
        ForecastCategory category,
        @Nullable Integer rottingDays,
        Gate gate) {

    /**
     * Makes a stage.
     *
     * @throws IllegalArgumentException if the name breaks its rule, the probability is not 0 to 100, or the days are not 1
     *     or more
     */
    public Stage {
        requireNonNull(id, "id");
        Text.required("name", name, 100);
        requireNonNull(kind, "kind");
        requireNonNull(category, "category");
        requireNonNull(gate, "gate");
        if (probability != null && (probability < 0 || probability > 100)) {
            throw new IllegalArgumentException(
                    "probability must be 0 to 100 %: " + probability + " of stage '" + name + "'");
        }
        if (rottingDays != null && rottingDays < 1) {
            throw new IllegalArgumentException(
                    "rottingDays must be 1 or more: " + rottingDays + " of stage '" + name + "'");
        }
    }

    /**
     * Makes a stage that anything may enter, that nothing grows stale in, and that is counted on as its kind is.
     *
     * @param id the identity
     * @param name the customer's name for the stage, 1 to 100 characters
     * @param kind what it means to stand in it
     * @throws IllegalArgumentException if the name breaks its rule
     */
    public Stage(StageId id, String name, StageKind kind) {
        this(id, name, kind, null, kind.category(), null, Gate.OPEN);
    }

    /**
     * Returns how probable a contract is for an opportunity that stands in this stage.
     *
     * @param opportunity the opportunity
     * @return what the seller says by hand, else this stage's default, 0 to 100 %; null where neither is said
     */
    public @Nullable Integer probabilityOf(Opportunity opportunity) {
        Integer byHand = opportunity.outlook().probability();
        return byHand == null ? probability : byHand;
    }

    /**
     * Returns how surely an opportunity that stands in this stage is counted on.
     *
     * @param opportunity the opportunity
     * @return what the seller says by hand, else this stage's default
     */
    public ForecastCategory categoryOf(Opportunity opportunity) {
        ForecastCategory byHand = opportunity.outlook().category();
        return byHand == null ? category : byHand;
    }
}
