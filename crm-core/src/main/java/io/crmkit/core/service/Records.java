package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Store;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of the records of any noun.
 *
 * @param <N> the noun
 * @param <I> its identifier type
 */
public abstract class Records<N extends Noun<I>, I extends Identifier> {

    private final Call call;
    private final Store<N, I> store;

    /**
     * Serves one noun.
     *
     * @param call the call served
     * @param store the noun's store
     */
    Records(Call call, Store<N, I> store) {
        this.call = requireNonNull(call, "call");
        this.store = requireNonNull(store, "store");
    }

    /**
     * Finds a record.
     *
     * @param id the identity
     * @return the record, or empty where it does not exist or belongs to another tenant
     */
    public Optional<N> find(I id) {
        return store.find(call.tenant(), requireNonNull(id, "id"));
    }

    /**
     * Lists records by ascending identity, which by default is the order they were made in.
     *
     * @param request how many, and after which
     * @return the page
     */
    public final Page<N> page(PageRequest request) {
        return store.page(call.tenant(), requireNonNull(request, "request"));
    }

    /**
     * Counts the records.
     *
     * @return how many the tenant has
     */
    public final long count() {
        return store.count(call.tenant());
    }

    /**
     * Lists the records that are meant, by ascending identity; archived ones too, unless the criterion leaves them out.
     *
     * @param criterion which records
     * @param request how many, and after which
     * @return the page
     */
    public Page<N> select(Criterion<N> criterion, PageRequest request) {
        return store.select(call.tenant(), requireNonNull(criterion, "criterion"), requireNonNull(request, "request"));
    }

    /**
     * Counts the records that are meant.
     *
     * @param criterion which records
     * @return how many of the tenant's records it is true for
     */
    public final long count(Criterion<N> criterion) {
        return store.count(call.tenant(), requireNonNull(criterion, "criterion"));
    }

    /**
     * Returns the call served.
     *
     * @return the call
     */
    final Call call() {
        return call;
    }

    /**
     * Finds a record that must exist.
     *
     * @param id the identity
     * @return the record
     * @throws NotFoundException if it does not exist
     */
    final N required(I id) {
        return find(id).orElseThrow(() -> new NotFoundException(id));
    }

    /**
     * Finds a record that must exist as the caller has seen it.
     *
     * @param id the identity
     * @param from the revision the caller has seen
     * @return the record
     * @throws io.crmkit.core.value.NotFoundException if it does not exist
     * @throws StaleRevisionException if somebody else changed it since
     */
    N current(I id, Revision from) {
        N stored = required(id);
        if (!stored.revision().equals(requireNonNull(from, "from"))) {
            throw new StaleRevisionException(id, from, stored.revision());
        }
        return stored;
    }

    /**
     * Stores a new record in the host's transaction, and writes it down.
     *
     * @param noun the record
     * @return the record as stored
     */
    final N added(N noun) {
        return recorded(null, noun);
    }

    /**
     * Stores many new records in the host's transaction, and writes them down, a thousand at a time.
     *
     * @param nouns the records
     * @return the records as stored, in the same order
     */
    final List<N> added(List<N> nouns) {
        return Recording.write(call.stores(), call.actor(), call.clock(), recording -> recording.addAll(store, nouns));
    }

    /**
     * Stores a changed record in the host's transaction, and writes down what changed.
     *
     * @param before the record as it was read
     * @param noun the record, at the same revision
     * @return the record as stored
     */
    final N changed(N before, N noun) {
        return recorded(before, noun);
    }

    private N recorded(@Nullable N before, N noun) {
        return Recording.write(
                call.stores(), call.actor(), call.clock(), recording -> recording.save(store, before, noun));
    }
}
