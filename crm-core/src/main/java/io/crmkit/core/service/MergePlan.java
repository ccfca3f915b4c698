package io.crmkit.core.service;

import java.util.List;

/**
 * What a merge would do.
 *
 * @param command the wish
 * @param choices each field in which the records differ, and which value is kept
 * @param moves what would be re-pointed, of each field that points to such records; with a count of 0 where nothing does
 * @param conflicts what would be lost or cannot stay as it is, in words; none where nothing would
 */
public record MergePlan(
        MergeRecords command, List<MergeChoice> choices, List<MergeMove> moves, List<String> conflicts) {

    /** Makes a plan. */
    public MergePlan {
        choices = List.copyOf(choices);
        moves = List.copyOf(moves);
        conflicts = List.copyOf(conflicts);
    }
}
