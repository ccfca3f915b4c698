package io.crmkit.core.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
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

    /* a type that the method leaves open is what the class says it is */
    static List<Type> parameterTypes(Class<?> owner, Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(type -> type instanceof TypeVariable<?> open ? closed(owner, open) : type)
                .toList();
    }

    private static Type closed(Class<?> owner, TypeVariable<?> open) {
        if (owner.getGenericSuperclass() instanceof ParameterizedType parent
                && parent.getRawType() == open.getGenericDeclaration()) {
            List<TypeVariable<?>> names = List.of(((Class<?>) parent.getRawType()).getTypeParameters());
            return parent.getActualTypeArguments()[names.indexOf(open)];
        }
        throw new AssertionError(owner + " must say what " + open + " is");
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
