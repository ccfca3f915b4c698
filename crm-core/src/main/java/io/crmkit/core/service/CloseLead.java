package io.crmkit.core.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The wish to close a lead of which nothing will come.
 *
 * @param reason why, 1 to 500 characters
 */
public record CloseLead(
        @NotBlank @Size(max = 500) @PlainText String reason) {}
