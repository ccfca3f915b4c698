package io.crmkit.core.tck;

import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes records apart, so that each field can be changed alone, whatever fields a noun may gain. */
final class Variations {

    private Variations() {}

    /** Copies of one record, each with one field taken from the other; fields that are equal are left out. */
    static <N extends Noun<?>> List<N> of(N one, N other) {
        List<N> all = new ArrayList<>();
        for (Record copy : copies((Record) one, (Record) other)) {
            @SuppressWarnings("unchecked") // made by the constructor of the same record class
            N noun = (N) copy;
            all.add(noun);
        }
        return all;
    }

    private static List<Record> copies(Record one, Record other) {
        List<Record> all = new ArrayList<>();
        RecordComponent[] components = one.getClass().getRecordComponents();
        @Nullable Object[] values = values(one);
        @Nullable Object[] others = values(other);
        for (int i = 0; i < components.length; i++) {
            if (!Objects.equals(values[i], others[i]) && components[i].getType() != Revision.class) {
                for (@Nullable Object value : choices(values[i], others[i])) {
                    @Nullable Object[] changed = values.clone();
                    changed[i] = value;
                    make(one.getClass(), changed).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static List<@Nullable Object> choices(@Nullable Object one, @Nullable Object other) {
        boolean group = !(one instanceof Identifier) && !(one instanceof Money);
        List<@Nullable Object> choices = new ArrayList<>();
        if (group
                && one instanceof Record taken
                && other instanceof Record given
                && given.getClass() == taken.getClass()) {
            choices.addAll(copies(taken, given));
        } else {
            choices.add(other);
        }
        return choices;
    }

    private static @Nullable Object[] values(Record taken) {
        return Arrays.stream(taken.getClass().getRecordComponents())
                .map(component -> read(component, taken))
                .toArray();
    }

    private static @Nullable Object read(RecordComponent component, Record taken) {
        try {
            return component.getAccessor().invoke(taken);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(component.toString(), impossible);
        }
    }

    /* empty where fields that belong together refuse to differ alone */
    private static Optional<Record> make(Class<? extends Record> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return Optional.of(type.getConstructor(types).newInstance(values));
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException) {
                return Optional.empty();
            }
            throw new LinkageError(type + Arrays.toString(values), refused);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(type + Arrays.toString(values), impossible);
        }
    }
}
