package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Gate;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.Requirement;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CrmException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What refusals say to callers of either language. */
class RefusalsTest {

    private final CrmSession crm =
            Crm.builder().stores(InMemoryStores.empty()).build().as(new Actor(new TenantId("acme"), "anna"));

    private void told(String english, String italian, Executable call) {
        CrmException refused = assertThrows(CrmException.class, call);
        assertEquals(english, crm.told(refused));
        assertEquals(italian, crm.in(Locale.ITALIAN).told(refused));
    }

    @Test
    void aRecordThatIsNotThereOrWasChangedIsToldInTheCallersLanguage() {
        PersonId nobody = new PersonId(new UUID(1, 1));
        told(
                "PersonId " + nobody + " does not exist",
                "PersonId " + nobody + " non esiste",
                () -> crm.people().archive(nobody, Revision.NONE));
        CompanyId none = new CompanyId(new UUID(2, 2));
        told(
                "2 records do not exist: CompanyId " + none + ", PersonId " + nobody,
                "2 elementi non esistono: CompanyId " + none + ", PersonId " + nobody,
                () -> crm.activities()
                        .record(RecordActivity.held(ActivityType.CALL, new SellerId(new UUID(3, 3)), Instant.EPOCH)
                                .about(new ActivitySubjects(none, nobody, null))));
        Person eva = crm.people().add(new AddPerson("Eva", null));
        crm.people().archive(eva.id(), eva.revision());
        told(
                "PersonId " + eva.id() + " was saved from revision 1, but is at revision 2",
                "PersonId " + eva.id() + " è stato salvato dalla revisione 1, ma è alla revisione 2",
                () -> crm.people().archive(eva.id(), eva.revision()));
        told(
                "PersonId " + eva.id() + " was saved from revision 1, but has changed since",
                "PersonId " + eva.id() + " è stato salvato dalla revisione 1, ma nel frattempo è cambiato",
                () -> {
                    throw new StaleRevisionException(eva.id(), eva.revision(), null);
                });
    }

    @Test
    void allThatAGateAsksForIsToldInTheCallersLanguage() {
        Gate gate = new Gate(Set.of(Requirement.AMOUNT), Set.of("budget"), true, true, true);
        Pipeline sales = crm.pipelines()
                .define(new DefinePipeline(
                        "Sales",
                        List.of(
                                new StageDefinition("Lead", StageKind.OPEN),
                                new StageDefinition("Demo", StageKind.OPEN),
                                new StageDefinition("Offer", StageKind.OPEN).behind(gate))));
        Opportunity pumps = crm.opportunities()
                .open(new OpenOpportunity(
                        "Pumps", sales.id(), new OpportunityParties(null, null, null), null, null, null));
        told(
                "opportunity 'Pumps' cannot enter stage 'Offer': amount must be given; custom.budget must be given;"
                        + " Demo must be passed through before; Offer must be approved by another seller",
                "l'opportunità 'Pumps' non può entrare nella fase 'Offer': amount va indicato; custom.budget va indicato;"
                        + " Demo va attraversata prima; Offer va approvata da un altro venditore",
                () -> crm.opportunities().move(pumps.id(), sales.stages().get(2).id(), pumps.revision()));
    }
}
