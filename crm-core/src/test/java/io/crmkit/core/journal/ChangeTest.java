package io.crmkit.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ChangeTest {

    private static final Actor ANNA = new Actor(new TenantId("acme"), "anna");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123456Z");
    private static final UUID ONE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID TWO = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");

    private static final Opportunity DEAL = new Opportunity(
            new OpportunityId(ONE),
            new Revision(1),
            new OpportunityLabel("Pumps", null, "Pump"),
            new OpportunityParties(new SellerId(TWO), null, null),
            new Standing(new PipelineId(ONE), new StageId(ONE), new StageId(ONE), Outcome.OPEN),
            new OpportunityDates(LocalDate.of(2026, 5, 4), null, null),
            Money.of("1200", "EUR"));

    private static Activity activity(ActivityState state, Instant at) {
        return new Activity(
                new ActivityId(ONE),
                new Revision(1),
                ActivityType.CALL,
                new SellerId(TWO),
                at,
                state,
                ActivitySubjects.NONE,
                null);
    }

    private static Change change(Noun<?> before, Noun<?> after) {
        return Change.between(before, after, ANNA, NOON).orElseThrow();
    }

    private static Change added(Noun<?> noun) {
        return Change.between(null, noun, ANNA, NOON).orElseThrow();
    }

    private static FieldChange set(String field, Object after) {
        return new FieldChange(field, null, after.toString());
    }

    @Test
    void anAddedRecordHasEachFieldThatIsSetByItsPath() {
        assertEquals(
                List.of(
                        set("label.name", "Pumps"),
                        set("label.product", "Pump"),
                        set("parties.owner", TWO),
                        set("standing.pipeline", ONE),
                        set("standing.version", 1),
                        set("standing.stage", ONE),
                        set("standing.reached", ONE),
                        set("standing.outcome", "OPEN"),
                        set("dates.openedOn", "2026-05-04"),
                        set("amount", "1200.00 EUR")),
                added(DEAL).fields());
    }

    @Test
    void aChangeSaysWhoDidWhatToWhichRecordAndWhen() {
        Change added = added(DEAL);
        assertEquals(0, added.sequence());
        assertEquals("", added.hash());
        assertEquals(ANNA, added.actor());
        assertEquals(new TenantId("acme"), added.tenant());
        assertEquals(new Subject("opportunity", ONE), added.subject());
        assertEquals("opportunity " + ONE, added.subject().toString());
        assertEquals(new Revision(1), added.revision());
        assertEquals(ChangeKind.ADDED, added.kind());
        assertEquals(NOON, added.occurredAt());
        assertEquals(NOON, added.recordedAt());
    }

    @Test
    void aChangedRecordHasTheFieldsThatDifferOnlyBeforeAndAfter() {
        Opportunity after = new Opportunity(
                DEAL.id(),
                new Revision(2),
                new OpportunityLabel("Pumps", "R-1", null),
                DEAL.parties(),
                DEAL.standing(),
                DEAL.dates(),
                Money.of("1300.5", "EUR"));
        Change changed = change(DEAL, after);
        assertEquals(ChangeKind.CHANGED, changed.kind());
        assertEquals(new Revision(2), changed.revision());
        assertEquals(
                List.of(
                        set("label.reference", "R-1"),
                        new FieldChange("amount", "1200.00 EUR", "1300.50 EUR"),
                        new FieldChange("label.product", "Pump", null)),
                changed.fields());
    }

    @Test
    void recordsInAListAreTakenApartByTheirPlace() {
        Stage lead = new Stage(new StageId(ONE), "Lead", StageKind.OPEN);
        Stage won = new Stage(new StageId(TWO), "Won", StageKind.WON);
        Pipeline before = new Pipeline(new PipelineId(ONE), new Revision(1), "Sales", List.of(lead));
        Pipeline after = new Pipeline(new PipelineId(ONE), new Revision(2), "Sales", List.of(lead, won));
        assertEquals(
                List.of(
                        set("stages[1].id", TWO),
                        set("stages[1].name", "Won"),
                        set("stages[1].kind", "WON"),
                        set("stages[1].category", "CLOSED"),
                        set("stages[1].gate.noSkipping", false),
                        set("stages[1].gate.noGoingBack", false),
                        set("stages[1].gate.approval", false)),
                change(before, after).fields());
    }

    @Test
    void valuesAroundOneTextAreThatText() {
        assertEquals(
                List.of(
                        set("type", "call"),
                        set("seller", TWO),
                        set("at", "2026-05-04T12:00:00.123456Z"),
                        set("state", "HELD")),
                added(activity(ActivityState.HELD, NOON)).fields());
    }

    @Test
    void nothingHappenedWhereTheRevisionIsTheSame() {
        assertEquals(Optional.empty(), Change.between(DEAL, DEAL, ANNA, NOON));
    }

    @Test
    void aChangeOccurredWhenTheRecordFirstSaysSoElseWhenItWasRecorded() {
        Instant earlier = NOON.minusSeconds(3_600);
        Activity planned = activity(ActivityState.PLANNED, earlier);
        Activity held = activity(ActivityState.HELD, earlier).withRevision(new Revision(2));
        Activity again = held.withRevision(new Revision(3));
        assertEquals(NOON, added(planned).occurredAt());
        assertEquals(earlier, change(planned, held).occurredAt());
        assertEquals(NOON, change(held, again).occurredAt());
        assertEquals(NOON, change(held, planned.withRevision(new Revision(3))).occurredAt());
        assertEquals(earlier, added(held).occurredAt());
        assertEquals(NOON, added(held).recordedAt());
    }

    @Test
    void instantsAreKeptToTheMicrosecond() {
        Change change = Change.between(null, DEAL, ANNA, NOON.plusNanos(999)).orElseThrow();
        assertEquals(NOON, change.recordedAt());
        assertEquals(NOON, change.occurredAt());
    }

    @Test
    void refusesWhatIsNotOneRecord() {
        Activity other = activity(ActivityState.HELD, NOON);
        Opportunity second = new Opportunity(
                new OpportunityId(TWO),
                new Revision(2),
                DEAL.label(),
                DEAL.parties(),
                DEAL.standing(),
                DEAL.dates(),
                null);
        assertEquals(
                "before and after must be the same record: " + ONE + ", " + TWO,
                assertThrows(IllegalArgumentException.class, () -> change(DEAL, second))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> change(DEAL, other));
    }

    @Test
    void refusesANounThatCannotBeTakenApart() {
        assertEquals(
                "a noun must be a record to be told apart: " + NoRecord.class.getName(),
                assertThrows(IllegalArgumentException.class, () -> added(new NoRecord()))
                        .getMessage());
        Odd odd = new Odd(new CompanyId(ONE), new Revision(1), new StringBuilder("x"));
        assertEquals(
                "the journal has no canonical text for a java.lang.StringBuilder: field = odd",
                assertThrows(IllegalArgumentException.class, () -> added(odd)).getMessage());
    }

    @Test
    void refusesHalfANumberAndFieldsThatDoNotChange() {
        Change change = added(DEAL);
        Seal sealed = new Seal("5".repeat(32), "", "a".repeat(64));
        assertEquals(
                "seal must be given with the sequence: sequence = 1, seal = " + Seal.NONE,
                refused(() -> change.appended(1, Seal.NONE)));
        assertEquals(
                "seal must be given with the sequence: sequence = 0, seal = " + sealed,
                refused(() -> change.appended(0, sealed)));
        assertEquals("sequence must not be negative: sequence = -1", refused(() -> change.appended(-1, sealed)));
        assertEquals(
                "before and after must differ: field = name, before = after = x",
                assertThrows(IllegalArgumentException.class, () -> new FieldChange("name", "x", "x"))
                        .getMessage());
        assertEquals(
                "field must not be blank",
                assertThrows(IllegalArgumentException.class, () -> new FieldChange(" ", "x", "y"))
                        .getMessage());
        assertEquals(
                "kind must be 1 to 40 lower-case letters, digits or '-': kind = 'Deal'",
                assertThrows(IllegalArgumentException.class, () -> new Subject("Deal", ONE))
                        .getMessage());
    }

    @Test
    void erasesWhatANameCoversAndNothingElse() {
        List<FieldChange> said = List.of(
                new FieldChange("a", null, "1"),
                new FieldChange("a.b", null, "2"),
                new FieldChange("ab", null, "3"),
                new FieldChange("a[c].d", "4", "5"),
                new FieldChange("c.a", "6", null));
        assertEquals(
                List.of(FieldChange.erased("a"), said.get(2), said.get(4)), new Erasure(List.of("a.b", "a")).of(said));
        assertEquals(
                List.of(said.get(0), FieldChange.erased("a.b"), said.get(2), said.get(3), said.get(4)),
                new Erasure(List.of("a.b")).of(said));
    }

    @Test
    void refusesToEraseBeforeAppendingAndErasedFieldsWithoutTheirDigest() {
        Change change = added(DEAL);
        assertEquals(
                "a change must be appended before it is erased: subject = " + change.subject(),
                refused(() -> change.erased(List.of("title"))));
        List<FieldChange> erased = List.of(FieldChange.erased("title"));
        assertEquals(
                "fields must be erased where the seal is, and only there: fields = " + erased + ", seal = " + Seal.NONE,
                refused(() -> new Change(
                        0,
                        change.actor(),
                        change.subject(),
                        change.revision(),
                        change.kind(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        erased,
                        Seal.NONE)));
        assertEquals("field must not be blank", refused(() -> FieldChange.erased("")));
    }

    @Test
    void refusesASealThatIsNotWhole() {
        String hash = "a".repeat(64);
        String salt = "5".repeat(32);
        assertEquals(
                "salt must be empty or of 32 hexadecimal digits: salt = 'ab'", refused(() -> new Seal("ab", "", hash)));
        assertEquals(
                "digest must be empty or of 64 hexadecimal digits: digest = 'ab'",
                refused(() -> new Seal("", "ab", hash)));
        assertEquals(
                "hash must be empty or of 64 hexadecimal digits: hash = 'ab'", refused(() -> new Seal(salt, "", "ab")));
        assertEquals(
                "hash must be given with either salt or digest: salt = '', digest = '', hash = '" + hash + "'",
                refused(() -> new Seal("", "", hash)));
        assertEquals(
                "hash must be given with either salt or digest: salt = '" + salt + "', digest = '" + hash
                        + "', hash = '" + hash + "'",
                refused(() -> new Seal(salt, hash, hash)));
        assertEquals(
                "hash must be given with either salt or digest: salt = '" + salt + "', digest = '', hash = ''",
                refused(() -> new Seal(salt, "", "")));
    }

    private static String refused(Executable making) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, making).getMessage());
    }

    @Test
    void aCursorHasASequenceAndALimit() {
        assertEquals(new Cursor(7, 1_000), Cursor.START.at(7));
        assertEquals(
                "sequence must not be negative: sequence = -1",
                assertThrows(IllegalArgumentException.class, () -> new Cursor(-1, 1))
                        .getMessage());
        for (int limit : new int[] {0, 1_001}) {
            assertEquals(
                    "limit must be 1 to 1000: limit = " + limit,
                    assertThrows(IllegalArgumentException.class, () -> new Cursor(0, limit))
                            .getMessage());
        }
    }

    private static final class NoRecord implements Noun<CompanyId> {

        @Override
        public CompanyId id() {
            return new CompanyId(ONE);
        }

        @Override
        public Revision revision() {
            return new Revision(1);
        }

        @Override
        public String naturalKey() {
            return "none";
        }

        @Override
        public Noun<CompanyId> withRevision(Revision next) {
            return this;
        }
    }

    /** A noun with a component nobody knows the text of. */
    record Odd(Identifier id, Revision revision, StringBuilder odd) implements Noun<Identifier> {

        @Override
        public String naturalKey() {
            return "odd";
        }

        @Override
        public Noun<Identifier> withRevision(Revision next) {
            return new Odd(id, next, odd);
        }
    }
}
