package io.crmkit.core.memory;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.port.Numbering;
import io.crmkit.core.value.TenantId;
import java.util.HashMap;
import java.util.Map;

/** The last number drawn of each series; the writer's own are forgotten when it is rolled back. */
final class MemoryNumbering implements Numbering, MemoryTransactions.Part {

    private final MemoryTransactions transactions;
    private final Map<Counter, DocumentNumber> committed = new HashMap<>();
    private final Map<Counter, DocumentNumber> pending = new HashMap<>();

    private record Counter(TenantId tenant, String series, int year) {}

    MemoryNumbering(MemoryTransactions transactions) {
        this.transactions = transactions;
        transactions.join(this);
    }

    @Override
    public DocumentNumber next(TenantId tenant, String series, int year) {
        requireNonNull(tenant, "tenant");
        DocumentNumber first = new DocumentNumber(series, year, 1);
        Counter counter = new Counter(tenant, series, year);
        return transactions.save(() -> {
            DocumentNumber last = pending.getOrDefault(counter, committed.get(counter));
            DocumentNumber next = last == null ? first : new DocumentNumber(series, year, last.sequence() + 1);
            pending.put(counter, next);
            return next;
        });
    }

    @Override
    public void commit() {
        committed.putAll(pending);
    }

    @Override
    public void dropPending() {
        pending.clear();
    }
}
