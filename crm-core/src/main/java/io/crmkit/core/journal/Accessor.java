package io.crmkit.core.journal;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads one component of a record, as fast as a call that is written down. */
interface Accessor {

    @Nullable
    Object read(Object taken);

    static Accessor of(RecordComponent component) {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            return (Accessor) LambdaMetafactory.metafactory(
                            lookup,
                            "read",
                            MethodType.methodType(Accessor.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            accessor.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (Throwable closed) { // the least that a method handle is declared to throw
            throw new IllegalArgumentException("the journal cannot read " + component, closed);
        }
    }
}
