package io.crmkit.metrics.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Property(tries = 200)
    void idsOfLongsCountTheDistinctKeysBefore(@ForAll List<Long> keys) {
        LongDictionary dictionary = LongDictionary.of("subject", 1_000);
        Map<Long, Integer> expected = new HashMap<>();

        for (long key : keys) {
            expected.putIfAbsent(key, expected.size());
            assertEquals(expected.get(key), dictionary.idOf(key));
        }
        assertEquals(expected.size(), dictionary.size());
        expected.forEach((key, id) -> assertEquals(key, dictionary.key(id)));
        expected.forEach((key, id) -> assertEquals(id, dictionary.find(key)));
    }

    @Property(tries = 200)
    void idsOfStringsCountTheDistinctKeysBefore(@ForAll List<String> keys) {
        Dictionary<String> dictionary = Dictionary.of("seller", 1_000);
        Map<String, Integer> expected = new HashMap<>();

        for (String key : keys) {
            expected.putIfAbsent(key, expected.size());
            assertEquals(expected.get(key), dictionary.idOf(key));
        }
        assertEquals(expected.size(), dictionary.size());
        expected.forEach((key, id) -> assertEquals(key, dictionary.key(id)));
    }

    @Test
    void keysOfOneHashAreToldApart() {
        Dictionary<String> dictionary = Dictionary.of("seller", 3);

        assertEquals("Aa".hashCode(), "BB".hashCode());
        assertEquals(List.of(0, 1, 0), List.of(dictionary.idOf("Aa"), dictionary.idOf("BB"), dictionary.idOf("Aa")));
        assertEquals(-1, dictionary.find("C#"));
        assertEquals(List.of("Aa", "BB"), dictionary.keys());
    }

    @Test
    void zeroIsAKeyLikeAnyOther() {
        LongDictionary dictionary = LongDictionary.of("subject", 1);

        assertEquals(-1, dictionary.find(0));
        assertEquals(0, dictionary.idOf(0));
        assertEquals(0, dictionary.find(0));
    }

    @Test
    void refusesKeysBeyondTheDeclaredNumber() {
        Dictionary<String> words = Dictionary.of("seller", 1);
        words.idOf("Ann");
        LongDictionary longs = LongDictionary.of("subject", 0);

        assertEquals(
                "too many keys of seller: maximum = 1, next seller = Bob",
                assertThrows(IllegalArgumentException.class, () -> words.idOf("Bob"))
                        .getMessage());
        assertEquals(
                "too many keys of subject: maximum = 0, next subject = 5",
                assertThrows(IllegalArgumentException.class, () -> longs.idOf(5))
                        .getMessage());
        assertEquals(
                "maximum must not be negative: maximum = -1",
                assertThrows(IllegalArgumentException.class, () -> LongDictionary.of("subject", -1))
                        .getMessage());
        assertEquals(
                "id must be from 0 to -1: id = 0",
                assertThrows(IllegalArgumentException.class, () -> longs.key(0)).getMessage());
    }
}
