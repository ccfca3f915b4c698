package io.crmkit.core.service;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.MergeRefusedException;
import io.crmkit.core.party.MergedField;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Noun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Undoing one merge, in a transaction whose saves are written down. */
final class Unmerging<N extends Noun<I>, I extends Identifier> {

    /* the merged record's state, beside the fields of the survivor */
    static final String STATE = "merged.relationship.state";

    private final Call call;
    private final MergeParty<N, I> party;
    private final Merge merge;
    private final List<MergeRemainder> remainders = new ArrayList<>();

    Unmerging(Call call, MergeParty<N, I> party, Merge merge) {
        this.call = call;
        this.party = party;
        this.merge = merge;
    }

    UndoneMerge run() {
        requireStanding();
        N survivor = existing(merge.survivor());
        N merged = existing(merge.merged());
        UUID further = party.mergedInto(survivor);
        if (further != null) {
            throw new MergeRefusedException("survivor must not be merged itself to undo a merge: %s %s was merged into "
                            .formatted(party.kind(), merge.survivor())
                    + further + ", undo that first");
        }
        List<N> both = new ArrayList<>(List.of(restored(survivor, merged), unmerged(merged)));
        both.sort(Comparator.comparing(noun -> noun.id().value().toString()));
        party.store(call.stores()).saveAll(call.tenant(), both);
        long back = 0;
        for (MergeReference<?, ?> reference : party.references()) {
            back += pointBack(reference);
        }
        Merge undone = call.stores()
                .merges()
                .save(call.tenant(), merge.undone(call.clock().instant()));
        return new UndoneMerge(undone, back, remainders);
    }

    private void requireStanding() {
        if (merge.undoneAt() != null) {
            throw new MergeRefusedException(
                    "merge must not be undone already: %s was undone at %s".formatted(merge.id(), merge.undoneAt()));
        }
    }

    private N existing(UUID id) {
        I identity = party.id(id);
        return party.store(call.stores())
                .find(call.tenant(), identity)
                .orElseThrow(() -> new NotFoundException(identity));
    }

    private N unmerged(N merged) {
        PartyState state = merge.fields().stream()
                .filter(field -> field.field().equals(STATE))
                .map(field -> PartyState.valueOf(Objects.requireNonNull(field.before())))
                .findFirst()
                .orElse(PartyState.ACTIVE);
        if (party.state(merged) == PartyState.ERASED) {
            remain(merged, STATE, PartyState.MERGED.name(), PartyState.ERASED.name());
            return merged;
        }
        return party.merged(merged, null, state);
    }

    private void remain(N noun, String field, @Nullable String after, @Nullable String found) {
        remainders.add(new MergeRemainder(party.noun(noun), noun.id().value(), field, after, found));
    }

    private N restored(N survivor, N merged) {
        N restored = survivor;
        for (MergeField<N> field : party.fields()) {
            Optional<MergedField> change = change(field.name());
            String found = field.read().apply(survivor);
            if (change.isPresent() && Objects.equals(found, change.get().after())) {
                restored = field.with().apply(restored, change.get().before());
            } else if (change.isPresent()) {
                remain(survivor, field.name(), change.get().after(), found);
            }
        }
        return party.with(restored, contactPoints(survivor, merged), custom(survivor, merged), tags(survivor));
    }

    private Optional<MergedField> change(String field) {
        return merge.fields().stream()
                .filter(change -> change.field().equals(field))
                .findFirst();
    }

    private List<ContactPoint> contactPoints(N survivor, N merged) {
        List<ContactPoint> points = new ArrayList<>(party.contactPoints(survivor));
        List<ContactPoint> theirs = party.contactPoints(merged);
        for (int i = 0; i < theirs.size(); i++) {
            String field = MergeOutcome.CONTACT_POINTS + "[" + i + "]";
            if (change(field).isPresent() && !points.remove(theirs.get(i))) {
                remain(survivor, field, theirs.get(i).matchKey(), null);
            }
        }
        return points;
    }

    private Set<String> tags(N survivor) {
        Set<String> tags = new TreeSet<>(party.tags(survivor));
        for (MergedField field : merge.fields()) {
            if (field.field().startsWith(MergeOutcome.TAGS + "[") && !tags.remove(field.after())) {
                remain(survivor, field.field(), field.after(), null);
            }
        }
        return tags;
    }

    private CustomFields custom(N survivor, N merged) {
        CustomFields custom = party.custom(survivor);
        for (FieldKey<?> key : party.custom(merged).keys()) {
            String field = MergeOutcome.CUSTOM + "." + key.name();
            if (change(field).isPresent()) {
                Object found = custom.get(key);
                Object theirs = party.custom(merged).get(key);
                if (theirs != null && theirs.equals(found)) {
                    custom = custom.without(key);
                } else {
                    remain(survivor, field, String.valueOf(theirs), found == null ? null : found.toString());
                }
            }
        }
        return custom;
    }

    /* the journal tells which records this merge has pointed from the one to the other */
    private long pointBack(MergeReference<?, ?> reference) {
        long back = 0;
        Cursor cursor = Cursor.START.at(merge.journalFrom());
        while (cursor.sequence() < merge.journalUntil()) {
            List<Change> changes = call.stores().journal().after(call.tenant(), cursor);
            List<UUID> ids = changes.stream()
                    .filter(change -> change.sequence() <= merge.journalUntil())
                    .filter(change -> isMove(change, reference))
                    .map(change -> change.subject().value())
                    .toList();
            if (!ids.isEmpty()) {
                back += reference.pointBack(
                        call.stores(), call.tenant(), ids, merge.survivor(), merge.merged(), remainders);
            }
            if (changes.isEmpty()) {
                break;
            }
            cursor = cursor.at(changes.get(changes.size() - 1).sequence());
        }
        return back;
    }

    private boolean isMove(Change change, MergeReference<?, ?> reference) {
        return reference.isOf(change.subject())
                && change.fields().stream()
                        .anyMatch(field -> reference.isAt(field.field())
                                && merge.merged().toString().equals(field.before())
                                && merge.survivor().toString().equals(field.after()));
    }
}
