package io.crmkit.core.service;

import io.crmkit.core.party.Person;
import io.crmkit.core.privacy.Channel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where people can be reached. */
final class Addresses {

    private Addresses() {}

    static List<String> of(Person person, Channel channel) {
        return of(person).getOrDefault(channel, List.of());
    }

    static Map<Channel, List<String>> of(Person person) {
        Map<Channel, List<String>> addresses = new EnumMap<>(Channel.class);
        if (person.email() != null) {
            addresses
                    .computeIfAbsent(Channel.EMAIL, none -> new ArrayList<>())
                    .add(person.email().value());
        }
        return addresses;
    }
}
