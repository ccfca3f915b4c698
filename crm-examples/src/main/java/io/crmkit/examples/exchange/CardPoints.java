package io.crmkit.examples.exchange;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import ezvcard.VCard;
import ezvcard.parameter.VCardParameters;
import ezvcard.property.Address;
import ezvcard.property.Email;
import ezvcard.property.RawProperty;
import ezvcard.property.Telephone;
import ezvcard.property.VCardProperty;
import ezvcard.util.TelUri;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.value.EmailAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a vCard says that its holder can be reached. */
final class CardPoints {

    private static final int NOT_PREFERRED = 101; // RFC 6350, section 5.3: 1 to 100

    private static final Set<String> SAY_NOTHING = Set.of("pref", "internet");

    private final VCard card;
    private final CardProblems problems;

    CardPoints(VCard card, CardProblems problems) {
        this.card = card;
        this.problems = problems;
    }

    List<ContactPoint> read() {
        List<VCardProperty> properties = new ArrayList<>();
        properties.addAll(card.getEmails());
        properties.addAll(card.getTelephoneNumbers());
        properties.addAll(card.getAddresses());
        properties.sort(Comparator.comparingInt(CardPoints::preference));
        return properties.stream()
                .map(this::point)
                .filter(Objects::nonNull)
                .<ContactPoint>map(point -> point)
                .toList();
    }

    /** How early it is to be tried: 1 to 100, and 101 where the card does not say. */
    static int preference(VCardProperty property) {
        String preference = property.getParameters().first(VCardParameters.PREF);
        try {
            return preference == null ? byType(property) : Integer.parseInt(preference);
        } catch (NumberFormatException e) {
            return NOT_PREFERRED;
        }
    }

    /* how version 3.0 says it */
    private static int byType(VCardProperty property) {
        return types(property).contains("pref") ? 1 : NOT_PREFERRED;
    }

    private static Set<String> types(VCardProperty property) {
        return property.getParameters().get(VCardParameters.TYPE).stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private @Nullable ContactPoint point(VCardProperty property) {
        String label = label(property);
        ContactStatus status = status(property);
        if (property instanceof Email email) {
            return problems.checked(
                    "EMAIL", () -> new EmailPoint(new EmailAddress(stripped(email.getValue())), label, status));
        } else if (property instanceof Telephone phone) {
            return problems.checked("TEL", () -> new PhonePoint(new PhoneNumber(number(phone)), label, status));
        }
        return address((Address) property, label, status);
    }

    private static String stripped(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static String number(Telephone phone) {
        TelUri uri = phone.getUri();
        if (uri == null) {
            return stripped(phone.getText());
        }
        return uri.getExtension() == null ? uri.getNumber() : uri.getNumber() + ";ext=" + uri.getExtension();
    }

    /* Apple's own labels are written _$!<Work>!$_ */
    private @Nullable String label(VCardProperty property) {
        if (property.getGroup() != null) {
            for (RawProperty label : card.getExtendedProperties(CardProperties.LABEL)) {
                if (property.getGroup().equals(label.getGroup())) {
                    return VObjectPropertyValues.unescape(label.getValue()).replaceFirst("^_\\$!<(.*)>!\\$_$", "$1");
                }
            }
        }
        Set<String> types = types(property);
        types.removeAll(SAY_NOTHING);
        return types.isEmpty() ? null : String.join(" ", types);
    }

    private ContactStatus status(VCardProperty property) {
        String status = property.getParameter(CardProperties.STATUS);
        if (status == null) {
            return ContactStatus.ACTIVE;
        }
        for (ContactStatus known : ContactStatus.values()) {
            if (known.name().equalsIgnoreCase(status.replace('-', '_'))) {
                return known;
            }
        }
        problems.refuse(CardProperties.STATUS, "must be active, bounced or opted-out: '" + status + "'");
        return ContactStatus.ACTIVE;
    }

    private @Nullable ContactPoint address(Address address, @Nullable String label, ContactStatus status) {
        String street =
                joined(Stream.of(address.getPoBoxes(), address.getExtendedAddresses(), address.getStreetAddresses())
                        .flatMap(List::stream));
        String code = joined(address.getPostalCodes().stream());
        String city = joined(address.getLocalities().stream());
        String region = joined(address.getRegions().stream());
        String country = country(address);
        if (Stream.of(street, code, city, region, country).allMatch(Objects::isNull)) {
            return null; // telephones write one for everybody
        }
        return problems.checked(
                "ADR", () -> new PostalPoint(new PostalAddress(street, code, city, region, country), label, status));
    }

    private @Nullable String country(Address address) {
        String code = address.getParameter(CardProperties.COUNTRY_CODE);
        String name = joined(address.getCountries().stream());
        if (code != null) {
            return code.toUpperCase(Locale.ROOT);
        } else if (name == null) {
            return null;
        }
        String known = Countries.code(name).orElse(null);
        if (known == null) {
            problems.refuse("ADR", "country must be a country's name, or its code by ISO 3166-1: '" + name + "'");
        }
        return known;
    }

    private static @Nullable String joined(Stream<@Nullable String> parts) {
        String joined = parts.filter(part -> part != null && !part.isBlank())
                .map(part -> part.strip().replaceAll("\\s*\\R\\s*", ", "))
                .collect(Collectors.joining(", "));
        return joined.isEmpty() ? null : joined;
    }
}
