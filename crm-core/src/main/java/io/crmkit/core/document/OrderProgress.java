package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a sales order has come.
 *
 * @param state what has become of it
 * @param orderedAt when it was made; kept to the microsecond
 * @param cancelledAt when it was called off, or null; kept to the microsecond
 * @param reason why it was called off, at most 1,000 characters, or null
 */
public record OrderProgress(
        OrderState state,
        Instant orderedAt,
        @Nullable Instant cancelledAt,
        @Nullable String reason) {

    /**
     * Makes a progress.
     *
     * @throws IllegalArgumentException if the reason breaks its rule, or an order is called off at no instant
     */
    public OrderProgress {
        requireNonNull(state, "state");
        orderedAt = requireNonNull(orderedAt, "orderedAt").truncatedTo(ChronoUnit.MICROS);
        cancelledAt = cancelledAt == null ? null : cancelledAt.truncatedTo(ChronoUnit.MICROS);
        Text.optional("reason", reason, 1_000);
        if ((state == OrderState.CANCELLED) != (cancelledAt != null)) {
            throw new IllegalArgumentException(
                    "cancelledAt must be given where the order is cancelled, and only there: " + state + ", "
                            + cancelledAt);
        }
    }
}
