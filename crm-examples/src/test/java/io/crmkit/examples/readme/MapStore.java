package io.crmkit.examples.readme;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The simplest store that keeps the contract: a map, read from end to end. */
final class MapStore<N extends Noun<I>, I extends Identifier> implements Store<N, I> {
    static final Comparator<UUID> UNSIGNED = Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final MyTransactions transactions;

    MapStore(MyTransactions transactions) {
        this.transactions = transactions;
    }

    @SuppressWarnings("unchecked") // what is kept here is of this noun
    private Stream<N> all(TenantId tenant) {
        return transactions.rows().values().stream()
                .filter(row -> row.tenant().equals(tenant))
                .map(row -> (N) row.noun());
    }

    @Override
    public Optional<N> find(TenantId tenant, I id) {
        return all(tenant).filter(noun -> noun.id().equals(id)).findFirst();
    }

    @Override
    public Map<I, N> findAll(TenantId tenant, Collection<I> ids) {
        Map<I, N> found = new HashMap<>();
        ids.forEach(id -> find(tenant, id).ifPresent(noun -> found.put(id, noun)));
        return found;
    }

    @Override
    public N save(TenantId tenant, N noun) {
        return transactions.write(() -> put(tenant, noun));
    }

    @Override
    public List<N> saveAll(TenantId tenant, List<N> nouns) {
        return transactions.write(
                () -> nouns.stream().map(noun -> put(tenant, noun)).toList());
    }

    @SuppressWarnings("unchecked") // a noun at another revision is the same noun
    private N put(TenantId tenant, N noun) {
        @Nullable N stored = find(tenant, noun.id()).orElse(null);
        boolean taken =
                stored == null && transactions.rows().containsKey(noun.id().value());
        boolean current =
                stored == null ? noun.revision().isNone() : noun.revision().equals(stored.revision());
        if (taken || !current) {
            throw new StaleRevisionException(noun.id(), noun.revision(), stored == null ? null : stored.revision());
        }
        if (noun.equals(stored)) {
            return noun;
        }
        N next = (N) noun.withRevision(noun.revision().next());
        transactions.rows().put(noun.id().value(), new MyTransactions.Row(tenant, next));
        return next;
    }

    @Override
    public Page<N> page(TenantId tenant, PageRequest request) {
        return page(all(tenant), request);
    }

    @Override
    public long count(TenantId tenant) {
        return all(tenant).count();
    }

    @Override
    public Page<N> select(TenantId tenant, Criterion<N> criterion, PageRequest request) {
        return page(all(tenant).filter(criterion.compile()), request);
    }

    private Page<N> page(Stream<N> all, PageRequest request) {
        UUID after = request.after();
        List<N> found = all.filter(
                        noun -> after == null || UNSIGNED.compare(noun.id().value(), after) > 0)
                .limit(request.size() + 1L)
                .toList();
        boolean more = found.size() > request.size();
        List<N> items = more ? found.subList(0, request.size()) : found;
        return new Page<>(items, more ? items.get(items.size() - 1).id().value() : null);
    }

    @Override
    public long count(TenantId tenant, Criterion<N> criterion) {
        return all(tenant).filter(criterion.compile()).count();
    }

    @Override
    public Map<String, I> idsByNaturalKey(TenantId tenant, Collection<String> naturalKeys) {
        Map<String, I> ids = new HashMap<>();
        all(tenant)
                .filter(noun -> naturalKeys.contains(String.valueOf(noun.naturalKey())))
                .forEach(noun -> ids.putIfAbsent(String.valueOf(noun.naturalKey()), noun.id()));
        return ids;
    }
}
