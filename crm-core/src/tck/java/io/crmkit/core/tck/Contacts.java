package io.crmkit.core.tck;

import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.AffiliationId;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.tck.Specimens.Values;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Revision;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What people and companies to test with have in common, and what joins them. */
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

    static Affiliation bare(AffiliationId id) {
        return new Affiliation(id, Revision.NONE, person(), company(), null, null, null, false);
    }

    static Affiliation affiliation(AffiliationId id, Values v) {
        LocalDate day = LocalDate.ofInstant(v.at(), ZoneOffset.UTC);
        return new Affiliation(
                id,
                Revision.NONE,
                person(),
                company(),
                v.text(),
                day,
                day.plusDays(v.second() ? 400 : 90),
                v.second(),
                Extras.fields(v),
                Extras.tags(v));
    }

    private static PersonId person() {
        return new PersonId(UUID.randomUUID());
    }

    private static CompanyId company() {
        return new CompanyId(UUID.randomUUID());
    }

    private static String label(Values v) {
        return v.second() ? "home" : "work \u2014 \uD83D\uDE80";
    }
}
