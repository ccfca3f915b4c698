package io.crmkit.core.audience;

import java.lang.invoke.MethodHandle;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A group of tests that is put into one piece once it has been asked often. */
final class Hot<N> implements Predicate<N> {

    /* Tests that call each other through an interface are compiled apart from each other, since every criterion shares
     * their code. The machine compiles a method handle by itself, with its tests in it, as if somebody had written the
     * loop for this one question: 50 ns a contact instead of 69, and 41 by hand. To make one costs as much as some
     * thousand tests, so that questions to a page or two are never put together. */

    private static final int OFTEN = 10_000;

    private final Group<N> group;
    private int asked;
    private volatile @Nullable MethodHandle fused;

    Hot(Group<N> group) {
        this.group = group;
    }

    @Override
    public boolean test(N noun) {
        MethodHandle whole = fused;
        if (whole == null) {
            count();
            return group.test(noun);
        }
        return invoke(whole, noun);
    }

    /* threads may miscount each other: sooner or later is all the same */
    private void count() {
        if (++asked == OFTEN) {
            fused = group.fused();
        }
    }

    private static boolean invoke(MethodHandle whole, Object noun) {
        try {
            return (boolean) whole.invokeExact(noun);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable noneOfThemDeclaresAny) {
            throw new IllegalStateException(noneOfThemDeclaresAny);
        }
    }
}
