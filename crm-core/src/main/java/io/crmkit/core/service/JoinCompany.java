package io.crmkit.core.service;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The wish to say that a person belongs to a company.
 *
 * @param person who
 * @param company where
 * @param role what the person is there, 1 to 200 characters, or null
 * @param from the first day, or null where nobody knows since when
 * @param until the first day it was no longer so, or null while it is
 * @param primary whether it is the person's first one; those it overlaps then are not
 */
public record JoinCompany(
        @NotNull PersonId person,
        @NotNull CompanyId company,
        @Size(min = 1, max = 200) @PlainText @Nullable String role,
        @FourDigitYear @Nullable LocalDate from,
        @FourDigitYear @Nullable LocalDate until,
        boolean primary) {

    /**
     * Wishes to say that a person belongs to a company from a day on.
     *
     * @param person who
     * @param company where
     * @param role what the person is there, or null
     * @param from the first day
     * @return the command, not for the person's first one
     */
    public static JoinCompany since(PersonId person, CompanyId company, @Nullable String role, LocalDate from) {
        return new JoinCompany(person, company, role, from, null, false);
    }
}
