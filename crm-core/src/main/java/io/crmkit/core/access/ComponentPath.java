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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from a noun's record to one of its components, through records within it; a field is called as the component is
 * that holds it. Of records of which one class has the component and another not, the latter are passed by.
 *
 * @param noun the class it begins at
 * @param steps the names of the components
 * @param type the class of the last of them
 */
record ComponentPath<N>(Class<N> noun, List<String> steps, Class<?> type) {

    static <N> ComponentPath<N> to(Class<N> noun, String component) {
        Deque<ComponentPath<N>> ways = new ArrayDeque<>();
        ways.add(new ComponentPath<>(noun, List.of(), noun));
        while (!ways.isEmpty()) {
            ComponentPath<N> way = ways.remove();
            for (RecordComponent next : components(way.type)) {
                ComponentPath<N> further = way.then(next);
                if (next.getName().equals(component)) {
                    return further;
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
        if (!type.isAssignableFrom(path.type)) {
            throw new IllegalArgumentException(
                    "hidden field must be a component of its record: %s.%s".formatted(noun.getSimpleName(), component));
        }
        return path;
    }

    private ComponentPath<N> then(RecordComponent next) {
        List<String> further = new ArrayList<>(steps);
        further.add(next.getName());
        return new ComponentPath<>(noun, List.copyOf(further), next.getType());
    }

    /* of a sealed class, those of all its records */
    private static List<RecordComponent> components(Class<?> type) {
        return type.isRecord()
                ? List.of(type.getRecordComponents())
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(each -> components(each).stream())
                        .toList();
    }

    /* as the journal has it: records around one value are that value, and so is money */
    private static boolean isGroup(Class<?> type) {
        boolean isValue = Identifier.class.isAssignableFrom(type) || type == Money.class;
        boolean isRecord = type.isRecord() && !isValue && type.getRecordComponents().length > 1;
        return isRecord || (type.isSealed() && type.isInterface());
    }

    /** The path as the journal writes it, such as {@code parties.owner}. */
    String name() {
        return String.join(".", steps);
    }

    @Nullable
    Object value(N noun) {
        Object at = noun;
        for (String step : steps) {
            at = at == null ? null : read(step, at);
        }
        return at;
    }

    N with(N noun, @Nullable Object value) {
        return noun().cast(with(noun, 0, value));
    }

    private Object with(Object taken, int step, @Nullable Object value) {
        String name = steps.get(step);
        Object within = read(name, taken);
        Object next = step == steps.size() - 1 ? value : within == null ? null : with(within, step + 1, value);
        return component(name, taken).isPresent() ? copy(taken, name, next) : taken;
    }

    private Object copy(Object taken, String changed, @Nullable Object value) {
        RecordComponent[] components = taken.getClass().getRecordComponents();
        @Nullable
        Object[] values = Arrays.stream(components)
                .map(each -> each.getName().equals(changed) ? value : read(each, taken))
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

    private static Optional<RecordComponent> component(String name, Object taken) {
        return Arrays.stream(taken.getClass().getRecordComponents())
                .filter(each -> each.getName().equals(name))
                .findFirst();
    }

    private static @Nullable Object read(String name, Object taken) {
        RecordComponent component = component(name, taken).orElse(null);
        return component == null ? null : read(component, taken);
    }

    private static @Nullable Object read(RecordComponent component, Object taken) {
        try {
            return component.getAccessor().invoke(taken);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("cannot read " + component, closed);
        }
    }
}
