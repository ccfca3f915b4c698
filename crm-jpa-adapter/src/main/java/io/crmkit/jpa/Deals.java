package io.crmkit.jpa;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.port.Deal;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Opportunities with the names of their companies and contacts, in one statement that reads the columns shown alone. */
final class Deals {

    private static final String TENANT = "tenant";

    private final CriteriaBuilder builder;
    private final Parameters parameters;
    private final CriteriaQuery<Object[]> query;
    private final Root<OpportunityRow> root;
    private final EntityManager manager;

    Deals(EntityManager manager) {
        this.manager = manager;
        this.builder = manager.getCriteriaBuilder();
        this.parameters = new Parameters(builder);
        this.query = builder.createQuery(Object[].class);
        this.root = query.from(OpportunityRow.class);
    }

    Page<Deal> page(TextOrder textOrder, TenantId tenant, Criterion<Opportunity> meant, PageRequest request) {
        Leaves leaves = new Leaves(builder, parameters, textOrder);
        Predicate wanted = new Translator(builder, parameters, leaves, query, root).meant(tenant, meant);
        Path<UUID> id = root.get("id");
        UUID after = request.after();
        query.select(builder.array(columns()))
                .where(after == null ? wanted : builder.and(builder.greaterThan(id, parameters.of(after)), wanted))
                .orderBy(builder.asc(id));
        TypedQuery<Object[]> all = parameters.bind(manager.createQuery(query));
        List<Deal> found = all.setMaxResults(request.size() + 1).getResultList().stream()
                .map(Deals::deal)
                .toList();
        if (found.size() <= request.size()) {
            return new Page<>(found, null);
        }
        return new Page<>(
                found.subList(0, request.size()),
                found.get(request.size() - 1).id().value());
    }

    private Expression<?>[] columns() {
        Stream<Expression<?>> own = Stream.of(
                        "id",
                        "revision",
                        "name",
                        "pipeline",
                        "stage",
                        "outcome",
                        "owner",
                        "company",
                        "contact",
                        "expectedClose")
                .map(root::get);
        return Stream.concat(
                        own,
                        Stream.of(
                                root.get("worth").get("amount"),
                                root.get("worth").get("currency"),
                                named(CompanyRow.class, "company"),
                                named(PersonRow.class, "contact")))
                .toArray(Expression<?>[]::new);
    }

    private Expression<String> named(Class<? extends PartyRow> party, String attribute) {
        try {
            Join<OpportunityRow, ? extends PartyRow> with = root.join(party, JoinType.LEFT);
            with.on(is(with, attribute));
            return with.get("name");
        } catch (IllegalStateException notWithoutAnAttribute) {
            // EclipseLink 5.0 joins along attributes only, and selects a subquery within a function only
            Subquery<String> name = query.subquery(String.class);
            Root<? extends PartyRow> with = name.from(party);
            name.select(with.get("name")).where(is(with, attribute));
            return builder.coalesce(name, builder.nullLiteral(String.class));
        }
    }

    private Predicate is(From<?, ? extends PartyRow> party, String attribute) {
        return builder.and(
                builder.equal(party.get("id"), root.get(attribute)),
                builder.equal(party.get(TENANT), root.get(TENANT)));
    }

    private static Deal deal(Object[] row) {
        return new Deal(
                new OpportunityId((UUID) row[0]),
                new Revision((Long) row[1]),
                (String) row[2],
                new PipelineId((UUID) row[3]),
                new StageId((UUID) row[4]),
                Codes.OUTCOME.constant((String) row[5]),
                Ids.of((UUID) row[6], SellerId::new),
                Ids.of((UUID) row[7], CompanyId::new),
                (String) row[12],
                Ids.of((UUID) row[8], PersonId::new),
                (String) row[13],
                (LocalDate) row[9],
                MoneyColumns.money((BigDecimal) row[10], (String) row[11]));
    }
}
