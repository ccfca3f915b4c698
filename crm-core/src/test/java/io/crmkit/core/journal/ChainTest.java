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
                "");
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
        List<Change> chain = Chain.append(
                0,
                Chain.START,
                List.of(
                        change(List.of(
                                new FieldChange("name", "Acme", "\u682A\u5F0F \uD83D\uDE80"),
                                new FieldChange("sector", null, ""),
                                new FieldChange("location", "Graz", null))),
                        change(List.of(new FieldChange("name", "x", "y".repeat(5_000))))));
        assertEquals(
                "bdbd7ad7ef76e46f056403d44d34c641e81dd307b475f9a739a905667c1bd687",
                chain.get(0).hash());
        assertEquals(
                "6d11e100c007751388a638b7686d20bf0efc362b9e9f92d432a4c68fcc2c1bfa",
                chain.get(1).hash());
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
                c.hash());
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
