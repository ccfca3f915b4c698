package io.crmkit.core.access;

import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way from a noun's record to one of its components, through records within it; a field is called as the component is
 * that holds it.
 */
record ComponentPath<N>(Class<N> noun, List<RecordComponent> steps) {

    static <N> ComponentPath<N> to(Class<N> noun, String component) {
        Deque<List<RecordComponent>> ways = new ArrayDeque<>();
        ways.add(List.of());
        while (!ways.isEmpty()) {
            List<RecordComponent> way = ways.remove();
            Class<?> from = way.isEmpty() ? noun : way.get(way.size() - 1).getType();
            for (RecordComponent next : from.getRecordComponents()) {
                List<RecordComponent> further = new ArrayList<>(way);
                further.add(next);
                if (next.getName().equals(component)) {
                    return new ComponentPath<>(noun, List.copyOf(further));
                } else if (isGroup(next.getType())) {
                    ways.add(further);
                }
            }
        }
        throw new IllegalArgumentException(
                "hidden field must be a component of its record: %s.%s".formatted(noun.getSimpleName(), component));
    }

    static <N> ComponentPath<N> of(Class<N> noun, Class<?> type, String component) {
        ComponentPath<N> path = to(noun, component);
        if (!type.isAssignableFrom(path.last().getType())) {
            throw new IllegalArgumentException(
                    "hidden field must be a component of its record: %s.%s".formatted(noun.getSimpleName(), component));
        }
        return path;
    }

    /* as the journal has it: records around one value are that value, and so is money */
    private static boolean isGroup(Class<?> type) {
        return type.isRecord()
                && !Identifier.class.isAssignableFrom(type)
                && type != Money.class
                && type.getRecordComponents().length > 1;
    }

    private RecordComponent last() {
        return steps.get(steps.size() - 1);
    }

    /** The path as the journal writes it, such as {@code parties.owner}. */
    String name() {
        return steps.stream().map(RecordComponent::getName).collect(Collectors.joining("."));
    }

    @Nullable
    Object value(N noun) {
        Object at = noun;
        for (RecordComponent step : steps) {
            at = at == null ? null : read(step, at);
        }
        return at;
    }

    N with(N noun, @Nullable Object value) {
        return noun().cast(with(noun, 0, value));
    }

    private Object with(Object taken, int step, @Nullable Object value) {
        RecordComponent component = steps.get(step);
        Object within = read(component, taken);
        Object next = step == steps.size() - 1 ? value : within == null ? null : with(within, step + 1, value);
        return copy(taken, component, next);
    }

    private Object copy(Object taken, RecordComponent changed, @Nullable Object value) {
        RecordComponent[] components = taken.getClass().getRecordComponents();
        @Nullable
        Object[] values = Arrays.stream(components)
                .map(each -> each.getName().equals(changed.getName()) ? value : read(each, taken))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return taken.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(
                    "hidden field must be one that may be left empty: %s.%s".formatted(noun.getSimpleName(), name()),
                    refused.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException closed) {
            throw new IllegalStateException("cannot copy " + taken.getClass(), closed);
        }
    }

    private static @Nullable Object read(RecordComponent component, Object taken) {
        try {
            return component.getAccessor().invoke(taken);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("cannot read " + component, closed);
        }
    }
}
