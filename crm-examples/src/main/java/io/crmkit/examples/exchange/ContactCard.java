package io.crmkit.examples.exchange;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.value.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a vCard says of a person or a company.
 *
 * <p>What a person's relationship to the host's user is, and the host's custom fields, are nobody else's business: they
 * are not on the card.
 *
 * <p>Source: RFC 6350.
 *
 * @param kind what it is about
 * @param uid the identity in the system the card was written by, or null where it has none that is a UUID
 * @param name the full name, 1 to 200 characters
 * @param contactPoints where the holder can be reached: at most 50, first the one to try first
 * @param positions where a person works; none for a company
 * @param tags at most 100, each at most 60 characters
 */
public record ContactCard(
        Kind kind,
        @Nullable UUID uid,
        String name,
        List<ContactPoint> contactPoints,
        List<Position> positions,
        Set<String> tags) {

    /** What a card is about. */
    public enum Kind {
        /** A person. */
        PERSON,
        /** A company. */
        COMPANY
    }

    /**
     * Makes a card.
     *
     * @throws IllegalArgumentException if a field breaks its rule, a company has a position, or a position stands twice
     */
    public ContactCard {
        requireNonNull(kind, "kind");
        Text.required("name", name, 200);
        contactPoints = List.copyOf(contactPoints);
        positions = List.copyOf(positions);
        tags = Text.tags("tags", tags);
        if (contactPoints.size() > 50) {
            throw new IllegalArgumentException("contactPoints must be at most 50, not " + contactPoints.size());
        }
        if (kind == Kind.COMPANY && !positions.isEmpty()) {
            throw new IllegalArgumentException("positions must be none on the card of a company: " + name);
        }
        requireEachOnce(positions);
    }

    private static void requireEachOnce(List<Position> positions) {
        Set<List<@Nullable String>> seen = new HashSet<>();
        for (Position position : positions) {
            if (!seen.add(java.util.Arrays.asList(position.company(), position.role()))) {
                throw new IllegalArgumentException("positions must not hold the same role at the same company twice: "
                        + position.role() + " at " + position.company());
            }
        }
    }

    /**
     * Returns the card to hand to somebody who does not know which addresses must not be used.
     *
     * @return a copy without the contact points that bounced or were opted out
     */
    public ContactCard usable() {
        List<ContactPoint> usable = contactPoints.stream()
                .filter(point -> point.status() == ContactStatus.ACTIVE)
                .toList();
        return new ContactCard(kind, uid, name, usable, positions, tags);
    }
}
