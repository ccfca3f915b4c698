package io.crmkit.core.memory;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.Facts;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Facts that each break one rule. */
final class BrokenFacts {

    private BrokenFacts() {}

    /* Changes what one method is given, or what it answers with. */
    private static Facts differing(
            Facts sound, String name, UnaryOperator<Object[]> given, UnaryOperator<Object> answer) {
        return Ports.passing(Facts.class, (method, args) -> {
            if (!method.getName().equals(name)) {
                return Ports.invoke(method, sound, args);
            }
            return answer.apply(Ports.invoke(method, sound, given.apply(args)));
        });
    }

    static Facts forgetsNobody(Facts sound) {
        return differing(sound, "opportunities", given -> given, BrokenFacts::owned);
    }

    private static Object owned(Object counts) {
        return ((List<?>) counts)
                .stream()
                        .filter(count -> ((Facts.OpportunityCount) count).owner() != null)
                        .toList();
    }

    static Facts countsTheEnd(Facts sound) {
        return differing(
                sound,
                "activities",
                given -> {
                    given[3] = ((Instant) given[3]).plusNanos(1_000);
                    return given;
                },
                answer -> answer);
    }

    static Facts countsWhatIsNotMeant(Facts sound) {
        return differing(
                sound,
                "sales",
                given -> {
                    given[1] = Criterion.everything();
                    return given;
                },
                answer -> answer);
    }
}
