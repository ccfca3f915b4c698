package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a lead has come, and with whom.
 *
 * @param status where it stands
 * @param owner the seller whose it is, or null
 * @param reason why it was last recycled or closed as dead, 1 to 500 characters, or null where it never was
 * @param tryAgainOn the day to try it again, or null where it was never recycled
 */
public record LeadProgress(
        LeadStatus status,
        @Nullable SellerId owner,
        @Nullable String reason,
        @Nullable LocalDate tryAgainOn) {

    /** Where a lead begins that is nobody's. */
    public static final LeadProgress NEW = new LeadProgress(LeadStatus.NEW, null, null, null);

    /**
     * Makes progress.
     *
     * @throws IllegalArgumentException if the reason breaks its rule
     */
    public LeadProgress {
        requireNonNull(status, "status");
        Text.optional("reason", reason, 500);
    }
}
