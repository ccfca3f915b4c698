package io.crmkit.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final UUID ONE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant AT = Instant.parse("2026-05-04T12:00:00.123456Z");

    private static Change change(List<FieldChange> fields) {
        return new Change(
                0,
                new Actor(new TenantId("acme"), "Zo\u00EB"),
                new Subject("company", ONE),
                new Revision(2),
                ChangeKind.CHANGED,
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                AT,
                fields,
                Seal.NONE);
    }

    private static List<Change> chain(int length) {
        return Chain.append(
                0,
                Chain.START,
                IntStream.rangeClosed(1, length)
                        .mapToObj(i -> change(List.of(new FieldChange("name", "a" + i, "b" + i))))
                        .toList());
    }

    /* the expected hashes were made by Python's hashlib and struct, by the description in Chain's Javadoc */
    @Test
    void hashesAsDescribed() {
        byte[] salts = new byte[32];
        for (byte i = 0; i < salts.length; i++) {
            salts[i] = i;
        }
        List<Change> chain = Chain.append(
                0,
                Chain.START,
                List.of(
                        change(List.of(
                                new FieldChange("name", "Acme", "\u682A\u5F0F \uD83D\uDE80"),
                                new FieldChange("sector", null, ""),
                                new FieldChange("location", "Graz", null))),
                        change(List.of(new FieldChange("name", "x", "y".repeat(5_000))))),
                salts);
        assertEquals(
                "5d64bb40d3dacbd1e428ecfd62f2432eb4861d2987716631e9449c521cfa648d",
                chain.get(0).hash());
        assertEquals(
                "d08758b40af7a219c81cdf9d3ce22501103023e8f0d0a736ffe55d0a3afbb68c",
                chain.get(1).hash());
        assertEquals("101112131415161718191a1b1c1d1e1f", chain.get(1).seal().salt());
        assertEquals(
                "c110da23c2767ae31ffce7a1ec79bb82d46d5e419233159aff94c621f5ce6113",
                chain.get(0).erased(List.of("name")).orElseThrow().seal().digest());
    }

    @Test
    void drawsASaltForEachChange() {
        List<Change> chain = new ArrayList<>(chain(1_000));
        chain.addAll(chain(1_000));
        assertEquals(
                2_000,
                chain.stream().map(change -> change.seal().salt()).distinct().count());
    }

    @Property(tries = 200)
    void holdsWhateverIsErased(@ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> erased) {
        List<Change> chain = new ArrayList<>();
        for (Integer each : erased) {
            chain.add(change(List.of(
                    new FieldChange("name", "Ann", "Anna"),
                    new FieldChange("tags[vip]", null, "vip"),
                    new FieldChange("notes", "x", each.toString()))));
        }
        chain = new ArrayList<>(Chain.append(0, Chain.START, chain));
        for (int i = 0; i < chain.size(); i++) {
            List<String> names = List.of("name", "tags", "notes").subList(0, erased.get(i));
            for (String name : names) {
                chain.set(i, chain.get(i).erased(List.of(name)).orElseThrow());
            }
            assertEquals(chain.get(i).isErased(), !names.isEmpty());
        }
        assertEquals(OptionalLong.empty(), Chain.verify(chain));
    }

    @Test
    void aDigestThatIsNotTheOneThatWasThereShows() {
        List<Change> chain = new ArrayList<>(chain(3));
        Change erased = chain.get(1).erased(List.of("name")).orElseThrow();
        Seal forged = new Seal("", "0".repeat(64), erased.hash());
        chain.set(
                1,
                new Change(
                        2,
                        erased.actor(),
                        erased.subject(),
                        erased.revision(),
                        erased.kind(),
                        erased.occurredAt(),
                        erased.recordedAt(),
                        erased.fields(),
                        forged));
        assertEquals(OptionalLong.of(2), Chain.verify(chain));
    }

    @Test
    void numbersOnFromWhatIsThere() {
        List<Change> first = chain(2);
        List<Change> more = Chain.append(2, first.get(1).hash(), List.of(change(List.of())));
        assertEquals(3, more.get(0).sequence());
        assertEquals(OptionalLong.empty(), Chain.verify(List.of(first.get(0), first.get(1), more.get(0))));
        assertEquals(OptionalLong.empty(), Chain.verify(2, first.get(1).hash(), more));
        assertEquals(OptionalLong.of(3), Chain.verify(2, first.get(0).hash(), more));
        assertEquals(OptionalLong.empty(), Chain.verify(List.of()));
    }

    @Property(tries = 200)
    void namesTheFirstSequenceThatWasAltered(
            @ForAll @IntRange(min = 1, max = 20) int length,
            @ForAll @IntRange(min = 0, max = 19) int place,
            @ForAll @IntRange(min = 0, max = 7) int part) {
        List<Change> chain = new ArrayList<>(chain(length));
        int altered = place % length;
        chain.set(altered, altered(chain.get(altered), part));
        assertEquals(OptionalLong.of(altered + 1), Chain.verify(chain));
    }

    private static Change altered(Change c, int part) {
        return new Change(
                c.sequence(),
                part == 0 ? new Actor(c.tenant(), "eve") : part == 1 ? other(c.actor()) : c.actor(),
                part == 2 ? new Subject("person", ONE) : c.subject(),
                part == 3 ? new Revision(9) : c.revision(),
                part == 4 ? ChangeKind.ADDED : c.kind(),
                part == 5 ? AT : c.occurredAt(),
                part == 6 ? AT.plusNanos(1_000) : c.recordedAt(),
                part == 7 ? List.of() : c.fields(),
                c.seal());
    }

    private static Actor other(Actor actor) {
        return new Actor(new TenantId("other"), actor.user());
    }

    @Property(tries = 200)
    void namesTheFirstSequenceThatIsMissing(
            @ForAll @IntRange(min = 2, max = 20) int length, @ForAll @IntRange(min = 0, max = 18) int place) {
        List<Change> chain = new ArrayList<>(chain(length));
        int removed = place % (length - 1);
        chain.remove(removed);
        assertEquals(OptionalLong.of(removed + 1), Chain.verify(chain));
    }

    @Test
    void namesTheChangeAfterOneThatWasHashedAnew() {
        List<Change> chain = new ArrayList<>(chain(5));
        chain.set(
                2,
                Chain.append(2, chain.get(1).hash(), List.of(change(List.of()))).get(0));
        assertEquals(OptionalLong.of(4), Chain.verify(chain));
    }

    @Test
    void movingTextFromOneFieldToTheNextShows() {
        Change one = change(List.of(new FieldChange("a", "bc", "d")));
        Change two = change(List.of(new FieldChange("ab", "c", "d")));
        List<Change> both = new ArrayList<>();
        both.addAll(Chain.append(0, Chain.START, List.of(one)));
        both.addAll(Chain.append(0, Chain.START, List.of(two)));
        assertNotEquals(both.get(0).hash(), both.get(1).hash());
    }
}
