package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.DuplicateEvidence;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.DuplicatePolicy;
import io.crmkit.core.party.DuplicateProfile;
import io.crmkit.core.party.DuplicateScore;
import io.crmkit.core.party.DuplicateWeight;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.PhonePoint;
import io.crmkit.core.port.PhoneNormalizer;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is likely recorded twice, through the front door; and how much of what is known to be so is found. */
class DuplicatesTest {

    private final Crm crm = Crm.builder().stores(InMemoryStores.empty()).build();
    private final CrmSession session = crm.as(new Actor(new TenantId("acme"), "anna"));

    private Person person(String name, String email) {
        return session.people().add(new AddPerson(name, new EmailAddress(email)));
    }

    private Lead lead(SyntheticLeads.Draft draft) {
        List<ContactPoint> points = new ArrayList<>();
        if (draft.email() != null) {
            points.add(EmailPoint.of(new EmailAddress(draft.email())));
        }
        if (draft.phone() != null) {
            points.add(PhonePoint.of(new PhoneNumber(draft.phone())));
        }
        LeadDetails details = LeadDetails.of(new LeadName(draft.person(), draft.company()));
        return session.leads().add(new AddLead(details.reachedBy(points.toArray(ContactPoint[]::new)), null));
    }

    private static List<UUID> theirs(List<DuplicateScore> scores) {
        return scores.stream().map(score -> score.theirs().id()).toList();
    }

    @Test
    void likelyDuplicatesAreListedTheLikeliestFirst() {
        Person eva = person("Eva Huber", "eva.huber@graz-pumps.at");
        Person same = person("HUBER Eva", "EVA.HUBER@graz-pumps.at");
        Person near = person("Eva Huber", "huber@graz-pumps.at");
        person("Karl Maier", "karl.maier@graz-pumps.at");
        assertEquals(
                List.of(same.id().value(), near.id().value()),
                theirs(session.duplicates().of(eva.id())));
    }

    @Test
    void aCompanyIsFoundUnderAnotherLegalForm() {
        Company one = session.companies().add(AddCompany.named("M\u00fcller Maschinenbau GmbH"));
        Company same = session.companies().add(AddCompany.named("MULLER MASCHINENBAU GmbH & Co. KG"));
        session.companies().add(AddCompany.named("M\u00fcller Backwaren GmbH"));
        DuplicateScore found = session.duplicates().of(one.id()).get(0);
        assertEquals(List.of(same.id().value()), theirs(session.duplicates().of(one.id())));
        assertEquals(DuplicateEvidence.COMPANY_NAME, found.findings().get(0).evidence());
        assertEquals(11, found.total(), 1e-12);
    }

    @Test
    void aLeadFindsThePersonItMayBe() {
        Person eva = person("Eva Huber", "eva@graz-pumps.at");
        Lead lead = lead(new SyntheticLeads.Draft("Eva Hubber", "Graz Pumps", "eva@graz-pumps.at", null));
        DuplicateProfile profile = DuplicateProfile.of(lead);
        assertEquals(List.of(eva.id().value()), theirs(session.duplicates().like(profile, DuplicateKind.PERSON)));
        assertEquals(List.of(), session.duplicates().of(lead.id()));
    }

    @Test
    void anotherTenantsRecordsAreNeverCandidates() {
        Person eva = person("Eva Huber", "eva@graz-pumps.at");
        CrmSession stranger = crm.as(new Actor(new TenantId("stranger"), "max"));
        assertEquals(List.of(), stranger.duplicates().like(DuplicateProfile.of(eva), DuplicateKind.PERSON));
        assertThrows(NotFoundException.class, () -> stranger.duplicates().of(eva.id()));
    }

