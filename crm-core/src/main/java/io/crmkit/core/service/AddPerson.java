package io.crmkit.core.service;

import io.crmkit.core.value.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish to add a person.
 *
 * @param name the full name, 1 to 200 characters
 * @param email the e-mail address, or null
 */
public record AddPerson(
        @NotBlank @Size(max = 200) @PlainText String name,
        @Nullable EmailAddress email) {}
