package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.value.Identifier;
import java.util.List;

/**
 * What an erasure reaches, or has reached.
 *
 * @param person the person
 * @param holds the duties to keep that are in force; while there are any, nothing is erased
 * @param records how many records are changed: the person's, activities about the person, consents, duties that are over
 * @param changes how many of the journal's changes texts are erased from; those that the erasure itself appends are left
 *     out
 * @param suppressions how many addresses are newly suppressed
 * @param mentions records that are not the person's and have the person's name in theirs, such as an opportunity
 *     {@code Deal with Ann Lee}, or in what a quote says; they are left as they are, for somebody to look at: at most 1,000 of each noun
 */
public record ErasureReach(
        PersonId person,
        List<RetentionHold> holds,
        int records,
        long changes,
        int suppressions,
        List<Identifier> mentions) {

    /** Makes a reach. */
    public ErasureReach {
        requireNonNull(person, "person");
        holds = List.copyOf(holds);
        mentions = List.copyOf(mentions);
    }

    /**
     * Tells whether there is nothing to erase, as after an erasure.
     *
     * @return true where no record, change or address is reached
     */
    public boolean isEmpty() {
        return records == 0 && changes == 0 && suppressions == 0;
    }
}
