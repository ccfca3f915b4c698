package io.crmkit.core.pipeline;

import io.crmkit.core.value.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the seller says of an opportunity's prospects by hand, and does next.
 *
 * @param probability how probable a contract is in the seller's eyes, 0 to 100 %, or null for the stage's default; it
 *     stays until the stage changes or it is taken back
 * @param category how surely the opportunity is counted on in the seller's eyes, or null for the stage's default; it stays
 *     until the stage changes or it is taken back
 * @param nextStep what happens next, 1 to 300 characters, or null
 * @param nextStepDue by when, or null
 */
public record Outlook(
        @Nullable Integer probability,
        @Nullable ForecastCategory category,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepDue) {

    /** Nothing is said by hand. */
    public static final Outlook BY_STAGE = new Outlook(null, null, null, null);

    /**
     * Makes an outlook.
     *
     * @throws IllegalArgumentException if the probability is not 0 to 100, a text breaks its rule, or a step that is not
     *     named is due
     */
    public Outlook {
        if (probability != null && (probability < 0 || probability > 100)) {
            throw new IllegalArgumentException("probability must be 0 to 100 %: " + probability);
        }
        Text.optional("nextStep", nextStep, 300);
        if (nextStep == null && nextStepDue != null) {
            throw new IllegalArgumentException("nextStep must be given where nextStepDue is: " + nextStepDue);
        }
    }

    /** What is left of it in another stage: the next step. */
    Outlook inAnotherStage() {
        return new Outlook(null, null, nextStep, nextStepDue);
    }
}
