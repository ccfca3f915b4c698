package io.crmkit.core.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The wish to record many activities at once.
 *
 * @param activities each of them, at most 5,000
 */
public record RecordActivities(
        @NotNull @Size(max = RecordActivities.MOST) List<@NotNull @Valid RecordActivity> activities) {

    /** How many go into one wish at most. */
    public static final int MOST = 5_000;
}
