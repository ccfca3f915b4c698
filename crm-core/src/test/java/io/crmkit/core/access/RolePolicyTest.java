package io.crmkit.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.access.RolePolicy.Assignment;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.AccessDeniedException;
import io.crmkit.core.port.Stores;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.AddTeam;
import io.crmkit.core.service.ChangeOpportunity;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.JoinCompany;
import io.crmkit.core.service.OpenOpportunity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far the ready roles reach: a north team with a team below it, and a south team beside. */
class RolePolicyTest {

    private static final TenantId TENANT = new TenantId("acme");

    private final Stores stores = InMemoryStores.empty();
    private final CrmSession root = Crm.builder().stores(stores).build().as(new Actor(TENANT, "root"));
    private final Team north = root.teams().add(new AddTeam("North", null));
    private final Team alps = root.teams().add(new AddTeam("Alps", null, north.id(), null));
    private final Team south = root.teams().add(new AddTeam("South", null));
    private final SellerId anna = seller("Anna", alps);
    private final SellerId ben = seller("Ben", alps);
    private final SellerId carl = seller("Carl", north);
    private final SellerId dora = seller("Dora", south);
    private final Pipeline pipeline =
            root.pipelines().define(new DefinePipeline("Sales", List.of(new StageDefinition("Lead", StageKind.OPEN))));
    private final Map<SellerId, Opportunity> deals = new HashMap<>();

    RolePolicyTest() {
        for (SellerId seller : List.of(anna, ben, carl, dora)) {
            deals.put(seller, open(root, seller, "of " + nameOf(seller)));
        }
        open(root, null, "of nobody");
    }

    private SellerId seller(String name, Team team) {
        return root.sellers().add(new AddSeller(name, team.id())).id();
    }

    private String nameOf(SellerId seller) {
        return root.sellers().find(seller).orElseThrow().name();
    }

    private Opportunity open(CrmSession session, @Nullable SellerId owner, String name) {
        return session.opportunities()
                .open(new OpenOpportunity(
                        name, pipeline.id(), new OpportunityParties(owner, null, null), null, null, null));
    }

    private Opportunity dealOf(SellerId seller) {
        return Objects.requireNonNull(deals.get(seller));
    }

    private CrmSession as(Role role, SellerId seller) {
        return Crm.builder()
                .stores(stores)
                .access(RolePolicy.of(actor -> new Assignment(role, seller)))
                .build()
                .as(new Actor(TENANT, "somebody"));
    }

    private static List<String> seen(CrmSession session) {
        return session.opportunities().page(PageRequest.first(100)).items().stream()
                .map(deal -> deal.label().name())
                .sorted()
                .toList();
    }

    @Test
    void aSellerSeesTheirOwnAndWhatIsNobodys() {
        assertEquals(List.of("of Anna", "of nobody"), seen(as(Role.seller(), anna)));
    }

    @Test
    void aTeamLeaderSeesTheTeamAndNoTeamBesideOrAbove() {
        assertEquals(List.of("of Anna", "of Ben", "of nobody"), seen(as(Role.teamLeader(), ben)));
        assertEquals(List.of("of Carl", "of nobody"), seen(as(Role.teamLeader(), carl)));
    }

    @Test
    void aManagerSeesTheTeamsBelowToo() {
        assertEquals(List.of("of Anna", "of Ben", "of Carl", "of nobody"), seen(as(Role.manager(), carl)));
        assertEquals(List.of("of Dora", "of nobody"), seen(as(Role.manager(), dora)));
    }

    @Test
    void whoLeadsATeamReachesItFromElsewhere() {
        root.teams().appoint(alps.id(), dora, alps.revision());
        assertEquals(List.of("of Anna", "of Ben", "of Dora", "of nobody"), seen(as(Role.teamLeader(), dora)));
    }

    @Test
    void whatWasGivenToATeamIsSeenByTheTeamWhoeverOwnsIt() {
        Opportunity ofDora = dealOf(dora);
        root.opportunities().assign(ofDora.id(), alps.id(), ofDora.revision());
        assertEquals(List.of("of Anna", "of Ben", "of Dora", "of nobody"), seen(as(Role.teamLeader(), ben)));
        assertEquals(List.of("of Anna", "of Ben", "of Carl", "of Dora", "of nobody"), seen(as(Role.manager(), carl)));
        assertEquals(List.of("of Anna", "of nobody"), seen(as(Role.seller(), anna)));
        assertEquals(List.of("of Dora", "of nobody"), seen(as(Role.seller(), dora)));
    }

    @Test
    void administratorsAndReadersSeeEverything() {
        List<String> all = List.of("of Anna", "of Ben", "of Carl", "of Dora", "of nobody");
        assertEquals(all, seen(as(Role.administrator(), anna)));
        assertEquals(all, seen(as(Role.reader(), anna)));
        assertEquals(5, as(Role.reader(), anna).opportunities().count());
    }

    @Test
    void aSellerNeitherOpensForOthersNorGivesAway() {
        CrmSession session = as(Role.seller(), anna);
        assertThrows(AccessDeniedException.class, () -> open(session, ben, "for Ben"));
        Opportunity own = dealOf(anna);
        ChangeOpportunity given = new ChangeOpportunity(
                own.id(),
                own.revision(),
                "of Anna",
                null,
                new OpportunityParties(ben, null, null),
                null,
                null,
                null,
                own.outlook());
        assertEquals(
                "Opportunity " + own.id() + " must not be given away by this actor",
                assertThrows(
                                AccessDeniedException.class,
                                () -> session.opportunities().change(given))
                        .getMessage());
        assertEquals(List.of("of Anna", "of nobody"), seen(session));
    }

    @Test
    void aTeamLeaderGivesAway() {
        CrmSession session = as(Role.teamLeader(), ben);
        Opportunity own = dealOf(ben);
        session.opportunities()
                .change(new ChangeOpportunity(
                        own.id(),
                        own.revision(),
                        "of Ben",
                        null,
                        new OpportunityParties(dora, null, null),
                        null,
                        null,
                        null,
                        own.outlook()));
        assertEquals(List.of("of Anna", "of nobody"), seen(session));
        assertEquals(List.of("of Ben", "of Dora", "of nobody"), seen(as(Role.seller(), dora)));
    }

    @Test
    void aReaderWritesNothingNotEvenWhatBelongsToAPerson() {
        Person person = root.people().add(new AddPerson("Zoe", null));
        CompanyId company = root.companies().add(AddCompany.named("Acme")).id();
        CrmSession reader = as(Role.reader(), anna);
        assertEquals(person, reader.people().find(person.id()).orElseThrow());
        assertThrows(AccessDeniedException.class, () -> reader.people().add(new AddPerson("Max", null)));
        assertThrows(
                AccessDeniedException.class,
                () -> reader.affiliations().join(new JoinCompany(person.id(), company, "buyer", null, null, false)));
        assertEquals(0, root.affiliations().count());
    }

    @Test
    void teamsFormATree() {
        Team moved = root.teams().place(south.id(), alps.id(), south.revision());
        assertEquals(alps.id(), moved.parent());
        assertEquals(
                "PlaceTeam is not valid: parent '" + south.id()
                        + "' must not be the team itself or part of it: 'North'",
                assertThrows(
                                InvalidCommandException.class,
                                () -> root.teams().place(north.id(), south.id(), north.revision()))
                        .getMessage());
        assertEquals(List.of("of Anna", "of Ben", "of Carl", "of Dora", "of nobody"), seen(as(Role.manager(), carl)));
    }
}
