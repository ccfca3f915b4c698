package io.crmkit.core.service;

import io.crmkit.core.party.PersonId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * The wish to keep a person's data until a day.
 *
 * @param person the person
 * @param reason the statute or whatever else demands it, 1 to 200 characters
 * @param until the first day on which it is no longer in force; after today
 */
public record PlaceHold(
        @NotNull PersonId person,
        @NotBlank @Size(max = 200) @PlainText String reason,
        @NotNull @FourDigitYear LocalDate until) {}
