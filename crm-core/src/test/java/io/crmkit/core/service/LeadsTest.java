package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.audience.LeadFields;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.LeadProgress;
import io.crmkit.core.party.LeadStatus;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Leads through the front door. */
class LeadsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    private final CrmSession session = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC))
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));
    private final Seller anna = session.sellers().add(new AddSeller("Anna Rossi", null));

    private Lead lead() {
        return session.leads().add(new AddLead(LeadDetails.of(new LeadName("Eva Huber", "Graz Pumps")), null));
    }

    @Test
    void aLeadGoesFromNewToAssignedToInProcessToRecycledAndTheJournalTellsIt() {
        Lead lead = lead();
        assertEquals(LeadProgress.NEW, lead.progress());
        Lead assigned = session.leads().assign(lead.id(), anna.id(), lead.revision());
        Lead started = session.leads().start(lead.id(), assigned.revision());
        RecycleLead later = new RecycleLead("no budget this year", TODAY.plusYears(1));
        Lead recycled = session.leads().recycle(lead.id(), later, started.revision());
        assertEquals(
                new LeadProgress(LeadStatus.RECYCLED, anna.id(), "no budget this year", TODAY.plusYears(1)),
                recycled.progress());
        assertEquals(4, session.journal().of(lead.id()).size());
        assertEquals(
                List.of("progress.status", "progress.reason", "progress.tryAgainOn"),
                session.journal().of(lead.id()).get(0).fields().stream()
                        .map(field -> field.field())
                        .toList());
    }

    @Test
    void aLeadWithAnOwnerIsAssignedFromTheStart() {
        Lead lead = session.leads().add(new AddLead(LeadDetails.of(new LeadName(null, "Graz Pumps")), anna.id()));
        assertEquals(new LeadProgress(LeadStatus.ASSIGNED, anna.id(), null, null), lead.progress());
        assertEquals("Graz Pumps", lead.naturalKey());
    }

    @Test
    void leadsToTryAgainAreSelected() {
        Lead lead = lead();
        lead();
        Lead recycled =
                session.leads().recycle(lead.id(), new RecycleLead("later", TODAY.plusDays(3)), lead.revision());
        var due = LeadFields.STATUS.is(LeadStatus.RECYCLED).and(LeadFields.TRY_AGAIN_ON.atMost(TODAY.plusDays(3)));
        assertEquals(
                List.of(recycled),
                session.leads().select(due, PageRequest.first(10)).items());
    }

    @Test
    void whatIsKnownCanBeChangedAndItsProgressStays() {
        Lead lead = lead();
        Lead closed = session.leads().close(lead.id(), new CloseLead("bankrupt"), lead.revision());
        LeadDetails more = new LeadDetails(
                new LeadName("Eva Huber", "Graz Pumps GmbH"),
                List.of(PhonePoint.of(new PhoneNumber("+43 316 1234"))),
                "Fair",
                "met at the bar\nlikes pumps",
                CustomFields.NONE,
                Set.of("vip"));
        Lead changed = session.leads().change(lead.id(), more, closed.revision());
        assertEquals(closed.progress(), changed.progress());
        assertEquals("Graz Pumps GmbH", changed.name().company());
        assertEquals("met at the bar\nlikes pumps", changed.note());
    }

    @Test
    void badInputIsNamed() {
        Lead lead = lead();
        Revision seen = lead.revision();
        assertEquals(
                "RecycleLead is not valid: reason ' ' must not be blank",
                assertThrows(
                                InvalidCommandException.class,
                                () -> session.leads().recycle(lead.id(), new RecycleLead(" ", null), seen))
                        .getMessage());
        assertEquals(
                "RecycleLead is not valid: tryAgainOn '2026-05-04' must be after today",
                assertThrows(
                                InvalidCommandException.class,
                                () -> session.leads().recycle(lead.id(), new RecycleLead("later", TODAY), seen))
                        .getMessage());
        LeadDetails bad =
                new LeadDetails(lead.name(), List.of(), "a\tb", "", CustomFields.NONE, Set.of("x".repeat(61)));
        assertEquals(
                "AddLead is not valid: details.note '' must have 1 to 4000 characters; details.note '' must not be blank nor contain"
                        + " control characters other than line breaks and tabs; "
                        + "details.source 'a\\u0009b' must not contain control characters; "
                        + "details.tags[] '" + "x".repeat(61)
                        + "' must have 0 to 60 characters",
                assertThrows(
                                InvalidCommandException.class,
                                () -> session.leads().add(new AddLead(bad, null)))
                        .getMessage());
    }

    @Test
    void whatDoesNotExistOrHasMovedOnIsNamed() {
        Lead lead = lead();
        SellerId nobody = new SellerId(new UUID(7, 7));
        LeadId nowhere = new LeadId(new UUID(8, 8));
        assertEquals(
                "SellerId " + nobody + " does not exist",
                assertThrows(NotFoundException.class, () -> session.leads().assign(lead.id(), nobody, lead.revision()))
                        .getMessage());
        assertEquals(
                "LeadId " + nowhere + " does not exist",
                assertThrows(NotFoundException.class, () -> session.leads().start(nowhere, Revision.NONE))
                        .getMessage());
        session.leads().assign(lead.id(), anna.id(), lead.revision());
        assertEquals(
                "LeadId " + lead.id() + " was saved from revision 1, but is at revision 2",
                assertThrows(StaleRevisionException.class, () -> session.leads().start(lead.id(), lead.revision()))
                        .getMessage());
    }
}
