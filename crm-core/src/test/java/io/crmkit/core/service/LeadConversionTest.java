package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.audience.LeadFields;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.LeadLinks;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.LeadStatus;
import io.crmkit.core.party.LeadStatusException;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.service.ConvertLead.Opening;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.Seller;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What leads become. */
class LeadConversionTest {

    private static final EmailAddress EVAS = new EmailAddress("eva@graz-pumps.at");

    private final Crm crm = Crm.builder().stores(InMemoryStores.empty()).build();
    private final CrmSession session = crm.as(new Actor(new TenantId("acme"), "anna"));
    private final Seller anna = session.sellers().add(new AddSeller("Anna Rossi", null));

    private Lead lead() {
        LeadDetails details = LeadDetails.of(new LeadName("Eva Huber", "Graz Pumps GmbH"))
                .reachedBy(EmailPoint.of(EVAS), PhonePoint.of(new PhoneNumber("+43 316 123456")));
        return session.leads().add(new AddLead(details, anna.id()));
    }

    private Opening opening() {
        Pipeline pipeline = session.pipelines()
                .define(new DefinePipeline("Sales", List.of(new StageDefinition("Contact", StageKind.OPEN))));
        return new Opening("Pumps for Graz", pipeline.id(), "Pump", Money.of("1200", "EUR"), null);
    }

    @Test
    void aLeadBecomesAPersonACompanyAndAnOpportunityAndEachLeadsToTheOthers() {
        Lead lead = lead();
        Lead converted = session.leads().convert(ConvertLead.matching(lead.id()).opening(opening()));
        LeadLinks links = converted.links();
        assertEquals(LeadStatus.CONVERTED, converted.progress().status());
        assertNotNull(links.person());
        assertNotNull(links.company());
        assertNotNull(links.opportunity());
        Person person = session.people().find(links.person()).orElseThrow();
        assertEquals("Eva Huber", person.name());
        assertEquals(lead.contactPoints(), person.contactPoints());
        assertEquals(new Relationship(anna.id(), SalesStage.PROSPECT, null, PartyState.ACTIVE), person.relationship());
        assertEquals(
                "Graz Pumps GmbH",
                session.companies().find(links.company()).orElseThrow().name());
        Opportunity opportunity =
                session.opportunities().find(links.opportunity()).orElseThrow();
        assertEquals(new OpportunityParties(anna.id(), links.company(), links.person()), opportunity.parties());
        for (var back : List.of(
                LeadFields.PERSON.is(links.person()),
                LeadFields.COMPANY.is(links.company()),
                LeadFields.OPPORTUNITY.is(links.opportunity()))) {
            assertEquals(
                    List.of(converted),
                    session.leads().select(back, PageRequest.first(10)).items());
        }
    }

    @Test
    void aDryRunTellsWhatMatchesAndWhatWouldBeMadeAndMakesNothing() {
        Company graz = session.companies().add(AddCompany.named("GRAZ PUMPS"));
        long journal = session.journal().last();
        Lead lead = lead();
        LeadConversionPlan plan = session.leads().plan(ConvertLead.matching(lead.id()));
        assertEquals(graz.id(), plan.company());
        assertEquals(
                List.of(graz.id().value()),
                plan.companies().stream().map(score -> score.theirs().id()).toList());
        assertEquals(false, plan.createsCompany());
        assertNull(plan.person());
        assertTrue(plan.createsPerson());
        assertEquals(journal + 1, session.journal().last());
        Lead converted = session.leads().convert(ConvertLead.matching(lead.id()));
        assertEquals(graz.id(), converted.links().company());
        assertEquals(1, session.companies().count());
        assertEquals(graz, session.companies().find(graz.id()).orElseThrow());
    }

    @Test
    void withoutMatchingNewRecordsAreMade() {
        session.companies().add(AddCompany.named("Graz Pumps"));
        session.leads().convert(new ConvertLead(lead().id(), null, null, false, null));
        assertEquals(2, session.companies().count());
    }

    @Test
    void theRecordsGivenAreTaken() {
        Company linz = session.companies().add(AddCompany.named("Linz Steel"));
        Person karl = session.people().add(new AddPerson("Karl Maier", null));
        Lead converted = session.leads().convert(new ConvertLead(lead().id(), linz.id(), karl.id(), true, null));
        assertEquals(new LeadLinks(karl.id(), linz.id(), null), converted.links());
        assertEquals(1, session.people().count());
    }

