package io.crmkit.core.service;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.privacy.Channel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses of contact points. */
final class Addresses {

    private Addresses() {}

    /** All of a channel, whether or not they may be used. */
    static List<String> of(List<ContactPoint> points, Channel channel) {
        return points.stream().flatMap(point -> of(point, channel)).toList();
    }

    /** Those that may be used. */
    static List<String> active(List<ContactPoint> points, Channel channel) {
        return points.stream()
                .filter(point -> point.status() == ContactStatus.ACTIVE)
                .flatMap(point -> of(point, channel))
                .toList();
    }

    private static Stream<String> of(ContactPoint point, Channel channel) {
        boolean isPhone = channel == Channel.PHONE || channel == Channel.SMS;
        if (point instanceof EmailPoint email && channel == Channel.EMAIL) {
            return Stream.of(email.address().value());
        } else if (point instanceof PhonePoint phone && isPhone) {
            return Stream.of(phone.number().value());
        } else if (point instanceof PostalPoint postal && channel == Channel.POST) {
            return Stream.of(text(postal.address()));
        }
        return Stream.empty();
    }

    private static String text(PostalAddress address) {
        return Stream.of(
                        address.street(), address.postalCode(), address.city(), address.region(), address.countryCode())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
