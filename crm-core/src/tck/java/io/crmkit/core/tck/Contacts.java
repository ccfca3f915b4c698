package io.crmkit.core.tck;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.tck.Specimens.Values;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.EmailAddress;
import java.util.List;
import java.util.UUID;

/** What people and companies to test with have in common. */
final class Contacts {

    private Contacts() {}

    static List<ContactPoint> points(Values v) {
        ContactPoint email = new EmailPoint(
                new EmailAddress((v.second() ? "second" : "first") + "@example.org"), label(v), ContactStatus.ACTIVE);
        ContactPoint phone = new PhonePoint(
                new PhoneNumber(v.second() ? "(011) 555-0100 ext. 7" : "+39 011 5550100"),
                null,
                v.second() ? ContactStatus.OPTED_OUT : ContactStatus.BOUNCED);
        ContactPoint postal = new PostalPoint(
                new PostalAddress(v.text(), v.second() ? null : "10121", v.text(), null, v.second() ? "AT" : "IT"),
                label(v),
                ContactStatus.ACTIVE);
        return v.second() ? List.of(postal, phone, email) : List.of(email, phone, postal);
    }

    static Relationship relationship(Values v) {
        return new Relationship(
                new SellerId(UUID.randomUUID()),
                v.second() ? SalesStage.SUSPECT : SalesStage.CUSTOMER,
                v.text(),
                v.second() ? PartyState.ERASED : PartyState.MERGED);
    }

    private static String label(Values v) {
        return v.second() ? "home" : "work \u2014 \uD83D\uDE80";
    }
}
