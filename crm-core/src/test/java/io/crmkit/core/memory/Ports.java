package io.crmkit.core.memory;

import io.crmkit.core.port.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Passes calls of ports on, whichever methods they have. */
final class Ports {

    private Ports() {}

    interface Call {
        @Nullable
        Object answer(Method method, @Nullable Object[] args) throws Throwable;
    }

    static <T> T passing(Class<T> port, Call call) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, args) -> call.answer(method, args == null ? new Object[0] : args)));
    }

    static @Nullable Object invoke(Method method, Object sound, @Nullable Object[] args) throws Throwable {
        try {
            return method.invoke(sound, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    static Object ask(Stores stores, String port) {
        try {
            return Objects.requireNonNull(Stores.class.getMethod(port).invoke(stores));
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(port, impossible);
        }
    }
}
