package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.journal.FieldChange;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsJsonTest {

    @Test
    void writesArraysThatOtherToolsRead() {
        assertEquals("[]", FieldsJson.write(List.of()));
        assertEquals(
                "[[\"name\",null,\"O\\\"Neil \\\\ Zo\u00EB \uD83D\uDE80\"],[\"sector\",\"a\\u000ab\\u0000\",null]]",
                FieldsJson.write(List.of(
                        new FieldChange("name", null, "O\"Neil \\ Zo\u00EB \uD83D\uDE80"),
                        new FieldChange("sector", "a\nb\0", null))));
    }

    @Property
    void readsWhatItWrote(@ForAll String before, @ForAll String after, @ForAll boolean fresh) {
        List<FieldChange> fields = List.of(
                new FieldChange("f" + before, fresh ? null : "b" + before, "a" + after),
                new FieldChange("g", after, null),
                new FieldChange("h", "null", "\uD83D"));
        assertEquals(fields, FieldsJson.read(FieldsJson.write(fields)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{}",
                "[]x",
                "[[\"a\",null]]",
                "[[null,null,\"b\"]]",
                "[[\"a\",null,\"b\"]",
                "[[\"a\",null,\"b\"][\"a\",null,\"b\"]]",
                "[[\"a\",null,\"b",
                "[[\"a\",null,\"\\u00"
            })
    void saysThatAColumnIsUnreadable(String json) {
        String message = String.valueOf(assertThrows(IllegalStateException.class, () -> FieldsJson.read(json))
                .getMessage());
        assertEquals(
                "crm_journal.fields must be a JSON array of [field, before, after]: unreadable at character",
                message.substring(0, message.indexOf("character") + "character".length()));
    }
}
