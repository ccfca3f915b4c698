package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Criterion.All;
import io.crmkit.core.audience.Criterion.Any;
import io.crmkit.core.audience.Criterion.Between;
import io.crmkit.core.audience.Criterion.Comparison;
import io.crmkit.core.audience.Criterion.IsSet;
import io.crmkit.core.audience.Criterion.Not;
import io.crmkit.core.audience.Criterion.OneOf;
import io.crmkit.core.audience.Field;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Criteria to predicates of the database. Negations are pushed down to the fields, where unknown fails either way: what
 * stands in another table has no third truth value of its own.
 */
final class Translator {

    private final CriteriaBuilder builder;
    private final Parameters parameters;
    private final Leaves leaves;
    private final AbstractQuery<?> query;
    private final Root<? extends Row> root;

    Translator(
            CriteriaBuilder builder,
            Parameters parameters,
            Leaves leaves,
            AbstractQuery<?> query,
            Root<? extends Row> root) {
        this.builder = builder;
        this.parameters = parameters;
        this.leaves = leaves;
        this.query = query;
        this.root = root;
    }

    /** The tenant's records for which a criterion is true. */
    Predicate meant(TenantId tenant, Criterion<?> criterion) {
        return builder.and(builder.equal(root.get("tenant"), parameters.of(tenant.value())), of(criterion, true));
    }

    private Predicate of(Criterion<?> criterion, boolean wanted) {
        if (criterion instanceof All<?> all) {
            return wanted ? builder.and(parts(all.parts(), true)) : builder.or(parts(all.parts(), false));
        } else if (criterion instanceof Any<?> any) {
            return wanted ? builder.or(parts(any.parts(), true)) : builder.and(parts(any.parts(), false));
        } else if (criterion instanceof Not<?> not) {
            return of(not.part(), !wanted);
        }
        return leaf(criterion, wanted);
    }

    private Predicate[] parts(List<? extends Criterion<?>> parts, boolean wanted) {
        return parts.stream().map(part -> of(part, wanted)).toArray(Predicate[]::new);
    }

    private Predicate leaf(Criterion<?> leaf, boolean wanted) {
        Field<?, ?> field = field(leaf);
        FieldKey<?> key = field.custom();
        if (key != null) {
            return custom(leaf, key, wanted);
        }
        String tag = field.tag();
        if (field.participant() != null || field.role() != null || field.origins() != null) {
            return present(
                    leaf, wanted, there -> there ? held(field) : held(field).not());
        }
        if (field.name().equals(ActivityFields.PARTICIPANTS.name())) {
            return present(leaf, wanted, this::anybodyTakesPart);
        }
        return tag == null
                ? leaves.of(leaf, Columns.own(root, field), wanted)
                : present(leaf, wanted, there -> hasTag(tag, there));
    }

    private Predicate held(Field<?, ?> field) {
        UUID party = field.participant();
        String role = field.role();
        if (party != null) {
            return root.getJavaType() == OpportunityRow.class
                    ? holds(ContactRoleRow.class, "person", List.of(party))
                    : takesPart(party);
        }
        return role != null
                ? holds(ContactRoleRow.class, "role", List.of(role))
                : holds(OriginRow.class, "link", requireNonNull(field.origins()));
    }

    private Predicate holds(Class<? extends PartRow> list, String attribute, Collection<?> values) {
        Subquery<UUID> among = query.subquery(UUID.class);
        Root<? extends PartRow> part = among.from(list);
        return builder.exists(among.select(part.get("owner"))
                .where(
                        builder.equal(part.get("owner"), root.get("id")),
                        builder.equal(part.get("tenant"), root.get("tenant")),
                        part.get(attribute)
                                .in(values.stream().map(parameters::of).toList())));
    }

    private Predicate anybodyTakesPart(boolean there) {
        Path<Integer> count = root.get("participantCount");
        return there ? builder.greaterThan(count, 0) : builder.equal(count, 0);
    }

    private Predicate takesPart(UUID party) {
        Subquery<UUID> among = query.subquery(UUID.class);
        Root<ParticipantRow> participant = among.from(ParticipantRow.class);
        // a column, as with the fields of the host's own
        return builder.exists(among.select(participant.get("owner"))
                .where(
                        builder.equal(participant.get("owner"), root.get("id")),
                        builder.equal(participant.get("tenant"), root.get("tenant")),
                        builder.or(
                                builder.equal(participant.get("person"), parameters.of(party)),
                                builder.equal(participant.get("seller"), parameters.of(party)))));
    }

    private static Field<?, ?> field(Criterion<?> leaf) {
        if (leaf instanceof Comparison<?, ?> comparison) {
            return comparison.field();
        } else if (leaf instanceof OneOf<?, ?> oneOf) {
            return oneOf.field();
        } else if (leaf instanceof Between<?, ?> between) {
            return between.field();
        }
        return ((IsSet<?, ?>) leaf).field();
    }

    private Predicate custom(Criterion<?> leaf, FieldKey<?> key, boolean wanted) {
        Subquery<UUID> values = query.subquery(UUID.class);
        Root<CustomValueRow> value = values.from(CustomValueRow.class);
        boolean any = leaf instanceof IsSet<?, ?>;
        // a column, since EclipseLink binds no value in a statement that selects a constant
        values.select(value.get("owner"))
                .where(
                        builder.equal(value.get("owner"), root.get("id")),
                        builder.equal(value.get("tenant"), root.get("tenant")),
                        builder.equal(value.get("name"), parameters.of(key.name())),
                        builder.equal(
                                value.get("kind"), parameters.of(key.type().word())),
                        leaves.of(leaf, Columns.custom(value, key), any || wanted));
        Predicate found = builder.exists(values);
        return any && !wanted ? builder.not(found) : found;
    }

    /* a tag or a participant is there or not: what the criterion says of either decides */
    private Predicate present(Criterion<?> leaf, boolean wanted, Function<Boolean, Predicate> where) {
        boolean whereThere = says(leaf, true) == wanted;
        boolean whereNot = says(leaf, false) == wanted;
        if (whereThere == whereNot) {
            return whereThere ? builder.conjunction() : builder.disjunction();
        }
        return where.apply(whereThere);
    }

    private Predicate hasTag(String tag, boolean there) {
        String pattern = "%" + Leaves.literally(OpenRow.marked(tag)) + "%";
        return leaves.like(root.get("tags"), pattern, there);
    }

    private static boolean says(Criterion<?> leaf, boolean there) {
        if (leaf instanceof Comparison<?, ?> comparison) {
            boolean same = comparison.value().equals(there);
            return same == (comparison.operator() == Criterion.Operator.IS);
        }
        return !(leaf instanceof OneOf<?, ?> oneOf) || oneOf.values().contains(there);
    }
}
