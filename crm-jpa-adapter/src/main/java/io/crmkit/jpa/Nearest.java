package io.crmkit.jpa;

import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The parts of a statement that reads a source's entries in order, from a timeline's position on. */
final class Nearest<K extends Comparable<? super K>> {

    private final CriteriaBuilder builder;
    private final Parameters parameters;
    private final TimelineQuery query;
    private final Expression<Instant> at;
    private final Expression<K> key;
    private final Source source;
    private final boolean older;

    Nearest(
            CriteriaBuilder builder,
            Parameters parameters,
            TimelineQuery query,
            Expression<Instant> at,
            Expression<K> key,
            Source source) {
        this.builder = builder;
        this.parameters = parameters;
        this.query = query;
        this.at = at;
        this.key = key;
        this.source = source;
        this.older = query.direction() == Direction.OLDER;
    }

    /* The subjects stand in a list of their own beside the periods: databases find rows by a list, and by a list they
     * find none twice. */
    Predicate within(List<Scope> scopes, Path<UUID> subject) {
        List<UUID> subjects =
                scopes.stream().map(scope -> scope.subject().value()).distinct().toList();
        Predicate named = subjects.size() == 1
                ? builder.equal(subject, parameters.of(subjects.get(0)))
                : subject.in(subjects.stream().map(parameters::of).toArray(Expression<?>[]::new));
        if (scopes.stream().allMatch(scope -> scope.from() == null && scope.until() == null)) {
            return named;
        }
        return scopes.size() == 1
                ? builder.and(named, during(scopes.get(0)))
                : builder.and(
                        named,
                        builder.or(scopes.stream()
                                .map(scope -> builder.and(
                                        builder.equal(
                                                subject,
                                                parameters.of(scope.subject().value())),
                                        during(scope)))
                                .toArray(Predicate[]::new)));
    }

    private Predicate during(Scope scope) {
        List<Predicate> bounds = new ArrayList<>();
        Instant from = scope.from();
        Instant until = scope.until();
        if (from != null) {
            bounds.add(builder.greaterThanOrEqualTo(at, parameters.of(from)));
        }
        if (until != null) {
            bounds.add(builder.lessThan(at, parameters.of(until)));
        }
        return builder.and(bounds.toArray(Predicate[]::new));
    }

    /* not by row values, which H2 does not look up in an index */
    Predicate beyond(Function<UUID, K> keyOf) {
        Position position = query.position();
        if (position == null) {
            return builder.conjunction();
        }
        int rank = source.compareTo(position.source());
        Instant instant = position.at();
        if (rank != 0) {
            return older == rank < 0 ? notBefore(instant) : strictlyBeyond(instant);
        }
        Expression<K> value = parameters.of(keyOf.apply(position.key()));
        Predicate keyBeyond = older ? builder.lessThan(key, value) : builder.greaterThan(key, value);
        return builder.and(notBefore(instant), builder.or(strictlyBeyond(instant), keyBeyond));
    }

    private Predicate notBefore(Instant instant) {
        Expression<Instant> value = parameters.of(instant);
        return older ? builder.lessThanOrEqualTo(at, value) : builder.greaterThanOrEqualTo(at, value);
    }

    private Predicate strictlyBeyond(Instant instant) {
        Expression<Instant> value = parameters.of(instant);
        return older ? builder.lessThan(at, value) : builder.greaterThan(at, value);
    }

    List<Order> order() {
        return older ? List.of(builder.desc(at), builder.desc(key)) : List.of(builder.asc(at), builder.asc(key));
    }

    <R> TypedQuery<R> limited(TypedQuery<R> typed) {
        return parameters.bind(typed).setMaxResults(query.limit() + 1);
    }
}
