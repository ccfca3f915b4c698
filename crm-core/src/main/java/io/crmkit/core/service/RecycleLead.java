package io.crmkit.core.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The wish to give a lead back, to be tried again.
 *
 * @param reason why, 1 to 500 characters
 * @param tryAgainOn when to try again, after today; null where that is left open
 */
public record RecycleLead(
        @NotBlank @Size(max = 500) @PlainText String reason,
        @FourDigitYear @Nullable LocalDate tryAgainOn) {}
