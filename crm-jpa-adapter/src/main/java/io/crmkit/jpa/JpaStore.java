package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One noun's store: its queries, and how rows come out of them. */
final class JpaStore<N extends Noun<I>, I extends Identifier, R extends Row> implements Store<N, I> {

    static final String FIRST_PAGE = "select r from {entity} r where r.tenant = :tenant order by r.id";

    static final String PAGE_AFTER =
            "select r from {entity} r where r.tenant = :tenant and r.id > :after order by r.id";

    static final String COUNT = "select count(r) from {entity} r where r.tenant = :tenant";

    /* the probe for a lower identity keeps the answer as short as the question, however many share a name */
    static final String LOWEST_BY_NATURAL_KEY = """
            select r.{key}, r.id from {entity} r
            where r.tenant = :tenant and r.{key} in :keys and not exists (
                select s.id from {entity} s
                where s.tenant = :tenant and s.{key} = r.{key} and s.id < r.id)""";

    private final Joined joined;
    private final Mapping<N, I, R> mapping;
    private final RowsById<R> rowsById;

    JpaStore(Joined joined, Mapping<N, I, R> mapping) {
        this.joined = joined;
        this.mapping = mapping;
        this.rowsById = new RowsById<>(mapping);
    }

    @Override
    public Optional<N> find(TenantId tenant, I id) {
        requireNonNull(tenant, "tenant");
        List<UUID> one = List.of(requireNonNull(id, "id").value());
        return joined.read("finding " + mapping.noun(), manager -> {
            return nouns(manager, rowsById.of(manager, tenant, one)).stream().findFirst();
        });
    }

    @Override
    public Map<I, N> findAll(TenantId tenant, Collection<I> ids) {
        requireNonNull(tenant, "tenant");
        Set<UUID> asked = ids.stream().map(Identifier::value).collect(Collectors.toSet());
        List<N> found = joined.read(
                "finding " + mapping.noun(), manager -> nouns(manager, rowsById.of(manager, tenant, asked)));
        return found.stream().collect(Collectors.toMap(Noun::id, noun -> noun));
    }

    @Override
    public Set<I> existing(TenantId tenant, Collection<I> ids) {
        requireNonNull(tenant, "tenant");
        Set<UUID> asked = ids.stream().map(Identifier::value).collect(Collectors.toSet());
        return joined
                .read("looking for " + mapping.noun(), manager -> rowsById.existing(manager, tenant, asked))
                .stream()
                .map(mapping.id())
                .collect(Collectors.toSet());
    }

    @Override
    public N save(TenantId tenant, N noun) {
        return saveAll(tenant, List.of(noun)).get(0);
    }

    @Override
    public List<N> saveAll(TenantId tenant, List<N> nouns) {
        requireNonNull(tenant, "tenant");
        EntityManager manager = joined.writable("saving " + mapping.noun());
        return new Saving<>(mapping, rowsById, manager, tenant, joined.newRows()).saveAll(nouns);
    }

    @Override
    public Page<N> page(TenantId tenant, PageRequest request) {
        requireNonNull(tenant, "tenant");
        List<N> found = joined.read("listing " + mapping.noun(), manager -> {
            List<R> rows = pageQuery(manager, tenant, request)
                    .setMaxResults(request.size() + 1)
                    .getResultList();
            return nouns(manager, rowsById.whole(manager, tenant, rows));
        });
        return page(found, request);
    }

    @Override
    public Page<N> select(TenantId tenant, Criterion<N> criterion, PageRequest request) {
        requireNonNull(tenant, "tenant");
        requireNonNull(criterion, "criterion");
        List<N> found = joined.read("selecting " + mapping.noun(), manager -> {
            List<R> rows = selecting(manager).rows(tenant, criterion, request);
            return nouns(manager, rowsById.whole(manager, tenant, rows));
        });
        return page(found, request);
    }

    private Selecting<N, R> selecting(EntityManager manager) {
        return new Selecting<>(manager, mapping.entity(), joined.textOrder(manager));
    }

    private Page<N> page(List<N> found, PageRequest request) {
        if (found.size() <= request.size()) {
            return new Page<>(found, null);
        }
        List<N> items = found.subList(0, request.size());
        return new Page<>(items, items.get(items.size() - 1).id().value());
    }

    @Override
    public long count(TenantId tenant) {
        requireNonNull(tenant, "tenant");
        return joined.read(
                "counting " + mapping.noun(),
                manager -> manager.createQuery(mapping.query(COUNT), Long.class)
                        .setParameter("tenant", tenant.value())
                        .getSingleResult());
    }

    @Override
    public long count(TenantId tenant, Criterion<N> criterion) {
        requireNonNull(tenant, "tenant");
        requireNonNull(criterion, "criterion");
        return joined.read(
                "counting " + mapping.noun(), manager -> selecting(manager).count(tenant, criterion));
    }

    @Override
    public Map<String, I> idsByNaturalKey(TenantId tenant, Collection<String> naturalKeys) {
        requireNonNull(tenant, "tenant");
        return joined.read("finding " + mapping.noun() + " by natural key", manager -> {
            Map<String, I> ids = new HashMap<>();
            for (List<String> keys : RowsById.portions(naturalKeys)) {
                lowest(manager, tenant, keys)
                        .forEach(
                                found -> ids.put((String) found[0], mapping.id().apply((UUID) found[1])));
            }
            return ids;
        });
    }

    private List<Object[]> lowest(EntityManager manager, TenantId tenant, List<String> keys) {
        return manager.createQuery(mapping.query(LOWEST_BY_NATURAL_KEY), Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("keys", keys)
                .getResultList();
    }

    private TypedQuery<R> pageQuery(EntityManager manager, TenantId tenant, PageRequest request) {
        UUID after = request.after();
        TypedQuery<R> query = after == null
                ? manager.createQuery(mapping.query(FIRST_PAGE), mapping.entity())
                : manager.createQuery(mapping.query(PAGE_AFTER), mapping.entity())
                        .setParameter("after", after);
        return query.setParameter("tenant", tenant.value());
    }

    /* rows are let go as soon as they are read: the host's persistence context holds none of ours between two calls */
    private List<N> nouns(EntityManager manager, List<R> rows) {
        List<N> nouns = rows.stream().map(mapping.toDomain()).toList();
        rows.forEach(manager::detach);
        return nouns;
    }
}
