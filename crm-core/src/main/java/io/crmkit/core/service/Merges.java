package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.MergeId;
import io.crmkit.core.party.MergeRefusedException;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Noun;
import java.util.UUID;

/**
 * People and companies that were found to be the same, and were made one.
 *
 * <p>Definition: the survivor takes from the merged record what it lacks, and whatever pointed to the merged record points
 * to the survivor: activities, opportunities, leads, branches, and what was merged into it before. The merged record stays
 * as it was, out of use, and its identity leads to the survivor for ever. Quotes and orders stay as they are: what was sent
 * is not changed, and the identities in them lead on.
 *
 * <p>Records are saved in ascending identity, the two first, so that nobody else merges them meanwhile; what points to them
 * follows in batches, all in one transaction, the host's. Within {@link io.crmkit.core.CrmSession#together} this takes the
 * lock of the tenant's journal where it stands: make it the last command.
 */
public final class Merges extends Records<Merge, MergeId> {

    private static final MergePeople PEOPLE = new MergePeople();
    private static final MergeCompanies COMPANIES = new MergeCompanies();

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Merges(Call call) {
        super(call, call.stores().merges());
    }

    /**
     * Tells what {@link #merge} would do, and does nothing: which value of each field is kept and why, how many records
     * would be re-pointed, and what would be lost.
     *
     * @param command which records, and how
     * @return the plan
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule, or a rule names no field of the noun or
     *     does not fit it
     * @throws NotFoundException if one of the records does not exist
     * @throws MergeRefusedException if they are the same record, or one of them is merged or erased
     */
    public MergePlan plan(MergeRecords command) {
        MergeRecords checked = checked(command);
        return checked.kind() == DuplicateKind.PERSON
                ? new Merging<>(call(), PEOPLE, checked).plan()
                : new Merging<>(call(), COMPANIES, checked).plan();
    }

    /**
     * Merges one record into another. The same merge asked for again, by however many at a time, is done once: every call
     * answers the first.
     *
     * @param command which records, and how
     * @return the merge as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule, or a rule names no field of the noun or
     *     does not fit it
     * @throws NotFoundException if one of the records does not exist
     * @throws MergeRefusedException if they are the same record, or one of them is merged into a third, or erased
     */
    public Merge merge(MergeRecords command) {
        MergeRecords checked = checked(command);
        return Recording.write(call().stores(), call().actor(), call().clock(), recording -> {
            Call over = call().over(recording.stores());
            return checked.kind() == DuplicateKind.PERSON
                    ? new Merging<>(over, PEOPLE, checked).run()
                    : new Merging<>(over, COMPANIES, checked).run();
        });
    }

    private MergeRecords checked(MergeRecords command) {
        MergeRecords checked = call().commands().check(command);
        if (checked.kind() == DuplicateKind.LEAD) {
            throw new MergeRefusedException("kind must be PERSON or COMPANY: leads are converted, not merged");
        }
        return checked;
    }

    /**
     * Undoes a merge: both records get back what the merge had changed, and what it re-pointed points to the merged record
     * again, each unless it has changed since.
     *
     * @param id the merge
     * @return the merge as stored, how much was pointed back, and what was left as it is
     * @throws NotFoundException if the merge does not exist
     * @throws MergeRefusedException if it was undone already, or the survivor was merged itself since
     */
    public UndoneMerge undo(MergeId id) {
        return Recording.write(call().stores(), call().actor(), call().clock(), recording -> {
            Call over = call().over(recording.stores());
            Merge merge = required(id);
            return merge.kind() == DuplicateKind.PERSON
                    ? new Unmerging<>(over, PEOPLE, merge).run()
                    : new Unmerging<>(over, COMPANIES, merge).run();
        });
    }

    /**
     * Resolves the identity of a person, merged or not.
     *
     * @param id the identity
     * @return the person it stands for now; itself where it was not merged
     * @throws NotFoundException if there is no such person
     */
    public PersonId resolve(PersonId id) {
        return new PersonId(resolved(PEOPLE, requireNonNull(id, "id")));
    }

    /**
     * Resolves the identity of a company, merged or not.
     *
     * @param id the identity
     * @return the company it stands for now; itself where it was not merged
     * @throws NotFoundException if there is no such company
     */
    public CompanyId resolve(CompanyId id) {
        return new CompanyId(resolved(COMPANIES, requireNonNull(id, "id")));
    }

    /* one step is enough: who was merged into a record that is merged itself is led on with it */
    private <N extends Noun<I>, I extends Identifier> UUID resolved(MergeParty<N, I> party, I id) {
        N noun = party.store(call().stores()).find(call().tenant(), id).orElseThrow(() -> new NotFoundException(id));
        UUID into = party.mergedInto(noun);
        return into == null ? id.value() : into;
    }
}
