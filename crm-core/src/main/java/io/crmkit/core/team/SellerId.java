package io.crmkit.core.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Identifier;
import java.util.UUID;

/**
 * The identity of a seller: the host's own of an employee, who need not be kept here as a {@link Seller}. A command may
 * mention one that is not; it counts as a seller of no name and of no team. Only who is given a lead or an opportunity, or
 * leads a team, must be kept.
 *
 * @param value the UUID
 */
public record SellerId(UUID value) implements Identifier {

    /** Makes an identifier. */
    public SellerId {
        requireNonNull(value, "value");
    }

    /**
     * Reads an identifier from its text.
     *
     * @param text the UUID as {@link #toString} writes it
     * @return the identifier
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static SellerId parse(String text) {
        return new SellerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
