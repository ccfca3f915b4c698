package io.crmkit.examples.exchange;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.Tenure;
import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where a card says that a person works.
 *
 * @param company the company's name, 1 to 200 characters
 * @param role what the person is there, 1 to 200 characters, or null
 * @param tenure from when until when
 * @param primary whether it is the person's first one
 */
public record Position(String company, @Nullable String role, Tenure tenure, boolean primary) {

    /**
     * Makes a position.
     *
     * @throws IllegalArgumentException if a text breaks its rule
     */
    public Position {
        Text.required("company", company, 200);
        Text.optional("role", role, 200);
        requireNonNull(tenure, "tenure");
    }
}
