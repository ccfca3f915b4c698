package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.tck.Mixtures;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever fields the nouns may gain, re-pointing keeps them. */
class MergeReferencesTest {

    private static final UUID OTHER = new UUID(7, 7);

    static List<MergeReference<?, ?>> references() {
        return Stream.concat(MergeReferences.TO_PEOPLE.stream(), MergeReferences.TO_COMPANIES.stream())
                .filter(reference -> !reference.path().equals("mergedInto"))
                .toList();
    }

    private static List<? extends Noun<?>> records(String noun) {
        Random random = new Random(42);
        return switch (noun) {
            case "activity" -> Mixtures.activities(random).records(50);
            case "opportunity" -> Mixtures.opportunities(random).records(50);
            case "lead" -> Mixtures.leads(random).records(50);
            default -> Mixtures.companies(random).records(50);
        };
    }

    @ParameterizedTest
    @MethodSource("references")
    @SuppressWarnings("unchecked") // records of the reference's own noun
    <N extends Noun<I>, I extends Identifier> void pointingAwayAndBackChangesNothing(MergeReference<N, I> reference) {
        List<N> pointed = new ArrayList<>();
        for (Noun<?> any : records(reference.noun())) {
            N noun = (N) any;
            for (UUID target : targets(reference, noun)) {
                N moved = reference.pointed().of(noun, target, OTHER);
                assertEquals(OTHER, reference.pointer().of(moved, OTHER));
                assertNotEquals(target, reference.pointer().of(moved, target));
                assertTrue(reference.pointingTo().apply(OTHER).compile().test(moved), moved::toString);
                assertEquals(noun, reference.pointed().of(moved, OTHER, target));
                pointed.add(moved);
            }
        }
        assertTrue(pointed.size() > 10, reference.path() + ": " + pointed.size());
    }

    private static <N extends Noun<I>, I extends Identifier> List<UUID> targets(
            MergeReference<N, I> reference, N noun) {
        if (reference.path().equals("parties.roles[].person")) {
            return ((Opportunity) noun)
                    .parties().roles().stream()
                            .map(contact -> contact.person().value())
                            .toList();
        } else if (reference.path().endsWith("[].person")) {
            return ((Activity) noun)
                    .participants().stream()
                            .flatMap(participant -> Stream.ofNullable(participant.person()))
                            .map(PersonId::value)
                            .toList();
        }
        return Stream.ofNullable(reference.pointer().of(noun, OTHER)).toList();
    }
}
