package io.crmkit.jpa;

import io.crmkit.core.value.Folding;
import org.jspecify.annotations.Nullable;

/** Texts without regard to case, for the columns that criteria search in: no database folds as another does. */
final class Folded {

    private Folded() {}

    static @Nullable String of(@Nullable String text) {
        return text == null ? null : Folding.folded(text);
    }
}
