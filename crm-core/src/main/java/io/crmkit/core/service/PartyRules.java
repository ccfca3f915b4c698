package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.PartyStateException;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import java.util.List;

/** What the commands over people and companies have in common. */
final class PartyRules {

    private PartyRules() {}

    /** Requires that the caller has seen the record as it is, and that it may be changed. */
    static void requireCurrent(Noun<?> stored, Relationship relationship, Revision from) {
        if (!stored.revision().equals(from)) {
            throw new StaleRevisionException(stored.id(), from, stored.revision());
        }
        requireKept(stored.id(), relationship, "cannot be changed");
    }

    private static void requireKept(Identifier id, Relationship relationship, String refused) {
        PartyState state = relationship.state();
        if (state == PartyState.MERGED || state == PartyState.ERASED) {
            throw new PartyStateException(id, state, refused);
        }
    }

    /** The same contact points, all at one address at another status, however that address is written. */
    static List<ContactPoint> withStatus(
            Commands commands, List<ContactPoint> points, ContactPoint at, ContactStatus status) {
        String key = requireNonNull(at, "contactPoint").matchKey();
        if (points.stream().noneMatch(point -> point.matchKey().equals(key))) {
            throw commands.refused("SetStatus", "contactPoint", key, Rule.of("crmkit.ownContactPoint"));
        }
        return points.stream()
                .map(point -> point.matchKey().equals(key) ? point.withStatus(status) : point)
                .toList();
    }
}
