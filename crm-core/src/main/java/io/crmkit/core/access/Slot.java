package io.crmkit.core.access;

import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Field;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.FieldKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The place in a noun's record where the value of one field stands. */
interface Slot<N> {

    /** What fields are read from whose component is called otherwise. */
    Map<Field<?, ?>, String> ELSEWHERE = Map.of(ActivityFields.KIND, "details", ActivityFields.ENDS_AT, "duration");

    /** Says whether a record has a value there. */
    boolean isSet(N noun);

    /** The same record without a value there. */
    N cleared(N noun);

    /** The same record with the value that another has there. */
    N filled(N noun, N other);

    /** Says whether a field of the journal stands there. */
    boolean holds(String path);

    static <N> Slot<N> of(Class<N> noun, Field<N, ?> field) {
        FieldKey<?> key = field.custom();
        String tag = field.tag();
        if (key != null) {
            return new OfCustom<>(ComponentPath.of(noun, CustomFields.class, "custom"), key.name());
        }
        return tag == null
                ? new OfComponent<>(field, ComponentPath.to(noun, ELSEWHERE.getOrDefault(field, field.name())))
                : new OfTag<>(ComponentPath.of(noun, Set.class, "tags"), tag);
    }

    /** A component of the record, or of one within it. */
    record OfComponent<N>(Field<N, ?> field, ComponentPath<N> path) implements Slot<N> {

        @Override
        public boolean isSet(N noun) {
            Object value = path.value(noun);
            return value != null && !value.equals(List.of());
        }

        @Override
        public N cleared(N noun) {
            return isSet(noun) ? path.with(noun, path.value(noun) instanceof List<?> ? List.of() : null) : noun;
        }

        @Override
        public N filled(N noun, N other) {
            return path.with(noun, path.value(other));
        }

        @Override
        public boolean holds(String changed) {
            String name = path.name();
            return changed.equals(name) || changed.startsWith(name + ".") || changed.startsWith(name + "[");
        }
    }

    /** A custom field, of whatever kind its value is. */
    record OfCustom<N>(ComponentPath<N> path, String key) implements Slot<N> {

        private CustomFields custom(N noun) {
            return path.value(noun) instanceof CustomFields fields ? fields : CustomFields.NONE;
        }

        @Override
        public boolean isSet(N noun) {
            return custom(noun).keys().stream().anyMatch(each -> each.name().equals(key));
        }

        @Override
        public N cleared(N noun) {
            CustomFields left = custom(noun);
            for (FieldKey<?> each : left.keys()) {
                left = each.name().equals(key) ? left.without(each) : left;
            }
            return left.equals(custom(noun)) ? noun : path.with(noun, left);
        }

        @Override
        public N filled(N noun, N other) {
            CustomFields all = custom(cleared(noun));
            for (FieldKey<?> each : custom(other).keys()) {
                all = each.name().equals(key) ? copied(all, each, custom(other)) : all;
            }
            return path.with(noun, all);
        }

        private static <T> CustomFields copied(CustomFields to, FieldKey<T> key, CustomFields from) {
            T value = from.get(key);
            return value == null ? to : to.with(key, value);
        }

        @Override
        public boolean holds(String changed) {
            return changed.equals(path.name() + "." + key);
        }
    }

    /** A tag. */
    record OfTag<N>(ComponentPath<N> path, String tag) implements Slot<N> {

        private Set<String> tags(N noun) {
            Set<String> tags = new TreeSet<>();
            if (path.value(noun) instanceof Set<?> held) {
                held.forEach(each -> tags.add((String) each));
            }
            return tags;
        }

        @Override
        public boolean isSet(N noun) {
            return tags(noun).contains(tag);
        }

        @Override
        public N cleared(N noun) {
            Set<String> left = tags(noun);
            return left.remove(tag) ? path.with(noun, left) : noun;
        }

        @Override
        public N filled(N noun, N other) {
            Set<String> all = tags(noun);
            boolean differs = isSet(other) ? all.add(tag) : all.remove(tag);
            return differs ? path.with(noun, all) : noun;
        }

        @Override
        public boolean holds(String changed) {
            return changed.equals(path.name() + "[" + tag + "]");
        }
    }
}
