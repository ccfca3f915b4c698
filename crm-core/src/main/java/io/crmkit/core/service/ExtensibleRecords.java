package io.crmkit.core.service;

import io.crmkit.core.port.Store;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;

/**
 * What can be done with the records of a noun that hosts may add to.
 *
 * @param <N> the noun
 * @param <I> its identifier type
 */
public abstract class ExtensibleRecords<N extends Noun<I> & Extensible<N>, I extends Identifier> extends Records<N, I> {

    /**
     * Serves one noun.
     *
     * @param call the call served
     * @param store the noun's store
     */
    ExtensibleRecords(Call call, Store<N, I> store) {
        super(call, store);
    }

    /**
     * Changes a record's custom fields and tags, and nothing else of it.
     *
     * @param id the record
     * @param command what the host's own part of it is to say
     * @param from the revision the caller has seen
     * @return the record as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule; all of them are named
     * @throws io.crmkit.core.value.NotFoundException if the record does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed it since
     */
    public N extend(I id, Extension command, Revision from) {
        Extension extension = call().commands().check(command);
        N stored = current(id, from);
        return changed(stored, stored.withCustom(extension.custom()).withTags(extension.tags()));
    }
}
