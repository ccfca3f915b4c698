package io.crmkit.core.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The wish to add many companies at once.
 *
 * @param companies each of them, at most 5,000
 */
public record AddCompanies(
        @NotNull @Size(max = AddCompanies.MOST) List<@NotNull @Valid AddCompany> companies) {

    /** How many go into one wish at most. */
    public static final int MOST = 5_000;
}
