package io.crmkit.core.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Calls what was found by looking at classes; what the call throws is thrown on as it is. */
final class Reflected {

    private Reflected() {}

    static @Nullable Object invoke(Method method, Object on, @Nullable Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            throw asItIs(thrown);
        } catch (IllegalAccessException impossible) {
            throw new LinkageError(method.toString(), impossible);
        }
    }

    static Object make(Class<?> type, @Nullable Object[] components) {
        try {
            return type.getConstructor(Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(components);
        } catch (InvocationTargetException thrown) {
            throw asItIs(thrown);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(type.toString(), impossible);
        }
    }

    private static RuntimeException asItIs(InvocationTargetException thrown) {
        if (thrown.getCause() instanceof RuntimeException unchecked) {
            return unchecked;
        }
        throw new AssertionError(thrown.getCause());
    }
}
