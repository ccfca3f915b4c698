package io.crmkit.examples.spring;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.party.Person;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes bookings. One transaction, Spring's, holds the host's entity and what the CRM keeps of the guest. */
@Service
class FrontDesk {

    private static final Actor DESK = new Actor(new TenantId("hotel"), "front desk");

    private final Crm crm;
    private final BookingRepository bookings;
    private final Clock clock;

    FrontDesk(Crm crm, BookingRepository bookings, Clock clock) {
        this.crm = crm;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** Takes on somebody who answers the telephone. */
    @Transactional
    public SellerId hire(String name) {
        return crm.as(DESK).sellers().add(new AddSeller(name, null)).id();
    }

    /**
     * Books a room by telephone; the guest and the call are in the CRM afterwards.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if the room is taken that night; then neither the
     *     booking nor the guest nor the call is kept
     */
    @Transactional
    public Booking book(int room, LocalDate night, Guest guest, SellerId clerk) {
        CrmSession session = crm.as(DESK);
        Person person = known(session, guest);
        session.activities()
                .record(new RecordActivity(
                        ActivityType.CALL,
                        clerk,
                        clock.instant(),
                        ActivityState.HELD,
                        new ActivitySubjects(null, person.id(), null)));
        return bookings.saveAndFlush(new Booking(room, night, person.id().value()));
    }

    private static Person known(CrmSession session, Guest guest) {
        return session.people().select(PersonFields.EMAIL.is(guest.email()), PageRequest.first(1)).items().stream()
                .findFirst()
                .orElseGet(() -> session.people().add(new AddPerson(guest.name(), new EmailAddress(guest.email()))));
    }

    /** Says how many guests the CRM knows; reads need no transaction. */
    public long guests() {
        return crm.as(DESK).people().count();
    }

    /** Says how many calls the CRM has; reads need no transaction. */
    public long calls() {
        return crm.as(DESK).activities().count();
    }

    /** Who calls. */
    record Guest(String name, String email) {}
}
