package io.crmkit.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that an answer says: its own text, and that of everything it leads to without being given anything. */
final class Spoken {

    private static final int DEEPEST = 6;

    private final StringBuilder text = new StringBuilder();
    private final Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());

    private Spoken() {}

    static String of(@Nullable Object answer) {
        Spoken spoken = new Spoken();
        spoken.add(answer, 0);
        return spoken.text.toString();
    }

    private void add(@Nullable Object value, int depth) {
        if (value == null || depth > DEEPEST || !met.add(value)) {
            return;
        }
        text.append(value).append('\n');
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(each -> add(each, depth));
        } else if (value instanceof Collection<?> all) {
            all.forEach(each -> add(each, depth + 1));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                add(key, depth + 1);
                add(each, depth + 1);
            });
        } else if (value.getClass().getName().startsWith("io.crmkit.")
                && !value.getClass().isEnum()) {
            parts(value, depth);
        }
    }

    private void parts(Object value, int depth) {
        for (Method method : value.getClass().getMethods()) {
            boolean asks = method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() != void.class
                    && method.getDeclaringClass() != Object.class;
            if (asks) {
                add(answer(value, method), depth + 1);
            }
        }
    }

    /* what cannot be answered says nothing */
    private static @Nullable Object answer(Object value, Method method) {
        try {
            return method.invoke(value);
        } catch (InvocationTargetException | IllegalAccessException silent) {
            return null;
        }
    }
}
