package io.crmkit.core.service;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field in which records of a noun point to what is merged.
 *
 * @param noun the noun, as the journal calls it
 * @param path the field, as the journal calls it; of a list, with nothing in the brackets
 * @param store the noun's store
 * @param id makes the noun's identity
 * @param pointingTo means the records that point to another
 * @param pointer reads where a record points to; of several, the one asked for, or null
 * @param pointed the record pointing from one to another
 */
record MergeReference<N extends Noun<I>, I extends Identifier>(
        String noun,
        String path,
        Function<Stores, Store<N, I>> store,
        Function<UUID, I> id,
        Function<UUID, Criterion<N>> pointingTo,
        Pointer<N> pointer,
        Pointed<N> pointed) {

    /** Reads where a record points to. */
    interface Pointer<N> {
        @Nullable
        UUID of(N noun, UUID sought);
    }

    /** Makes a record point elsewhere. */
    interface Pointed<N> {
        N of(N noun, UUID from, UUID to);
    }

    /** A reference in a field of one value. */
    static <N extends Noun<I>, I extends Identifier, T extends Identifier> MergeReference<N, I> of(
            String noun,
            String path,
            Function<Stores, Store<N, I>> store,
            Function<UUID, I> id,
            Field<N, T> field,
            Function<UUID, T> target,
            BiFunction<N, T, N> with) {
        return new MergeReference<>(
                noun,
                path,
                store,
                id,
                record -> field.is(target.apply(record)),
                (record, sought) -> {
                    T found = field.read(record);
                    return found == null ? null : found.value();
                },
                (record, from, to) -> with.apply(record, target.apply(to)));
    }

    private static final int AT_ONCE = 500;

    long count(Stores stores, TenantId tenant, UUID record) {
        return store.apply(stores).count(tenant, pointingTo.apply(record));
    }

    /** Points records from one to another, in batches by ascending identity. */
    void repoint(Stores stores, TenantId tenant, UUID from, UUID to) {
        Store<N, I> records = store.apply(stores);
        Optional<PageRequest> next = Optional.of(PageRequest.first(AT_ONCE));
        while (next.isPresent()) {
            Page<N> page = records.select(tenant, pointingTo.apply(from), next.get());
            if (!page.items().isEmpty()) {
                records.saveAll(
                        tenant,
                        page.items().stream()
                                .map(noun -> pointed.of(noun, from, to))
                                .toList());
            }
            next = page.next(AT_ONCE);
        }
    }

    /** Points records back that still point where they were pointed to, and tells of the others; answers how many. */
    long pointBack(
            Stores stores,
            TenantId tenant,
            Collection<UUID> ids,
            UUID survivor,
            UUID merged,
            List<MergeRemainder> remainders) {
        Store<N, I> records = store.apply(stores);
        List<N> back = new ArrayList<>();
        for (N noun : records.findAll(tenant, ids.stream().map(id).toList()).values()) {
            UUID found = pointer.of(noun, survivor);
            if (survivor.equals(found)) {
                back.add(pointed.of(noun, survivor, merged));
            } else {
                String text = found == null ? null : found.toString();
                remainders.add(new MergeRemainder(this.noun, noun.id().value(), path, survivor.toString(), text));
            }
        }
        back.sort((one, other) ->
                one.id().value().toString().compareTo(other.id().value().toString()));
        records.saveAll(tenant, back);
        return back.size();
    }

    boolean isOf(Subject subject) {
        return subject.kind().equals(noun);
    }

    boolean isAt(String field) {
        return field.equals(path)
                || (path.contains("[]") && field.replaceAll("\\[\\d+]", "[]").equals(path));
    }
}
