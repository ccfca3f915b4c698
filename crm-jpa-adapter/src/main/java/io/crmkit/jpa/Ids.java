package io.crmkit.jpa;

import io.crmkit.core.value.Identifier;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Identifiers to columns and back, where they may be missing. */
final class Ids {

    private Ids() {}

    static @Nullable UUID value(@Nullable Identifier id) {
        return id == null ? null : id.value();
    }

    static <I extends Identifier> @Nullable I of(@Nullable UUID value, Function<UUID, I> make) {
        return value == null ? null : make.apply(value);
    }
}
