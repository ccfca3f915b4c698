package io.crmkit.examples.document;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.port.QuoteSheet;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyNameType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import org.jspecify.annotations.Nullable;

/** Who a document is between, in UBL. */
final class UblParties {

    private final Letterhead letterhead;

    UblParties(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    SupplierPartyType seller(QuoteSheet sheet) {
        SupplierPartyType seller = new SupplierPartyType();
        seller.setParty(named(letterhead.name()));
        seller.setSellerContact(contact(sheet.seller().name(), null));
        return seller;
    }

    CustomerPartyType buyer(QuoteSheet sheet) {
        Company company = sheet.company();
        Person contact = sheet.contact();
        CustomerPartyType buyer = new CustomerPartyType();
        PartyType party = named(company == null && contact != null ? contact.name() : nameOf(company));
        List<ContactPoint> points =
                company != null ? company.contactPoints() : contact != null ? contact.contactPoints() : List.of();
        points.stream()
                .filter(PostalPoint.class::isInstance)
                .findFirst()
                .ifPresent(point -> party.setPostalAddress(address(((PostalPoint) point).address())));
        buyer.setParty(party);
        if (contact != null) {
            buyer.setBuyerContact(contact(
                    contact.name(),
                    contact.email() == null ? null : contact.email().value()));
        }
        return buyer;
    }

    private static String nameOf(@Nullable Company company) {
        return company == null ? "" : company.name();
    }

    private static PartyType named(String name) {
        PartyNameType partyName = new PartyNameType();
        partyName.setName(name);
        PartyType party = new PartyType();
        party.addPartyName(partyName);
        return party;
    }

    private static ContactType contact(String name, @Nullable String mail) {
        ContactType contact = new ContactType();
        contact.setName(name);
        if (mail != null) {
            contact.setElectronicMail(mail);
        }
        return contact;
    }

    private static AddressType address(PostalAddress address) {
        AddressType type = new AddressType();
        if (address.street() != null) {
            type.setStreetName(address.street());
        }
        if (address.city() != null) {
            type.setCityName(address.city());
        }
        if (address.postalCode() != null) {
            type.setPostalZone(address.postalCode());
        }
        if (address.region() != null) {
            type.setCountrySubentity(address.region());
        }
        if (address.countryCode() != null) {
            CountryType country = new CountryType();
            country.setIdentificationCode(address.countryCode());
            type.setCountry(country);
        }
        return type;
    }
}
