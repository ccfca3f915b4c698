package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.pipeline.MoveCorrection;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.view.StageMove;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moves opportunities from stage to stage, one or many, by the same gates. */
final class StageMoves {

    private final Call call;
    private final Map<PipelineId, Pipeline> pipelines = new HashMap<>();

    StageMoves(Call call) {
        this.call = requireNonNull(call, "call");
    }

    Instant now() {
        return call.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A pipeline in its newest version, read once. */
    Pipeline pipeline(PipelineId id) {
        Pipeline known = pipelines.get(id);
        if (known == null) {
            known = call.stores().pipelines().find(call.tenant(), id).orElseThrow(() -> new NotFoundException(id));
            pipelines.put(id, known);
        }
        return known;
    }

    /** The opportunity moved, not yet stored. */
    Opportunity moved(Opportunity stored, MoveOpportunity move) {
        requireCurrent(stored, move.from());
        Instant at = move.at() == null ? now() : move.at();
        requireBetween(
                "MoveOpportunity", "at", at, earliest(stored, stored.standing().enteredAt()));
        Pipeline pipeline = pipeline(stored.standing().pipeline());
        Stage to = pipeline.definition(stored.standing().version())
                .stage(move.stage())
                .orElseThrow(() -> new NotFoundException(move.stage()));
        Opportunity explained = move.ending() == null ? stored : stored.withEnding(move.ending());
        Opportunity moved = explained.movedTo(to, pipeline, day(at), isApproved(stored, move.approvedBy()));
        return moved.standing().equals(stored.standing()) ? moved : moved.enteredAt(at, day(at));
    }

    /** The opportunity known to have entered a stage at another instant, not yet stored. */
    Opportunity corrected(Opportunity stored, CorrectMove correct, List<StageMove> moves) {
        requireCurrent(stored, correct.from());
        int last = moves.size() - 1;
        int place = correct.move() == null ? last : place(moves, correct.move());
        Instant before = place > 0 ? moves.get(place - 1).at() : null;
        Instant at = correct.enteredAt();
        requireBetween("CorrectMove", "enteredAt", at, earliest(stored, before));
        if (place == last) {
            return stored.enteredAt(at, day(at));
        }
        Instant next = moves.get(place + 1).at();
        if (at.isAfter(next)) {
            throw refused("enteredAt", at, Rule.of("crmkit.notAfterNext", "next", next));
        }
        return stored.corrected(new MoveCorrection(moves.get(place).revision(), at));
    }

    private int place(List<StageMove> moves, Revision move) {
        for (int i = 0; i < moves.size(); i++) {
            if (moves.get(i).revision().equals(move)) {
                return i;
            }
        }
        throw refused("move", move.number(), Rule.of("crmkit.aMove"));
    }

    private InvalidCommandException refused(String field, Object value, Rule rule) {
        return call.commands().refused("CorrectMove", field, value, rule);
    }

    /** The opportunity in another pipeline, not yet stored. */
    Opportunity relocated(Opportunity stored, RelocateOpportunity wish) {
        requireCurrent(stored, wish.from());
        Pipeline into = pipeline(wish.pipeline());
        new PipelineTeams(call).requireUsed(into, stored.parties().owner());
        Standing place = wish.stages().isEmpty() ? anew(into) : mapped(stored, wish, into);
        Instant now = now();
        return stored.relocatedTo(place.enteredAt(now), into, day(now), isApproved(stored, wish.approvedBy()));
    }

    private static Standing anew(Pipeline into) {
        return Standing.in(into, into.openStages().get(0));
    }

    private Standing mapped(Opportunity stored, RelocateOpportunity wish, Pipeline into) {
        StageId stage = stored.standing().stage();
        StageId target = wish.stages().get(stage);
        if (target == null) {
            throw call.commands().refused("RelocateOpportunity", "stages", stage, Rule.of("crmkit.stageMapped"));
        }
        Standing place = Standing.in(into, into.stage(target).orElseThrow(() -> new NotFoundException(target)));
        StageId reached = wish.stages().get(stored.standing().reached());
        boolean isOpenStage = reached != null
                && into.openStages().stream().anyMatch(open -> open.id().equals(reached));
        return isOpenStage && into.order(requireNonNull(reached)) > into.order(place.reached())
                ? new Standing(place.pipeline(), place.version(), place.stage(), reached, place.outcome(), null)
                : place;
    }

    /** Where a won or lost opportunity goes when it is opened again. */
    static StageId reopened(Opportunity stored) {
        if (stored.standing().outcome() == Outcome.OPEN) {
            throw new IllegalArgumentException("opportunity '%s' must be won or lost to be reopened; it is open"
                    .formatted(stored.label().name()));
        }
        return stored.standing().reached();
    }

    static void requireCurrent(Opportunity stored, Revision from) {
        if (!stored.revision().equals(from)) {
            throw new StaleRevisionException(stored.id(), from, stored.revision());
        }
    }

    private static boolean isApproved(Opportunity stored, @Nullable SellerId by) {
        return by != null && !by.equals(stored.parties().owner());
    }

    private void requireBetween(String command, String field, Instant at, @Nullable Instant earliest) {
        Instant now = now();
        if (at.isAfter(now)) {
            throw call.commands().refused(command, field, at, Rule.of("crmkit.notAfter", "now", now));
        } else if (earliest != null && at.isBefore(earliest)) {
            throw call.commands().refused(command, field, at, Rule.of("crmkit.notEarlier", "since", earliest));
        }
    }

    /* neither before the stage before, nor before the day it was opened */
    private @Nullable Instant earliest(Opportunity stored, @Nullable Instant enteredBefore) {
        LocalDate opened = stored.dates().openedOn();
        Instant morning = opened == null
                ? null
                : opened.atStartOfDay(call.clock().getZone()).toInstant();
        boolean later = morning != null && (enteredBefore == null || morning.isAfter(enteredBefore));
        return later ? morning : enteredBefore;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, call.clock().getZone());
    }
}
