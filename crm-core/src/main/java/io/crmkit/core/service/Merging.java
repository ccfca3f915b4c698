package io.crmkit.core.service;

import io.crmkit.core.audience.MergeFields;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.MergeId;
import io.crmkit.core.party.MergeRefusedException;
import io.crmkit.core.party.MergeRule;
import io.crmkit.core.party.MergedField;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import io.crmkit.core.value.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One merge: what it would do, and, in a transaction whose saves are written down, doing it. */
final class Merging<N extends Noun<I>, I extends Identifier> {

    /* each further attempt means that somebody else has changed one of the two meanwhile */
    private static final int ATTEMPTS = 10;

    private final Call call;
    private final MergeParty<N, I> party;
    private final MergeRecords command;

    Merging(Call call, MergeParty<N, I> party, MergeRecords command) {
        this.call = call;
        this.party = party;
        this.command = command;
    }

    /** The two records as they are. */
    private record Pair<N>(N survivor, N merged) {}

    MergePlan plan() {
        requireRulesThatFit();
        Pair<N> pair = pair();
        requireWhole(pair);
        MergeOutcome<N> outcome = outcome(pair);
        List<String> conflicts = new ArrayList<>();
        party.untangled(call.stores(), call.tenant(), outcome.result(), command.merged(), conflicts);
        conflicts.addAll(0, outcome.conflicts());
        return new MergePlan(command, outcome.choices(), moves(), conflicts);
    }

    private List<MergeMove> moves() {
        List<MergeMove> moves = new ArrayList<>();
        for (MergeReference<?, ?> reference : party.references()) {
            long count = reference.count(call.stores(), call.tenant(), command.merged());
            moves.add(new MergeMove(reference.noun(), reference.path(), count));
        }
        return moves;
    }

    Merge run() {
        requireRulesThatFit();
        for (int attempt = 1; ; attempt++) {
            Pair<N> pair = pair();
            if (command.survivor().equals(party.mergedInto(pair.merged()))) {
                return done();
            }
            requireWhole(pair);
            try {
                return merged(pair);
            } catch (StaleRevisionException overtaken) {
                if (attempt == ATTEMPTS || !isOneOfThem(overtaken.id().value())) {
                    throw overtaken;
                }
            }
        }
    }

    private boolean isOneOfThem(UUID id) {
        return id.equals(command.survivor()) || id.equals(command.merged());
    }

    private Merge merged(Pair<N> pair) {
        long from = call.stores().journal().last(call.tenant());
        MergeOutcome<N> outcome = outcome(pair);
        N result = party.untangled(call.stores(), call.tenant(), outcome.result(), command.merged(), new ArrayList<>());
        List<N> both =
                new ArrayList<>(List.of(result, party.merged(pair.merged(), command.survivor(), PartyState.MERGED)));
        both.sort(Comparator.comparing(noun -> noun.id().value().toString()));
        // the two first: whoever saves them merges them, and everybody else waits here
        party.store(call.stores()).saveAll(call.tenant(), both);
        for (MergeReference<?, ?> reference : party.references()) {
            reference.repoint(call.stores(), call.tenant(), command.merged(), command.survivor());
        }
        List<MergedField> fields = new ArrayList<>(outcome.changes(result));
        fields.add(new MergedField(Unmerging.STATE, party.state(pair.merged()).name(), PartyState.MERGED.name()));
        return recorded(from, fields);
    }

    private Merge recorded(long from, List<MergedField> fields) {
        Merge merge = new Merge(
                new MergeId(call.ids().next()),
                Revision.NONE,
                party.kind(),
                command.survivor(),
                command.merged(),
                command.reason(),
                call.clock().instant(),
                from,
                call.stores().journal().last(call.tenant()),
                fields,
                null);
        return call.stores().merges().save(call.tenant(), merge);
    }

    private Merge done() {
        var same = MergeFields.MERGED
                .is(command.merged())
                .and(MergeFields.SURVIVOR.is(command.survivor()))
                .and(MergeFields.UNDONE_AT.isSet().not());
        return call.stores().merges().select(call.tenant(), same, PageRequest.first(1)).items().stream()
                .findFirst()
                .orElseThrow(() -> new MergeRefusedException(
                        "merged must not be merged already: %s %s was merged into %s by way of another"
                                .formatted(party.kind(), command.merged(), command.survivor())));
    }

    private Pair<N> pair() {
        if (command.survivor().equals(command.merged())) {
            throw new MergeRefusedException(
                    "merged must not be the survivor itself: %s %s".formatted(party.kind(), command.merged()));
        }
        I survivor = party.id(command.survivor());
        I merged = party.id(command.merged());
        Map<I, N> found = party.store(call.stores()).findAll(call.tenant(), List.of(survivor, merged));
        return new Pair<>(existing(found, survivor), existing(found, merged));
    }

    private static <N, I extends Identifier> N existing(Map<I, N> found, I id) {
        return Optional.ofNullable(found.get(id)).orElseThrow(() -> new NotFoundException(id));
    }

    private void requireWhole(Pair<N> pair) {
        requireWhole("survivor", pair.survivor());
        requireWhole("merged", pair.merged());
    }

    private void requireWhole(String which, N noun) {
        UUID into = party.mergedInto(noun);
        if (into != null) {
            throw new MergeRefusedException("%s must not be merged already: %s %s was merged into %s"
                    .formatted(which, party.kind(), noun.id().value(), into));
        }
        if (party.state(noun) == PartyState.ERASED) {
            throw new MergeRefusedException("%s must not be erased: %s %s"
                    .formatted(which, party.kind(), noun.id().value()));
        }
    }

    private MergeOutcome<N> outcome(Pair<N> pair) {
        return new MergeOutcome<>(party, command.rules(), this::lastSet, pair.survivor(), pair.merged());
    }

    /* the sequence of the last change of a field, 0 where the journal tells of none */
    private long lastSet(N noun, String field) {
        Cursor cursor = Cursor.END;
        while (true) {
            List<Change> changes = call.stores().journal().before(call.tenant(), noun.id(), cursor);
            for (Change change : changes) {
                if (change.fields().stream().anyMatch(one -> one.field().equals(field))) {
                    return change.sequence();
                }
            }
            if (changes.size() < cursor.limit()) {
                return 0;
            }
            cursor = cursor.at(changes.get(changes.size() - 1).sequence());
        }
    }

    private void requireRulesThatFit() {
        Set<String> single = new TreeSet<>();
        party.fields().forEach(field -> single.add(field.name()));
        Set<String> known = new TreeSet<>(single);
        known.addAll(List.of(MergeOutcome.CONTACT_POINTS, MergeOutcome.CUSTOM, MergeOutcome.TAGS));
        List<Violation> broken = new ArrayList<>();
        command.rules().forEach((field, rule) -> {
            Rule unfit = known.contains(field)
                    ? unfit(rule, single.contains(field))
                    : Rule.of("crmkit.mergeField", "fields", String.join(", ", known));
            if (unfit != null) {
                broken.add(call.commands().violation("rules[" + Text.shown(field) + "]", rule.name(), unfit));
            }
        });
        if (!broken.isEmpty()) {
            throw call.commands().refused("MergeRecords", broken);
        }
    }

    private static @Nullable Rule unfit(MergeRule rule, boolean single) {
        boolean fits = rule == MergeRule.SURVIVOR || single == (rule != MergeRule.UNION);
        return fits ? null : Rule.of(single ? "crmkit.mergeOneValue" : "crmkit.mergeManyValues");
    }
}
