package io.crmkit.examples.exchange;

import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.audience.SellerFields;
import io.crmkit.core.calendar.CalendarEntry;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.PageRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Those who take part, by what programs know them by: a name and an address. */
final class Attendees {

    private final Map<Identifier, String> names = new HashMap<>();
    private final Map<Identifier, URI> addresses = new HashMap<>();

    private Attendees() {}

    /** Reads everybody who takes part in any of the entries, in few statements. */
    static Attendees of(CrmSession session, Collection<CalendarEntry> entries) {
        Set<PersonId> people = new HashSet<>();
        Set<SellerId> sellers = new HashSet<>();
        for (CalendarEntry entry : entries) {
            sellers.add(entry.activity().seller());
            for (Participant participant : entry.activity().participants()) {
                if (participant.person() != null) {
                    people.add(participant.person());
                } else if (participant.seller() != null) {
                    sellers.add(participant.seller());
                }
            }
        }
        Attendees all = new Attendees();
        PageRequest most = PageRequest.first(PageRequest.LARGEST);
        portions(
                people,
                some -> session.people()
                        .select(PersonFields.ID.in(some), most)
                        .items()
                        .forEach(all::add));
        portions(
                sellers,
                some -> session.sellers()
                        .select(SellerFields.ID.in(some), most)
                        .items()
                        .forEach(all::add));
        return all;
    }

    private static <I> void portions(Set<I> ids, Consumer<List<I>> read) {
        List<I> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PageRequest.LARGEST) {
            read.accept(all.subList(from, Math.min(all.size(), from + PageRequest.LARGEST)));
        }
    }

    private void add(Seller seller) {
        names.put(seller.id(), seller.name());
    }

    private void add(Person person) {
        names.put(person.id(), person.name());
        person.contactPoints().stream()
                .filter(point -> point instanceof EmailPoint && point.status() == ContactStatus.ACTIVE)
                .map(point -> ((EmailPoint) point).address().value())
                .findFirst()
                .flatMap(Attendees::mail)
                .ifPresent(address -> addresses.put(person.id(), address));
    }

    private static Optional<URI> mail(String address) {
        try {
            return Optional.of(new URI("mailto", address, null));
        } catch (URISyntaxException unwritable) {
            return Optional.empty();
        }
    }

    /** The name; empty for somebody who may not be seen. */
    Optional<String> name(Identifier party) {
        return Optional.ofNullable(names.get(party));
    }

    /** Where to write to; for somebody without an address that may be used, the identity. */
    URI address(Identifier party) {
        URI address = addresses.get(party);
        return address == null ? URI.create("urn:uuid:" + party.value()) : address;
    }
}
