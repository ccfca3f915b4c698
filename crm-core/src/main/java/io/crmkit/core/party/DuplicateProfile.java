package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.EmailAddress;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What duplicate detection looks at in a record, whichever noun it is of.
 *
 * @param kind which noun
 * @param id the record's identity
 * @param personName the person's name, or null
 * @param companyName the company's name, or null
 * @param emails the e-mail addresses
 * @param phones the telephone numbers as written
 */
public record DuplicateProfile(
        DuplicateKind kind,
        UUID id,
        @Nullable String personName,
        @Nullable String companyName,
        Set<EmailAddress> emails,
        Set<String> phones) {

    /** Makes a profile. */
    public DuplicateProfile {
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
        emails = Set.copyOf(emails);
        phones = Set.copyOf(phones);
    }

    /**
     * Takes the profile of a person.
     *
     * @param person the person
     * @return the profile
     */
    public static DuplicateProfile of(Person person) {
        return new DuplicateProfile(
                DuplicateKind.PERSON,
                person.id().value(),
                person.name(),
                null,
                emails(person.contactPoints()),
                phones(person.contactPoints()));
    }

    /**
     * Takes the profile of a company.
     *
     * @param company the company
     * @return the profile
     */
    public static DuplicateProfile of(Company company) {
        return new DuplicateProfile(
                DuplicateKind.COMPANY,
                company.id().value(),
                null,
                company.name(),
                emails(company.contactPoints()),
                phones(company.contactPoints()));
    }

    /**
     * Takes the profile of a lead.
     *
     * @param lead the lead
     * @return the profile
     */
    public static DuplicateProfile of(Lead lead) {
        return new DuplicateProfile(
                DuplicateKind.LEAD,
                lead.id().value(),
                lead.name().person(),
                lead.name().company(),
                emails(lead.contactPoints()),
                phones(lead.contactPoints()));
    }

    private static Set<EmailAddress> emails(List<ContactPoint> points) {
        return points.stream()
                .flatMap(point -> point instanceof EmailPoint email ? Stream.of(email.address()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static Set<String> phones(List<ContactPoint> points) {
        return points.stream()
                .flatMap(point -> point instanceof PhonePoint phone
                        ? Stream.of(phone.number().value())
                        : Stream.empty())
                .collect(Collectors.toSet());
    }
}
