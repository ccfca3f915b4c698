package io.crmkit.core.service;

import io.crmkit.core.journal.Subject;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What merging has to know of a noun: its fields, and who points to its records.
 *
 * @param <N> the noun
 * @param <I> its identifier type
 */
abstract class MergeParty<N extends Noun<I>, I extends Identifier> {

    abstract DuplicateKind kind();

    abstract Store<N, I> store(Stores stores);

    abstract I id(UUID value);

    /** The fields of one value each. */
    abstract List<MergeField<N>> fields();

    abstract List<ContactPoint> contactPoints(N noun);

    abstract CustomFields custom(N noun);

    abstract Set<String> tags(N noun);

    abstract N with(N noun, List<ContactPoint> contactPoints, CustomFields custom, Set<String> tags);

    abstract PartyState state(N noun);

    @Nullable
    abstract UUID mergedInto(N noun);

    /** The record as merged into another, or, with a state of its own, as merged into none. */
    abstract N merged(N noun, @Nullable UUID into, PartyState state);

    /** The fields, of all nouns, that may point to such a record. */
    abstract List<MergeReference<?, ?>> references();

    /** The survivor once nothing of it points to itself, with what that costs told in words. */
    N untangled(Stores stores, TenantId tenant, N survivor, UUID merged, List<String> conflicts) {
        return survivor;
    }

    String noun(N noun) {
        return Subject.of(noun).kind();
    }
}
