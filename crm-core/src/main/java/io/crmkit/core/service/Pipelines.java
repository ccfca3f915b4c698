package io.crmkit.core.service;

import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pipelines negotiations pass through. */
public final class Pipelines extends Records<Pipeline, PipelineId> {

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Pipelines(Call call) {
        super(call, call.stores().pipelines());
    }

    /**
     * Defines a pipeline.
     *
     * @param command its name and stages, in order
     * @return the pipeline as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule, two stages share a name, or none is
     *     open
     */
    public Pipeline define(DefinePipeline command) {
        DefinePipeline define = call().commands().check(command, new StageRules(call().commands())::broken);
        new Mentions().addAll(define.use().teams()).require(call());
        List<Stage> stages = define.stages().stream()
                .map(stage -> stage.stage(new StageId(call().ids().next())))
                .toList();
        return added(new Pipeline(
                new PipelineId(call().ids().next()), Revision.NONE, define.name(), define.use(), 1, stages, List.of()));
    }

    /**
     * Gives a pipeline another definition, in a new version.
     *
     * <p>Opportunities stay in the version they entered and are judged by it. Open ones in a stage that is left out move to
     * the stage named for it, in the new version and by its gate.
     *
     * @param command the pipeline, its stages as they are to be, and where to go from those left out
     * @return the pipeline as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule or names a stage that does not exist,
     *     two stages share a name, or none is open
     * @throws io.crmkit.core.value.NotFoundException if the pipeline does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed it since
     * @throws io.crmkit.core.pipeline.StageInUseException if open opportunities stand in a stage left out for which no other
     *     is named
     * @throws io.crmkit.core.pipeline.StageMoveException if the gate of the stage named keeps an opportunity out
     */
    public Pipeline redefine(RedefinePipeline command) {
        RedefinePipeline wish = call().commands().check(command, new StageRules(call().commands())::broken);
        return new Redefinition(call(), current(wish.pipeline(), wish.from()), wish).stored();
    }

    /**
     * Calls a pipeline otherwise, or uses it for something else; neither makes a new version.
     *
     * @param command the pipeline, its name and its use
     * @return the pipeline as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws io.crmkit.core.value.NotFoundException if the pipeline does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed it since
     */
    public Pipeline use(UsePipeline command) {
        UsePipeline wish = call().commands().check(command);
        Pipeline stored = current(wish.pipeline(), wish.from());
        new Mentions()
                .addAll(wish.use().teams())
                .except(new Mentions().addAll(stored.use().teams()))
                .require(call());
        return changed(stored, stored.called(wish.name(), wish.use()));
    }

    /**
     * Lists the pipelines a seller may use: those of the seller's team or one it is part of, and those of every team.
     *
     * @param seller the seller
     * @return the pipelines, by ascending identity
     */
    public List<Pipeline> usedBy(SellerId seller) {
        Set<TeamId> line = new PipelineTeams(call()).line(seller);
        List<Pipeline> used = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (next.isPresent()) {
            Page<Pipeline> page = page(next.get());
            page.items().stream().filter(each -> each.use().isFor(line)).forEach(used::add);
            next = page.next(PageRequest.LARGEST);
        }
        return List.copyOf(used);
    }
}
