package io.crmkit.core.service;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The wish to add a person.
 *
 * @param name the full name, 1 to 200 characters
 * @param contactPoints where the person can be reached: at most 50, first the one to try first
 * @param relation how the person stands to the host's user
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters and without blanks around, none of them
 *     twice whatever the case
 */
public record AddPerson(
        @NotBlank @Size(max = 200) @PlainText String name,
        @NotNull @Size(max = 50) List<@NotNull ContactPoint> contactPoints,
        @NotNull @Valid Relation relation,
        @NotNull CustomFields custom,
        @NotNull @Size(max = 100) @Tags Set<@NotBlank @Size(max = 60) @Trimmed @PlainText String> tags) {

    /**
     * Wishes for a person of whom no more is known than where to write to.
     *
     * @param name the full name, 1 to 200 characters
     * @param email the e-mail address, or null
     */
    public AddPerson(String name, @Nullable EmailAddress email) {
        this(
                name,
                email == null ? List.of() : List.of(EmailPoint.of(email)),
                Relation.UNKNOWN,
                CustomFields.NONE,
                Set.of());
    }
}
