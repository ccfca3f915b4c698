package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;

/** Steps of a state machine whose state is a session and a model beside it. */
final class Steps {

    private Steps() {}

    /** A step that chooses by a seed of its own, so that a run that fails can be made shorter. */
    static <W> Action.Independent<W> step(String name, BiConsumer<W, Random> step) {
        return new Action.Independent<>() {
            @Override
            public Arbitrary<Transformer<W>> transformer() {
                return Arbitraries.longs()
                        .map(seed -> Transformer.mutate(
                                name + " by " + seed, world -> step.accept(world, new Random(seed))));
            }
        };
    }

    /** The exception's type, or null where the command is carried out. */
    static @Nullable Class<?> refusal(Supplier<?> command) {
        try {
            requireNonNull(command.get());
            return null;
        } catch (RuntimeException refused) {
            return refused.getClass();
        }
    }
}
