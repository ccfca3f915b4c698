package io.crmkit.core.audience;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.Predicate;

/** Several tests, all or any of which a noun must pass. */
record Group<N>(boolean all, List<Predicate<N>> tests) implements Predicate<N> {

    private static final MethodType TYPE = MethodType.methodType(boolean.class, Object.class);
    private static final MethodHandle TEST = test();

    private static MethodHandle test() {
        try {
            return MethodHandles.lookup().findVirtual(Predicate.class, "test", TYPE);
        } catch (ReflectiveOperationException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    Group {
        tests = List.copyOf(tests);
    }

    @Override
    public boolean test(N noun) {
        for (Predicate<N> test : tests) {
            if (test.test(noun) != all) {
                return !all;
            }
        }
        return all;
    }

    /** The same test in one piece, from an object to a boolean. */
    MethodHandle fused() {
        MethodHandle rest = constant(all);
        for (int i = tests.size() - 1; i >= 0; i--) {
            Predicate<N> test = tests.get(i);
            MethodHandle first = test instanceof Group<N> group ? group.fused() : TEST.bindTo(test);
            rest = all
                    ? MethodHandles.guardWithTest(first, rest, constant(false))
                    : MethodHandles.guardWithTest(first, constant(true), rest);
        }
        return rest;
    }

    private static MethodHandle constant(boolean value) {
        return MethodHandles.dropArguments(MethodHandles.constant(boolean.class, value), 0, Object.class);
    }
}