    @Test
    void theHostsPolicyAndNumberingPlanDecide() {
        lead(new SyntheticLeads.Draft("Eva Huber", null, null, "0316 123456"));
        Lead second = lead(new SyntheticLeads.Draft("E. Huber", null, null, "+43 316 123456"));
        assertEquals(List.of(), session.duplicates().of(second.id()));
        PhoneNormalizer austrian = written -> {
            String international = PhoneNormalizer.INTERNATIONAL.e164(written);
            return international == null ? "+43" + written.substring(1).replace(" ", "") : international;
        };
        DuplicatePolicy phonesCount =
                DuplicatePolicy.DEFAULT.withWeight(DuplicateEvidence.PHONE, new DuplicateWeight(25, 0, 0));
        assertEquals(
                1, session.duplicates(phonesCount, austrian).of(second.id()).size());
        assertEquals(
                0,
                session.duplicates(phonesCount.withThreshold(99), austrian)
                        .of(second.id())
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "+43 316 123456, +43316123456",
        "0043/316/123456, +43316123456",
        "+43 (0)316 123-456, +43316123456",
        "0316 123456,",
        "+43 316 abc,",
        "+1234567,",
        "+1234567890123456,"
    })
    void onlyNumbersWithTheirCountryAreTakenWithoutANumberingPlan(String written, String expected) {
        assertEquals(expected, PhoneNormalizer.INTERNATIONAL.e164(written));
    }

    @Test
    void pagesListEachPairOnce() {
        for (int i = 0; i < 5; i++) {
            session.companies().add(AddCompany.named("Graz Pumps"));
        }
        List<DuplicateScore> pairs = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(2));
        int pages = 0;
        while (next.isPresent()) {
            Page<DuplicateScore> page = session.duplicates().all(DuplicateKind.COMPANY, next.get());
            pairs.addAll(page.items());
            next = page.next(2);
            pages++;
        }
        assertEquals(3, pages);
        assertEquals(10, pairs.size());
        assertEquals(
                10,
                new HashSet<>(pairs.stream()
                                .map(pair ->
                                        Set.of(pair.mine().id(), pair.theirs().id()))
                                .toList())
                        .size());
        assertNull(session.duplicates()
                .all(DuplicateKind.PERSON, PageRequest.first(2))
                .last());
    }

    @Test
    void whatDoesNotExistIsNamed() {
        PersonId nobody = new PersonId(new UUID(7, 7));
        CompanyId nowhere = new CompanyId(new UUID(8, 8));
        assertEquals(
                "PersonId " + nobody + " does not exist",
                assertThrows(NotFoundException.class, () -> session.duplicates().of(nobody))
                        .getMessage());
        assertEquals(
                "CompanyId " + nowhere + " does not exist",
                assertThrows(NotFoundException.class, () -> session.duplicates().of(nowhere))
                        .getMessage());
    }

    @Test
    void mostOfWhatIsKnownToBeTwiceIsFoundAndLittleElse() {
        SyntheticLeads synthetic = new SyntheticLeads(20_261_123L, 1_500, 500);
        List<UUID> ids = new ArrayList<>();
        session.together(all -> {
            synthetic.drafts().forEach(draft -> ids.add(lead(draft).id().value()));
            return ids;
        });
        Set<Set<UUID>> truth = new HashSet<>();
        synthetic.pairs().forEach(pair -> truth.add(Set.of(ids.get(pair.one()), ids.get(pair.other()))));
        Set<Set<UUID>> found = new HashSet<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(500));
        while (next.isPresent()) {
            var page = session.duplicates().all(DuplicateKind.LEAD, next.get());
            page.items()
                    .forEach(pair ->
                            found.add(Set.of(pair.mine().id(), pair.theirs().id())));
            next = page.next(500);
        }
        long right = found.stream().filter(truth::contains).count();
        double precision = (double) right / found.size();
        double recall = (double) right / truth.size();
        System.out.printf(
                "duplicates: %d true pairs, %d found, %d right, precision %.3f, recall %.3f%n",
                truth.size(), found.size(), right, precision, recall);
        assertTrue(precision >= 0.95, "precision " + precision);
        assertTrue(recall >= 0.90, "recall " + recall);
    }
}
