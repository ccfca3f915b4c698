package io.crmkit.core.service;

import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.value.Revision;
import java.util.List;

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
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws IllegalArgumentException if two stages share a name, or none is open
     */
    public Pipeline define(DefinePipeline command) {
        DefinePipeline define = call().commands().check(command);
        List<Stage> stages = define.stages().stream()
                .map(stage -> stage.stage(new StageId(call().ids().next())))
                .toList();
        return added(new Pipeline(new PipelineId(call().ids().next()), Revision.NONE, define.name(), stages));
    }
}
