package io.crmkit.core.memory;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.journal.Chain;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.port.Journal;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The journal over one book for each tenant; the writer's own pages lie behind the committed ones, and what it has erased
 * lies over them.
 */
final class MemoryJournal implements Journal, MemoryTransactions.Part {

    private final MemoryTransactions transactions;
    private final Map<TenantId, Book> committed = new HashMap<>();
    private final Map<TenantId, Book> pending = new HashMap<>();
    /* committed changes from which the writer has erased, by sequence */
    private final Map<TenantId, Map<Long, Change>> erased = new HashMap<>();

    MemoryJournal(MemoryTransactions transactions) {
        this.transactions = transactions;
        transactions.join(this);
    }

    @Override
    public List<Change> append(TenantId tenant, List<Change> changes) {
        Journal.requireAppendable(requireNonNull(tenant, "tenant"), changes);
        return transactions.save(() -> {
            Change last = lastOf(tenant);
            List<Change> appended =
                    Chain.append(last == null ? 0 : last.sequence(), last == null ? Chain.START : last.hash(), changes);
            if (!appended.isEmpty()) {
                pending.computeIfAbsent(tenant, none -> new Book()).addAll(appended);
            }
            return List.copyOf(appended);
        });
    }

    @Override
    public long redact(TenantId tenant, Collection<? extends Identifier> subjects, Collection<String> fields) {
        requireNonNull(tenant, "tenant");
        List<String> names = List.copyOf(fields);
        Set<UUID> distinct = subjects.stream().map(Identifier::value).collect(Collectors.toSet());
        return transactions.save(() -> {
            List<Change> found = distinct.stream()
                    .flatMap(subject -> all(tenant, subject))
                    .flatMap(change -> change.erased(names).stream())
                    .toList();
            found.forEach(change -> overlay(tenant, change));
            return (long) found.size();
        });
    }

    private Stream<Change> all(TenantId tenant, UUID subject) {
        return Stream.concat(
                shown(tenant, book(committed, tenant).after(subject, 0)),
                uncommitted(tenant).after(subject, 0));
    }

    private void overlay(TenantId tenant, Change change) {
        Change last = book(committed, tenant).last();
        if (last != null && change.sequence() <= last.sequence()) {
            erased.computeIfAbsent(tenant, none -> new HashMap<>()).put(change.sequence(), change);
        } else {
            uncommitted(tenant).replace(change);
        }
    }

    /* committed changes as the writer has left them */
    private Stream<Change> shown(TenantId tenant, Stream<Change> changes) {
        Map<Long, Change> mine = transactions.isWriting() ? erased.get(tenant) : null;
        return mine == null ? changes : changes.map(change -> mine.getOrDefault(change.sequence(), change));
    }

    @Override
    public long last(TenantId tenant) {
        requireNonNull(tenant, "tenant");
        return transactions.read(() -> {
            Change last = lastOf(tenant);
            return last == null ? 0 : last.sequence();
        });
    }

    private @Nullable Change lastOf(TenantId tenant) {
        Change mine = uncommitted(tenant).last();
        return mine == null ? book(committed, tenant).last() : mine;
    }

    @Override
    public List<Change> after(TenantId tenant, Cursor cursor) {
        requireNonNull(tenant, "tenant");
        return read(
                cursor,
                () -> Stream.concat(
                        shown(tenant, book(committed, tenant).after(cursor.sequence())),
                        uncommitted(tenant).after(cursor.sequence())));
    }

    @Override
    public List<Change> after(TenantId tenant, Identifier subject, Cursor cursor) {
        requireNonNull(tenant, "tenant");
        return read(
                cursor,
                () -> Stream.concat(
                        shown(tenant, book(committed, tenant).after(subject.value(), cursor.sequence())),
                        uncommitted(tenant).after(subject.value(), cursor.sequence())));
    }

    @Override
    public List<Change> before(TenantId tenant, Identifier subject, Cursor cursor) {
        requireNonNull(tenant, "tenant");
        return read(
                cursor,
                () -> Stream.concat(
                        uncommitted(tenant).before(subject.value(), cursor.sequence()),
                        shown(tenant, book(committed, tenant).before(subject.value(), cursor.sequence()))));
    }

    @Override
    public List<Change> recorded(TenantId tenant, Instant from, Instant until, Cursor cursor) {
        requireNonNull(tenant, "tenant");
        Predicate<Change> inPeriod = change ->
                !change.recordedAt().isBefore(from) && change.recordedAt().isBefore(until);
        return read(
                cursor,
                () -> Stream.concat(
                                shown(tenant, book(committed, tenant).after(cursor.sequence())),
                                uncommitted(tenant).after(cursor.sequence()))
                        .filter(inPeriod));
    }

    /** A subject's sequences in the order of the instants their changes occurred at, committed and the writer's own. */
    List<SortedKeys> byInstant(TenantId tenant, UUID subject) {
        return SortedKeys.filled(
                book(committed, tenant).byInstant(subject), uncommitted(tenant).byInstant(subject));
    }

    /** The change of a sequence, as the writer has left it. */
    @Nullable
    Change find(TenantId tenant, long sequence) {
        Change mine = uncommitted(tenant).find(sequence);
        Change found = mine == null ? book(committed, tenant).find(sequence) : mine;
        return found == null
                ? null
                : shown(tenant, Stream.of(found)).findFirst().orElse(found);
    }

    private List<Change> read(Cursor cursor, Supplier<Stream<Change>> found) {
        return transactions.read(() -> found.get().limit(cursor.limit()).toList());
    }

    private Book uncommitted(TenantId tenant) {
        return transactions.isWriting() ? book(pending, tenant) : Book.EMPTY;
    }

    private static Book book(Map<TenantId, Book> books, TenantId tenant) {
        return books.getOrDefault(tenant, Book.EMPTY);
    }

    @Override
    public void commit() {
        erased.forEach((tenant, changes) ->
                changes.values().forEach(change -> book(committed, tenant).replace(change)));
        pending.forEach((tenant, book) ->
                committed.computeIfAbsent(tenant, none -> new Book()).commit(book));
    }

    @Override
    public void dropPending() {
        pending.clear();
        erased.clear();
    }
}
