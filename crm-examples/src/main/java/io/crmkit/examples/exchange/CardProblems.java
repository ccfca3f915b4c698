package io.crmkit.examples.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with one card. */
final class CardProblems {

    private final int card;
    private final List<CardProblem> problems = new ArrayList<>();

    CardProblems(int card) {
        this.card = card;
    }

    List<CardProblem> all() {
        return List.copyOf(problems);
    }

    void refuse(String property, String rule) {
        problems.add(new CardProblem(card, property, rule));
    }

    /** What is made, or null where it breaks a rule of its own. */
    <T> @Nullable T checked(String property, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            refuse(property, String.valueOf(e.getMessage()));
            return null;
        }
    }
}
