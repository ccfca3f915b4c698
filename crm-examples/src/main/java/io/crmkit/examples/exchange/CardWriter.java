package io.crmkit.examples.exchange;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.property.Address;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Kind;
import ezvcard.property.Organization;
import ezvcard.property.Telephone;
import ezvcard.property.Title;
import ezvcard.property.Uid;
import ezvcard.property.VCardProperty;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a card as a vCard of version 4.0. */
final class CardWriter {

    private final VCard written = new VCard();
    private int group;

    private CardWriter() {}

    static String text(ContactCard card) {
        CardWriter writer = new CardWriter();
        writer.put(card);
        return ContentLines.folded(writer.unfolded());
    }

    private String unfolded() {
        StringWriter text = new StringWriter();
        try (VCardWriter writer = new VCardWriter(text, VCardVersion.V4_0)) {
            writer.setCaretEncodingEnabled(true); // RFC 6868: without it a quotation mark in a parameter is lost
            writer.setAddProdId(false);
            writer.setVersionStrict(false);
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string is never full
        }
        return text.toString();
    }

    private void put(ContactCard card) {
        boolean company = card.kind() == ContactCard.Kind.COMPANY;
        written.addProperty(company ? Kind.org() : Kind.individual());
        if (card.uid() != null) {
            written.setUid(new Uid("urn:uuid:" + card.uid()));
        }
        written.addProperty(new FormattedName(card.name()));
        card.positions().forEach(this::put);
        for (int i = 0; i < card.contactPoints().size(); i++) {
            put(card.contactPoints().get(i), i + 1);
        }
        if (!card.tags().isEmpty()) {
            Categories tags = new Categories();
            tags.getValues().addAll(card.tags());
            written.addProperty(tags);
        }
    }

    private void put(Position position) {
        Organization company = new Organization();
        company.getValues().add(position.company());
        company.setPref(position.primary() ? 1 : null);
        set(company, CardProperties.FROM, position.tenure().from());
        set(company, CardProperties.UNTIL, position.tenure().until());
        written.addProperty(company);
        if (position.role() != null) {
            Title title = new Title(position.role());
            title.setGroup(grouped(company));
            written.addProperty(title);
        }
    }

    private static void set(VCardProperty property, String parameter, @Nullable LocalDate day) {
        if (day != null) {
            property.setParameter(parameter, day.toString());
        }
    }

    /* the preference runs through all of them, so that their order is read again whatever kinds they are of */
    private void put(ContactPoint point, int preference) {
        if (point instanceof EmailPoint email) {
            put(new Email(email.address().value()), point, CardProperties.TYPES, preference);
        } else if (point instanceof PhonePoint phone) {
            put(new Telephone(phone.number().value()), point, CardProperties.PHONE_TYPES, preference);
        } else if (point instanceof PostalPoint postal) {
            put(address(postal.address()), point, CardProperties.TYPES, preference);
        }
    }

    private void put(VCardProperty property, ContactPoint point, Set<String> types, int preference) {
        property.setParameter("PREF", String.valueOf(preference));
        String label = point.label();
        if (label != null && types.contains(label)) {
            property.setParameter("TYPE", label);
        } else if (label != null) {
            written.addExtendedProperty(CardProperties.LABEL, VObjectPropertyValues.escape(label))
                    .setGroup(grouped(property));
        }
        if (point.status() != ContactStatus.ACTIVE) {
            property.setParameter(
                    CardProperties.STATUS,
                    point.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        written.addProperty(property);
    }

    private String grouped(VCardProperty property) {
        property.setGroup("item" + ++group);
        return property.getGroup();
    }

    private static Address address(PostalAddress address) {
        Address written = new Address();
        written.setStreetAddress(address.street());
        written.setLocality(address.city());
        written.setRegion(address.region());
        written.setPostalCode(address.postalCode());
        if (address.countryCode() != null) {
            written.setCountry(Countries.name(address.countryCode()));
            written.setParameter(CardProperties.COUNTRY_CODE, address.countryCode());
        }
        return written;
    }
}
