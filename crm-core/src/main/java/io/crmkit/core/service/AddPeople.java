package io.crmkit.core.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The wish to add many people at once.
 *
 * @param people each of them, at most 5,000
 */
public record AddPeople(@NotNull @Size(max = AddPeople.MOST) List<@NotNull @Valid AddPerson> people) {

    /** How many go into one wish at most. */
    public static final int MOST = 5_000;
}
