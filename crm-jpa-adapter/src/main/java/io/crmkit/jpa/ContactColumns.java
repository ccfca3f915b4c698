package io.crmkit.jpa;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.value.EmailAddress;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The columns of contact points. */
@MappedSuperclass
abstract class ContactColumns extends PartRow {

    private static final String EMAIL = "email";
    private static final String PHONE = "phone";
    private static final String POSTAL = "postal";

    @Column(name = "kind", nullable = false, length = 10)
    String kind;

    /* the e-mail address or the number as written */
    @Column(name = "address", length = 254)
    @Nullable
    String address;

    @Column(name = "label", length = 60)
    @Nullable
    String label;

    @Column(name = "status", nullable = false, length = 10)
    String status;

    @Column(name = "street", length = 200)
    @Nullable
    String street;

    @Column(name = "postal_code", length = 20)
    @Nullable
    String postalCode;

    @Column(name = "city", length = 100)
    @Nullable
    String city;

    @Column(name = "region", length = 100)
    @Nullable
    String region;

    @Column(name = "country", length = 2)
    @Nullable
    String country;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected ContactColumns() {}

    /** Lets a row hold these contact points; where it holds them already, nothing is touched. */
    static <C extends ContactColumns> void fill(List<C> rows, List<ContactPoint> points, Supplier<C> newRow) {
        replace(
                rows,
                points.stream()
                        .map(point -> {
                            C row = newRow.get();
                            row.fill(point);
                            return row;
                        })
                        .toList());
    }

    static List<ContactPoint> points(List<? extends ContactColumns> rows) {
        return rows.stream().map(ContactColumns::point).toList();
    }

    final void fill(ContactPoint point) {
        label = point.label();
        status = Codes.CONTACT_STATUS.of(point.status());
        if (point instanceof EmailPoint email) {
            kind = EMAIL;
            address = email.address().value();
        } else if (point instanceof PhonePoint phone) {
            kind = PHONE;
            address = phone.number().value();
        } else {
            fill(((PostalPoint) point).address());
        }
    }

    private void fill(PostalAddress postal) {
        kind = POSTAL;
        street = postal.street();
        postalCode = postal.postalCode();
        city = postal.city();
        region = postal.region();
        country = postal.countryCode();
    }

    ContactPoint point() {
        ContactStatus held = Codes.CONTACT_STATUS.constant(status);
        return switch (kind) {
            case EMAIL -> new EmailPoint(new EmailAddress(String.valueOf(address)), label, held);
            case PHONE -> new PhonePoint(new PhoneNumber(String.valueOf(address)), label, held);
            default -> new PostalPoint(new PostalAddress(street, postalCode, city, region, country), label, held);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContactColumns that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<@Nullable String> values() {
        return Arrays.asList(kind, address, label, status, street, postalCode, city, region, country);
    }
}
