package io.crmkit.core.tck;

import io.crmkit.core.CrmSession;
import io.crmkit.core.value.Revision;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method of a handle that changes something. They are found by looking at the handles' classes, so that a new one cannot
 * be forgotten.
 *
 * @param handle the session's method that gives the handle
 * @param method the handle's method
 */
record Write(Method handle, Method method) {

    private static final Set<String> WITHOUT_COMMAND = Set.of(
            "consents.confirm",
            "consents.expire",
            "consents.withdraw",
            "merges.undo",
            "privacy.erase",
            "privacy.release",
            "quotes.revise",
            "suppressions.suppress");

    static List<Write> all() {
        return sorted(CrmSession.class)
                .filter(handle -> handle.getParameterCount() == 0)
                .flatMap(handle -> sorted(handle.getReturnType()).map(method -> new Write(handle, method)))
                .filter(Write::changesSomething)
                .toList();
    }

    private static Stream<Method> sorted(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toGenericString));
    }

    /* it is given a command or the revision it starts from; files are another test's */
    private boolean changesSomething() {
        return WITHOUT_COMMAND.contains(name())
                || takesCommand()
                || Arrays.asList(method.getParameterTypes()).contains(Revision.class);
    }

    boolean takesCommand() {
        return Arrays.stream(method.getParameterTypes())
                .anyMatch(type -> type.isRecord() && type.getPackageName().equals("io.crmkit.core.service"));
    }

    String name() {
        return handle.getName() + "." + method.getName();
    }

    List<Type> types() {
        return Reflected.parameterTypes(handle.getReturnType(), method);
    }

    @Nullable
    Object on(CrmSession crm, List<@Nullable Object> arguments) {
        return Reflected.invoke(method, Objects.requireNonNull(Reflected.invoke(handle, crm)), arguments.toArray());
    }
}
