package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.service.MoveReport.Result;
import io.crmkit.core.value.CrmException;
import io.crmkit.core.value.Given;
import io.crmkit.core.value.NotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Many moves at once: records are read and written together, and each is judged by itself. */
final class BulkMoves {

    private static final int MOST = 1_000;

    private final Call call;
    private final StageMoves moves;
    private final Map<OpportunityId, Opportunity> stored = new HashMap<>();
    private final Map<OpportunityId, Opportunity> moved = new LinkedHashMap<>();

    BulkMoves(Call call) {
        this.call = requireNonNull(call, "call");
        this.moves = new StageMoves(call);
    }

    MoveReport of(List<MoveOpportunity> commands) {
        Given.each("commands", commands);
        if (commands.size() > MOST) {
            throw new IllegalArgumentException("commands must be at most 1,000, not " + commands.size());
        }
        return Recording.write(call.stores(), call.actor(), call.clock(), recording -> {
            read(commands);
            List<Optional<CrmException>> refusals = new ArrayList<>();
            commands.forEach(command -> refusals.add(refusal(command)));
            save(recording);
            return report(commands, refusals);
        });
    }

    private void read(List<MoveOpportunity> commands) {
        List<OpportunityId> ids = commands.stream()
                .map(MoveOpportunity::opportunity)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        stored.putAll(call.stores().opportunities().findAll(call.tenant(), ids));
    }

    private Optional<CrmException> refusal(MoveOpportunity command) {
        try {
            MoveOpportunity move = call.commands().check(command);
            Opportunity now = moved.getOrDefault(move.opportunity(), stored.get(move.opportunity()));
            if (now == null) {
                throw new NotFoundException(move.opportunity());
            }
            moved.put(move.opportunity(), moves.moved(now, move));
            return Optional.empty();
        } catch (CrmException refused) {
            return Optional.of(refused);
        }
    }

    /* in ascending identity, so that two that move the same wait for each other, not for ever */
    private void save(Recording recording) {
        List<Opportunity> inOrder = moved.values().stream()
                .sorted(java.util.Comparator.comparing(each -> each.id().toString()))
                .toList();
        recording
                .stores()
                .opportunities()
                .saveAll(call.tenant(), inOrder)
                .forEach(saved -> moved.put(saved.id(), saved));
    }

    private MoveReport report(List<MoveOpportunity> commands, List<Optional<CrmException>> refusals) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            MoveOpportunity move = commands.get(i);
            Optional<Opportunity> now =
                    refusals.get(i).isPresent() ? Optional.empty() : Optional.ofNullable(moved.get(move.opportunity()));
            results.add(new Result(move, now, refusals.get(i)));
        }
        return new MoveReport(results);
    }
}
