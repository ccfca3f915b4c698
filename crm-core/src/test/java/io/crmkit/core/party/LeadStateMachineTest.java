package io.crmkit.core.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.junit.jupiter.api.Test;

/** Leads under whatever is asked of them in whatever order, against a table of what may follow what. */
class LeadStateMachineTest {

    private static final LeadId ID = new LeadId(new UUID(1, 2));
    private static final SellerId ANNA = new SellerId(new UUID(3, 4));
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final LeadLinks LINKS = new LeadLinks(new PersonId(new UUID(5, 6)), null, null);

    /* rows and columns in the order of the constants; written down by hand, so that the code is not its own judge */
    private static final List<String> MAY_BECOME = List.of(
            "-APCRD", // new
            "-APCRD", // assigned
            "-A-CRD", // in process
            "------", // converted
            "-AP-RD", // recycled
            "------"); // dead

    private static boolean mayBecome(LeadStatus from, LeadStatus to) {
        return MAY_BECOME.get(from.ordinal()).charAt(to.ordinal()) != '-';
    }

    private static Lead fresh() {
        return new Lead(
                ID,
                Revision.NONE,
                new LeadName("Eva Huber", "Graz Pumps"),
                List.of(),
                LeadProgress.NEW,
                null,
                null,
                LeadLinks.NONE,
                CustomFields.NONE,
                Set.of());
    }

    private static Lead asked(Lead lead, LeadStatus wanted) {
        return switch (wanted) {
            case NEW -> throw new IllegalArgumentException("nothing becomes new");
            case ASSIGNED -> lead.assigned(ANNA);
            case IN_PROCESS -> lead.started();
            case CONVERTED -> lead.converted(LINKS);
            case RECYCLED -> lead.recycled("no budget", DAY);
            case DEAD -> lead.dead("bankrupt");
        };
    }

    private static Lead step(Lead lead, LeadStatus wanted) {
        LeadStatus from = lead.progress().status();
        boolean allowed = mayBecome(from, wanted)
                && (wanted != LeadStatus.IN_PROCESS || lead.progress().owner() != null);
        if (!allowed) {
            var refused = assertThrows(LeadStatusException.class, () -> asked(lead, wanted));
            assertEquals(from, refused.status());
            assertEquals(ID, refused.id());
            return lead;
        }
        Lead next = asked(lead, wanted);
        assertEquals(wanted, next.progress().status());
        assertEquals(lead.name(), next.name());
        return next;
    }

    private static Action.Independent<Lead> ask(LeadStatus wanted) {
        return new Action.Independent<>() {
            @Override
            public Arbitrary<Transformer<Lead>> transformer() {
                return Arbitraries.just(Transformer.transform(wanted.name(), lead -> step(lead, wanted)));
            }
        };
    }

    @Provide
    ActionChainArbitrary<Lead> asking() {
        return ActionChain.startWith(LeadStateMachineTest::fresh)
                .withAction(ask(LeadStatus.ASSIGNED))
                .withAction(ask(LeadStatus.IN_PROCESS))
                .withAction(1, ask(LeadStatus.CONVERTED))
                .withAction(3, ask(LeadStatus.RECYCLED))
                .withAction(1, ask(LeadStatus.DEAD))
                .withMaxTransformations(12);
    }

    @Property(tries = 300)
    void aLeadBecomesWhatTheTableAllowsAndNothingElse(@ForAll("asking") ActionChain<Lead> chain) {
        Lead last = chain.run();
        boolean converted = last.progress().status() == LeadStatus.CONVERTED;
        assertEquals(converted ? LINKS : LeadLinks.NONE, last.links());
        assertEquals(
                converted || last.progress().status() == LeadStatus.DEAD,
                last.progress().status().isEnd());
    }

    @Test
    void refusalsSayWhereTheLeadStandsAndFromWhereItMayGo() {
        Lead dead = fresh().dead("bankrupt");
        assertEquals(
                "lead must be NEW, ASSIGNED, IN_PROCESS to become CONVERTED: lead " + ID + " is DEAD",
                assertThrows(LeadStatusException.class, () -> dead.converted(LINKS))
                        .getMessage());
        assertEquals(
                "lead must have an owner to become IN_PROCESS: lead " + ID + " has none, assign it first",
                assertThrows(LeadStatusException.class, fresh()::started).getMessage());
    }

    @Test
    void aRecycledLeadKeepsItsOwnerAndReasonWhenItIsTakenUpAgain() {
        Lead again = fresh().assigned(ANNA).recycled("no budget", DAY).started();
        assertEquals(new LeadProgress(LeadStatus.IN_PROCESS, ANNA, "no budget", DAY), again.progress());
    }

    @Test
    void badInputIsNamed() {
        assertEquals(
                "personName or companyName must be given: both are null",
                assertThrows(IllegalArgumentException.class, () -> new LeadName(null, null))
                        .getMessage());
        assertEquals(
                "reason must not be blank",
                assertThrows(IllegalArgumentException.class, () -> fresh().dead(" "))
                        .getMessage());
        assertEquals(
                "links must be none unless the lead is CONVERTED: status = NEW, links = " + LINKS,
                assertThrows(IllegalArgumentException.class, () -> fresh().withLinks(LINKS))
                        .getMessage());
        assertTrue(fresh().converted(LINKS).withLinks(LINKS).tags().isEmpty());
    }
}
