package io.crmkit.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Custom fields and tags: typed, canonical, equal by content. */
class CustomFieldsTest {

    private static final FieldKey<BigDecimal> BUDGET = FieldKey.number("budget");
    private static final FieldKey<String> SOURCE = FieldKey.text("source");
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    private static final CustomFields ALL = CustomFields.of(
                    FieldKey.instant("seen"), Instant.parse("2026-03-01T09:30:00.1234567Z"))
            .with(FieldKey.date("since"), LocalDate.of(2026, 3, 1))
            .with(BUDGET, new BigDecimal("1200.50"))
            .with(FieldKey.money("limit"), Money.of("12.3", "EUR"))
            .with(FieldKey.yesOrNo("vip"), true)
            .with(FieldKey.id("account"), ID)
            .with(FieldKey.choice("rank"), "gold")
            .with(SOURCE, "a \"fair\" \\ \uD83D\uDE80");

    private static void refuses(String message, Supplier<?> making) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, making::get).getMessage());
    }

    @Test
    void aValueIsFoundUnderItsKeyAndUnderNoOther() {
        assertEquals(new BigDecimal("1200.5"), ALL.get(BUDGET));
        assertEquals(Instant.parse("2026-03-01T09:30:00.123456Z"), ALL.get(FieldKey.instant("seen")));
        assertNull(ALL.get(FieldKey.number("Budget")));
        assertNull(ALL.get(FieldKey.text("budget")));
        assertNull(ALL.get(FieldKey.text("rank")));
        assertEquals("gold", ALL.get(FieldKey.choice("rank")));
    }

    @Test
    void theTextIsTheSameForEqualFieldsAndIsReadAgain() {
        assertEquals(
                "{\"account\":{\"id\":\"0198c0de-0000-7000-8000-000000000001\"},\"budget\":{\"number\":1200.5},"
                        + "\"limit\":{\"money\":\"12.30 EUR\"},\"rank\":{\"choice\":\"gold\"},"
                        + "\"seen\":{\"instant\":\"2026-03-01T09:30:00.123456Z\"},\"since\":{\"date\":\"2026-03-01\"},"
                        + "\"source\":{\"text\":\"a \\\"fair\\\" \\\\ \uD83D\uDE80\"},\"vip\":{\"boolean\":true}}",
                ALL.toText());
        assertEquals(ALL, CustomFields.parse(ALL.toText()));
        assertEquals(ALL.hashCode(), CustomFields.parse(ALL.toString()).hashCode());
        assertEquals(CustomFields.NONE, CustomFields.parse("{}"));
    }

    @Property
    void theOrderOfSettingDoesNotMatter(@ForAll @Size(max = 9) List<Integer> numbers) {
        CustomFields forward = CustomFields.NONE;
        CustomFields backward = CustomFields.NONE;
        for (int i = 0; i < numbers.size(); i++) {
            forward = forward.with(FieldKey.number("f" + i), BigDecimal.valueOf(numbers.get(i)));
        }
        for (int i = numbers.size() - 1; i >= 0; i--) {
            BigDecimal padded = BigDecimal.valueOf(numbers.get(i)).setScale(3);
            backward = backward.with(FieldKey.number("f" + i), padded);
        }
        assertEquals(forward, backward);
        assertEquals(forward.toText(), backward.toText());
        assertEquals(forward, CustomFields.parse(forward.toText()));
        assertNotEquals(forward, forward.with(FieldKey.text("f"), "x"));
    }

    @Test
    void aFieldIsReplacedByNameAndTakenAwayByKey() {
        CustomFields changed = CustomFields.of(BUDGET, BigDecimal.TEN).with(FieldKey.text("budget"), "large");
        assertEquals(List.of(FieldKey.text("budget")), changed.keys());
        assertEquals(changed, changed.without(BUDGET));
        assertEquals(CustomFields.NONE, changed.without(FieldKey.text("budget")));
        assertEquals("budget (text)", changed.keys().iterator().next().toString());
        assertFalse(BUDGET.equals(FieldKey.text("budget")));
    }

    @Test
    void aValueThatBreaksARuleIsRefusedWithItsField() {
        refuses(
                "budget '0.1234567' must have at most 15 digits before the decimal point and 6 after it",
                () -> CustomFields.of(BUDGET, new BigDecimal("0.1234567")));
        refuses(
                "budget '1E+15' must have at most 15 digits before the decimal point and 6 after it",
                () -> CustomFields.of(BUDGET, new BigDecimal("1e15")));
        refuses("source '' must be 1 to 1,000 characters", () -> CustomFields.of(SOURCE, ""));
        refuses("source '\\u0009' must not contain control characters", () -> CustomFields.of(SOURCE, "\t"));
        refuses("source '\\ude80' must not contain half a surrogate pair", () -> CustomFields.of(SOURCE, "\uDE80"));
        refuses("source '\\ud83d' must not contain half a surrogate pair", () -> CustomFields.of(SOURCE, "\uD83D"));
        refuses(
                "since '+10000-01-01' must be in the years 1 to 9999",
                () -> CustomFields.of(FieldKey.date("since"), LocalDate.of(10_000, 1, 1)));
        refuses(
                "seen '-1000000000-01-01T00:00:00Z' must be in the years 1 to 9999",
                () -> CustomFields.of(FieldKey.instant("seen"), Instant.MIN));
        refuses("name must be a letter and at most 49 letters, digits, '-' or '_': '1st'", () -> FieldKey.text("1st"));
    }

    @Test
    void aTextThatIsNoCustomFieldsIsRefused() {
        refuses("custom fields must be a JSON object: []", () -> CustomFields.parse("[]"));
        refuses(
                "budget must be an object of one kind and a value of that kind: {number=12}",
                () -> CustomFields.parse("{\"budget\":{\"number\":\"12\"}}"));
        refuses(
                "since must be an object of one kind and a value of that kind: {date=2026-02-30}",
                () -> CustomFields.parse("{\"since\":{\"date\":\"2026-02-30\"}}"));
        refuses(
                "since must be an object of one kind and a value of that kind: 7",
                () -> CustomFields.parse("{\"since\":7}"));
        refuses(
                "since must be an object of one kind and a value of that kind: {}",
                () -> CustomFields.parse("{\"since\":{}}"));
    }

    @Test
    void moreThanAHundredFieldsAreRefused() {
        CustomFields full = IntStream.range(0, 100)
                .boxed()
                .reduce(CustomFields.NONE, (all, i) -> all.with(FieldKey.yesOrNo("f" + i), true), (a, b) -> b);
        assertEquals(100, full.keys().size());
        assertEquals(full, full.with(FieldKey.yesOrNo("f7"), true));
        refuses("custom must hold at most 100 fields: 101", () -> full.with(BUDGET, BigDecimal.ONE));
    }

    @Test
    void valuesOfEveryKindAreWrittenAndRead() {
        assertTrue(FieldType.TEXT.isWords() && FieldType.CHOICE.isWords() && !FieldType.ID.isWords());
        assertTrue(FieldType.TEXT.isOrdered() && !FieldType.CHOICE.isOrdered());
        assertNull(FieldType.ID.read("0-0-0-0-0"));
        assertNull(FieldType.MONEY.read("12.305 EUR"));
        assertNull(FieldType.BOOLEAN.read("true"));
        assertEquals("must be true or false", FieldType.BOOLEAN.brokenRule("true"));
        refuses("vip 'yes' must be true or false", () -> FieldType.BOOLEAN.checked("vip", "yes"));
    }

    @Test
    void tagsAreSortedAndChecked() {
        assertEquals(List.of("a", "b"), List.copyOf(Text.tags("tags", new TreeSet<>(Set.of("b", "a")))));
        refuses("tags must not be blank", () -> Text.tags("tags", Set.of(" ")));
        refuses("tags must be at most 60 characters, not 61", () -> Text.tags("tags", Set.of("x".repeat(61))));
        Set<String> many = IntStream.range(0, 101).mapToObj(i -> "t" + i).collect(Collectors.toSet());
        refuses("tags must be at most 100, not 101", () -> Text.tags("tags", many));
    }
}
