package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.team.SellerId;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields that people and companies have in common. */
final class MergeRelationship {

    private MergeRelationship() {}

    static <N> List<MergeField<N>> fields(Function<N, Relationship> read, BiFunction<N, Relationship, N> with) {
        return List.of(
                new MergeField<>(
                        "relationship.owner",
                        noun -> text(read.apply(noun).owner()),
                        (noun, owner) -> with.apply(noun, read.apply(noun).withOwner(seller(owner)))),
                new MergeField<>(
                        "relationship.stage",
                        noun -> read.apply(noun).stage().name(),
                        (noun, stage) -> with.apply(
                                noun, read.apply(noun).withStage(SalesStage.valueOf(requireNonNull(stage))))),
                new MergeField<>(
                        "relationship.source",
                        noun -> read.apply(noun).source(),
                        (noun, source) -> with.apply(noun, sourced(read.apply(noun), source))));
    }

    private static @Nullable String text(@Nullable SellerId owner) {
        return owner == null ? null : owner.toString();
    }

    private static @Nullable SellerId seller(@Nullable String text) {
        return text == null ? null : SellerId.parse(text);
    }

    private static Relationship sourced(Relationship relationship, @Nullable String source) {
        return new Relationship(relationship.owner(), relationship.stage(), source, relationship.state());
    }
}
