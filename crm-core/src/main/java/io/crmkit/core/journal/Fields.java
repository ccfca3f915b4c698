package io.crmkit.core.journal;

import io.crmkit.core.value.Noun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of nouns as texts, whatever fields a noun may have. */
final class Fields {

    private Fields() {}

    static List<FieldChange> between(@Nullable Noun<?> before, Noun<?> after) {
        return before == null ? added(after) : changed(before, after);
    }

    private static List<FieldChange> added(Noun<?> noun) {
        List<FieldChange> fields = new ArrayList<>();
        RecordShape.of(noun).read(noun, (field, text) -> fields.add(new FieldChange(field, null, text)));
        return fields;
    }

    private static List<FieldChange> changed(Noun<?> before, Noun<?> after) {
        Map<String, String> was = texts(before);
        Map<String, String> is = texts(after);
        List<FieldChange> fields = new ArrayList<>();
        is.forEach((field, text) -> addWhereDifferent(fields, field, was.remove(field), text));
        was.forEach((field, text) -> addWhereDifferent(fields, field, text, null));
        return fields;
    }

    private static void addWhereDifferent(
            List<FieldChange> fields, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            fields.add(new FieldChange(field, before, after));
        }
    }

    private static Map<String, String> texts(Noun<?> noun) {
        Map<String, String> texts = new LinkedHashMap<>();
        RecordShape.of(noun).read(noun, texts::put);
        return texts;
    }
}