    @Test
    void aCompanyGivenByAnOldIdentityIsTheOneItWasMergedInto() {
        Company graz = session.companies().add(AddCompany.named("Graz Pumps"));
        Company old = session.companies().add(AddCompany.named("Pumps of Graz"));
        session.merges().merge(MergeRecords.companies(graz.id(), old.id()));
        assertEquals(graz, session.companies().find(old.id()).orElseThrow());
        Lead converted = session.leads().convert(new ConvertLead(lead().id(), old.id(), null, true, null));
        assertEquals(graz.id(), converted.links().company());
    }

    @Test
    void aLeadOfACompanyAloneBecomesACompanyAlone() {
        Lead lead = session.leads().add(new AddLead(LeadDetails.of(new LeadName(null, "Graz Pumps")), null));
        Lead converted = session.leads().convert(ConvertLead.matching(lead.id()));
        assertNull(converted.links().person());
        assertEquals(0, session.people().count());
    }

    @Test
    void convertingTwiceAnswersTheSameAndMakesNothingTwice() {
        ConvertLead command = ConvertLead.matching(lead().id()).opening(opening());
        Lead first = session.leads().convert(command);
        long journal = session.journal().last();
        assertEquals(first, session.leads().convert(command));
        assertEquals(first, session.leads().convert(new ConvertLead(command.lead(), null, null, false, null)));
        LeadConversionPlan plan = session.leads().plan(command);
        assertEquals(first.links().company(), plan.company());
        assertEquals(
                List.of(false, false, false),
                List.of(plan.createsCompany(), plan.createsPerson(), plan.opensOpportunity()));
        assertEquals(journal, session.journal().last());
    }

    @Test
    void eightThreadsConvertALeadOnce() throws Exception {
        ConvertLead command = new ConvertLead(lead().id(), null, null, false, opening());
        var threads = Executors.newFixedThreadPool(8);
        Set<Lead> answers = new HashSet<>();
        try {
            Callable<Lead> convert = () -> session.leads().convert(command);
            for (var answer : threads.invokeAll(Collections.nCopies(64, convert))) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, answers.size());
        assertEquals(
                List.of(1L, 1L, 1L),
                List.of(
                        session.people().count(),
                        session.companies().count(),
                        session.opportunities().count()));
    }

    @Test
    void badInputIsNamedAndNothingIsMade() {
        Lead lead = lead();
        CompanyId nowhere = new CompanyId(new UUID(7, 7));
        LeadId nobody = new LeadId(new UUID(8, 8));
        PipelineId none = new PipelineId(new UUID(9, 9));
        assertEquals(
                "CompanyId " + nowhere + " does not exist",
                assertThrows(
                                NotFoundException.class,
                                () -> session.leads().convert(new ConvertLead(lead.id(), nowhere, null, true, null)))
                        .getMessage());
        assertEquals(
                "LeadId " + nobody + " does not exist",
                assertThrows(NotFoundException.class, () -> session.leads().convert(ConvertLead.matching(nobody)))
                        .getMessage());
        ConvertLead unknownPipeline =
                ConvertLead.matching(lead.id()).opening(new Opening("Pumps", none, null, null, null));
        assertEquals(
                "PipelineId " + none + " does not exist",
                assertThrows(NotFoundException.class, () -> session.leads().convert(unknownPipeline))
                        .getMessage());
        ConvertLead untitled = ConvertLead.matching(lead.id()).opening(new Opening(" ", none, null, null, null));
        assertEquals(
                "ConvertLead is not valid: opportunity.name ' ' must not be blank",
                assertThrows(
                                InvalidCommandException.class,
                                () -> session.leads().convert(untitled))
                        .getMessage());
        assertEquals(lead, session.leads().find(lead.id()).orElseThrow());
        assertEquals(0, session.people().count());
    }

    @Test
    void aDeadOrRecycledLeadIsNotConverted() {
        Lead lead = lead();
        Lead dead = session.leads().close(lead.id(), new CloseLead("bankrupt"), lead.revision());
        assertEquals(
                "lead must be NEW, ASSIGNED, IN_PROCESS to become CONVERTED: lead " + dead.id() + " is DEAD",
                assertThrows(LeadStatusException.class, () -> session.leads().plan(ConvertLead.matching(dead.id())))
                        .getMessage());
    }
}
