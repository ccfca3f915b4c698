package io.crmkit.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON in and out (RFC 8259). */
class JsonTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("values") @Nullable Object value) {
        assertEquals(value, Json.read(Json.write(value)));
    }

    @Provide
    Arbitrary<@Nullable Object> values() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(each -> (Object) each),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1e20"), new BigDecimal("1e20"))
                        .ofScale(6)
                        .map(each -> (Object) each),
                Arbitraries.of(Boolean.TRUE, Boolean.FALSE));
        return Arbitraries.recursive(() -> leaves.injectNull(0.1), JsonTest::nested, 0, 3);
    }

    private static Arbitrary<Object> nested(Arbitrary<Object> values) {
        return Arbitraries.oneOf(
                values.list().ofMaxSize(4).map(each -> (Object) each),
                Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), values)
                        .ofMaxSize(4)
                        .map(each -> (Object) each));
    }

    @Test
    void readsWhatOthersWrite() {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("a", new ArrayList<>(Arrays.asList(new BigDecimal("1"), new BigDecimal("-2.50e+3"), null)));
        expected.put("\u00e9\"\\/\b\f\n\r\t", List.of(Boolean.TRUE, Map.of()));
        assertEquals(
                expected,
                Json.read(
                        " { \"a\" : [ 1 , -2.50e+3 , null ] ,\n\"\\u00e9\\\"\\\\\\/\\b\\f\\n\\r\\t\" : [true , {} ] } "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | JSON must not end at position 0",
                "`{` | JSON must be '\"' at position 1",
                "[1,] | JSON must be a value at position 3",
                "[1 2] | JSON must be ']' at position 3",
                "{\"a\" 1} | JSON must be ':' at position 5",
                "{a:1} | JSON must be '\"' at position 1",
                "{\"a\":1,\"a\":2} | JSON must not name 'a' twice at position 11",
                "truth | JSON must be a value at position 0",
                "01 | JSON nothing must follow at position 1",
                "\"a | JSON must not end at position 2",
                "\"\\x\" | JSON unknown escape at position 3",
                "\"\\u12\" | JSON unknown escape at position 3",
                "NaN | JSON must be a value at position 0",
                "1e99999 | JSON nothing must follow at position 6"
            })
    void refusesWhatIsNotJsonAndSaysWhere(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Json.read(text))
                        .getMessage());
    }

    @Test
    void refusesWhatIsTooDeepOrNotPlain() {
        assertEquals(
                "JSON must be nested in at most 64 levels at position 64",
                assertThrows(IllegalArgumentException.class, () -> Json.read("[".repeat(100_000)))
                        .getMessage());
        assertEquals(
                "JSON control characters must be escaped at position 3",
                assertThrows(IllegalArgumentException.class, () -> Json.read("\"a\n\""))
                        .getMessage());
        assertEquals(
                "value must be plain: class java.lang.Integer",
                assertThrows(IllegalArgumentException.class, () -> Json.write(1))
                        .getMessage());
    }
}
