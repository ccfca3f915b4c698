package io.crmkit.core.journal;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The components of a record class, each with the path it has from the noun. */
final class RecordShape {

    /* they stand in the change itself */
    private static final Set<String> OF_EVERY_NOUN = Set.of("id", "revision");

    private static final ClassValue<RecordShape> NOUNS = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> noun) {
            return new RecordShape(noun, "", OF_EVERY_NOUN);
        }
    };

    /* what a record of one component is around; the components of a class are costly to ask for */
    private static final ClassValue<@Nullable Accessor> AROUND = new ClassValue<>() {
        @Override
        protected @Nullable Accessor computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return components.length == 1 ? Accessor.of(components[0]) : null;
        }
    };

    private final List<Part> parts = new ArrayList<>();

    /* what stands in a component: a value, the components of a group, or of one of several groups by its class */
    private record Part(
            String path,
            Accessor accessor,
            @Nullable RecordShape group,
            @Nullable Map<Class<?>, RecordShape> kinds) {

        static Part of(String path, RecordComponent component) {
            Class<?> type = component.getType();
            if (!isKind(type)) {
                RecordShape group = isGroup(type) ? within(type, path) : null;
                return new Part(path, Accessor.of(component), group, null);
            }
            Map<Class<?>, RecordShape> kinds = new HashMap<>();
            for (Class<?> kind : type.getPermittedSubclasses()) {
                kinds.put(kind, within(kind, path));
            }
            return new Part(path, Accessor.of(component), null, kinds);
        }
    }

    private RecordShape(Class<?> type, String prefix, Set<String> left) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("a noun must be a record to be told apart: " + type.getName());
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (!left.contains(component.getName())) {
                parts.add(Part.of(prefix + component.getName(), component));
            }
        }
    }

    static RecordShape of(Noun<?> noun) {
        return NOUNS.get(noun.getClass());
    }

    private static RecordShape within(Class<?> type, String path) {
        return new RecordShape(type, path + ".", Set.of());
    }

    /* records around one value are that value; money is one value, since neither half means anything without the other */
    private static boolean isGroup(Class<?> type) {
        return type.isRecord()
                && !Identifier.class.isAssignableFrom(type)
                && type != Money.class
                && type.getRecordComponents().length > 1;
    }

    /* one of several records: which, is told beside what it holds */
    private static boolean isKind(Class<?> type) {
        return type.isSealed()
                && Stream.of(type.getPermittedSubclasses()).allMatch(Class::isRecord)
                && !Identifier.class.isAssignableFrom(type);
    }

    /** Tells each field that is not empty, with its text. */
    void read(Object taken, BiConsumer<String, String> fields) {
        for (Part part : parts) {
            Object value = part.accessor().read(taken);
            Map<Class<?>, RecordShape> kinds = part.kinds();
            if (value != null && kinds != null) {
                fields.accept(part.path(), value.getClass().getSimpleName());
                read(part.path(), kinds.get(value.getClass()), value, fields);
            } else if (value != null) {
                read(part.path(), part.group(), value, fields);
            }
        }
    }

    private static void read(
            String path, @Nullable RecordShape group, Object value, BiConsumer<String, String> fields) {
        if (group != null) {
            group.read(value, fields);
        } else if (value instanceof CustomFields custom) {
            custom.keys().forEach(key -> {
                Object held = custom.get(key);
                if (held != null) {
                    fields.accept(path + "." + key.name(), text(path + "." + key.name(), held));
                }
            });
        } else if (value instanceof Set<?> set) {
            // each of them by itself, in order, so that one more is one change
            Set<?> inOrder = set instanceof SortedSet<?> || set.isEmpty() ? set : new TreeSet<>(set);
            inOrder.forEach(item -> fields.accept(path + "[" + item + "]", text(path, item)));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                Object item = list.get(i);
                String place = path + "[" + i + "]";
                read(place, isGroup(item.getClass()) ? within(item.getClass(), place) : null, item, fields);
            }
        } else {
            fields.accept(path, text(path, value));
        }
    }

    private static String text(String path, Object value) {
        if (value instanceof Identifier id) {
            return id.value().toString();
        }
        Accessor around = value instanceof Record && !(value instanceof Money) ? AROUND.get(value.getClass()) : null;
        Object inner = around == null ? null : around.read(value);
        return inner == null ? CanonicalText.of(path, value) : text(path, inner);
    }
}
