package io.crmkit.core.pipeline;

import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * Why an opportunity was won or lost.
 *
 * @param reason the reason, one of the host's, 1 to 100 characters, or null
 * @param competitor who else was in the running, 1 to 200 characters, or null
 * @param note what else is to be said, at most 4,000 characters, or null
 */
public record Ending(
        @Nullable String reason,
        @Nullable String competitor,
        @Nullable String note) {

    /** Nothing is said. */
    public static final Ending UNSAID = new Ending(null, null, null);

    /**
     * Makes an ending.
     *
     * @throws IllegalArgumentException if a text breaks its rule
     */
    public Ending {
        Text.optional("reason", reason, 100);
        Text.optional("competitor", competitor, 200);
        Text.lines("note", note, 4_000);
    }
}
