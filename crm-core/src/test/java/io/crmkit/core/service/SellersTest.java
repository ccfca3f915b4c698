package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.SellerFields;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.value.Violation;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SellersTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private final CrmSession session =
            Crm.builder().stores(InMemoryStores.empty()).build().as(new Actor(new TenantId("acme"), "root"));

    private List<Seller> selected(Criterion<Seller> criterion) {
        return session.sellers().select(criterion, PageRequest.first(10)).items();
    }

    @Test
    void aSellerHasAZoneOrTheClocks() {
        Seller anna = session.sellers().add(new AddSeller("Anna", null, ROME));
        Seller ben = session.sellers().add(new AddSeller("Ben", null));
        assertEquals(List.of(anna), selected(SellerFields.ZONE.is(ROME)));
        assertEquals(List.of(ben), selected(SellerFields.ZONE.isSet().not()));
    }

    @Test
    void aCriterionOverZonesIsReadAsItWasWritten() {
        Criterion<Seller> inRome = SellerFields.ZONE.is(ROME);
        assertEquals(inRome, SellerFields.ALL.read(inRome.toText()));
        String nowhere = inRome.toText().replace("Rome", "Atlantis");
        InvalidCommandException refused =
                assertThrows(InvalidCommandException.class, () -> SellerFields.ALL.read(nowhere));
        assertEquals(
                List.of("zone"),
                refused.violations().stream().map(Violation::field).toList());
    }

    @Test
    void aSellerMovesToAnotherTeamAndZone() {
        TeamId north = session.teams().add(new AddTeam("North", null)).id();
        Seller anna = session.sellers().add(new AddSeller("Anna", null));
        ChangeSeller moved = ChangeSeller.of(anna).withTeam(north).withZone(ROME);
        Seller changed = session.sellers().change(anna.id(), moved, anna.revision());
        assertEquals(
                new Seller(anna.id(), changed.revision(), "Anna", north, ROME, CustomFields.NONE, Set.of()), changed);
        assertEquals(changed, session.sellers().find(anna.id()).orElseThrow());
        assertEquals(
                List.of("team", "zone"),
                session.journal().of(anna.id()).get(0).fields().stream()
                        .map(field -> field.field())
                        .toList());
    }

    @Test
    void aChangeThatCannotBeIsRefusedAndNothingIsStored() {
        Seller anna = session.sellers().add(new AddSeller("Anna", null));
        ChangeSeller same = ChangeSeller.of(anna);
        InvalidCommandException blank = assertThrows(
                InvalidCommandException.class,
                () -> session.sellers().change(anna.id(), new ChangeSeller(" ", null, null), anna.revision()));
        assertEquals("ChangeSeller is not valid: name ' ' must not be blank", blank.getMessage());
        assertThrows(
                NotFoundException.class,
                () -> session.sellers().change(new SellerId(UUID.randomUUID()), same, anna.revision()));
        assertThrows(
                NotFoundException.class,
                () -> session.sellers()
                        .change(anna.id(), same.withTeam(new TeamId(UUID.randomUUID())), anna.revision()));
        assertThrows(
                StaleRevisionException.class,
                () -> session.sellers().change(anna.id(), same, anna.revision().next()));
        assertEquals(anna, session.sellers().find(anna.id()).orElseThrow());
    }
}
