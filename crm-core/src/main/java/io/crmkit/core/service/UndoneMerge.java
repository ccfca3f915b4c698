package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.Merge;
import java.util.List;

/**
 * What undoing a merge has come to.
 *
 * @param merge the merge as stored, undone
 * @param restored how many records were pointed back
 * @param remainders what was left as it is, since it has changed after the merge
 */
public record UndoneMerge(Merge merge, long restored, List<MergeRemainder> remainders) {

    /** Makes an answer. */
    public UndoneMerge {
        requireNonNull(merge, "merge");
        remainders = List.copyOf(remainders);
    }
}
