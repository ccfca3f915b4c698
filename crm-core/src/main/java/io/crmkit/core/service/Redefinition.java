package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageInUseException;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.service.RedefinePipeline.StageRevision;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pipeline's new version, and what becomes of the stages left out. */
final class Redefinition {

    private final Call call;
    private final Pipeline stored;
    private final RedefinePipeline wish;
    private final List<Stage> stages = new ArrayList<>();

    Redefinition(Call call, Pipeline stored, RedefinePipeline wish) {
        this.call = requireNonNull(call, "call");
        this.stored = stored;
        this.wish = wish;
    }

    Pipeline stored() {
        requireKnownStages();
        wish.stages().forEach(stage -> stages.add(stage.definition().stage(idOf(stage))));
        Pipeline next = stored.redefined(stages);
        requireNamedTargets(next);
        return Recording.write(call.stores(), call.actor(), call.clock(), recording -> {
            Map<Stage, Stage> moves = moves(next);
            moves.forEach((left, target) -> moveAll(left, target, next, recording));
            return recording.save(call.stores().pipelines(), stored, next);
        });
    }

    private StageId idOf(StageRevision stage) {
        StageId kept = stage.keeps();
        return kept == null ? new StageId(call.ids().next()) : kept;
    }

    private void requireKnownStages() {
        List<Violation> violations = new ArrayList<>();
        Set<StageId> seen = new HashSet<>();
        for (int i = 0; i < wish.stages().size(); i++) {
            StageId kept = wish.stages().get(i).keeps();
            if (kept != null && (stored.stage(kept).isEmpty() || !seen.add(kept))) {
                violations.add(call.commands().violation("stages[" + i + "].keeps", kept, Rule.of("crmkit.stageKept")));
            }
        }
        refuse(violations);
    }

    private void requireNamedTargets(Pipeline next) {
        List<Violation> violations = new ArrayList<>();
        wish.retired().forEach((left, name) -> {
            if (stored.stage(left).isEmpty() || next.stage(left).isPresent()) {
                violations.add(call.commands().violation("retired", left, Rule.of("crmkit.stageKept")));
            }
            if (next.stageNamed(name).isEmpty()) {
                violations.add(call.commands().violation("retired", name, Rule.of("crmkit.stageNamed")));
            }
        });
        refuse(violations);
    }

    private void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw call.commands().refused("RedefinePipeline", violations);
        }
    }

    /* which stages are left by whom, and for which */
    private Map<Stage, Stage> moves(Pipeline next) {
        Map<Stage, Stage> moves = new LinkedHashMap<>();
        Map<Stage, Long> unnamed = new LinkedHashMap<>();
        for (Stage left : stored.stages()) {
            long open = next.stage(left.id()).isPresent()
                    ? 0
                    : call.stores().opportunities().count(call.tenant(), openIn(left));
            String name = wish.retired().get(left.id());
            if (open > 0 && name == null) {
                unnamed.put(left, open);
            } else if (open > 0) {
                moves.put(left, next.stageNamed(requireNonNull(name)).orElseThrow());
            }
        }
        if (!unnamed.isEmpty()) {
            throw new StageInUseException(stored, unnamed);
        }
        return moves;
    }

    private Criterion<Opportunity> openIn(Stage stage) {
        return OpportunityFields.PIPELINE
                .is(stored.id())
                .and(OpportunityFields.STAGE.is(stage.id()))
                .and(OpportunityFields.OUTCOME.is(Outcome.OPEN));
    }

    private void moveAll(Stage left, Stage target, Pipeline next, Recording recording) {
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent()) {
            Page<Opportunity> page = call.stores().opportunities().select(call.tenant(), openIn(left), request.get());
            recording
                    .stores()
                    .opportunities()
                    .saveAll(
                            call.tenant(),
                            page.items().stream()
                                    .map(each -> moved(each, target, next))
                                    .toList());
            request = page.next(PageRequest.LARGEST);
        }
    }

    private Opportunity moved(Opportunity opportunity, Stage target, Pipeline next) {
        Instant now = call.clock().instant();
        LocalDate today = LocalDate.now(call.clock());
        Standing place = Standing.in(next, target).enteredAt(now);
        return opportunity.relocatedTo(place, next, today, true);
    }
}
