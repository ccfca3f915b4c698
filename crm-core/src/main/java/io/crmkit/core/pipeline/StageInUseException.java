package io.crmkit.core.pipeline;

import io.crmkit.core.value.CrmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Stages were to be retired in which open opportunities stand, and nobody said where these go; nothing was done. */
public final class StageInUseException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient PipelineId pipeline;
    private final transient Map<StageId, Long> open;

    /**
     * Makes the exception.
     *
     * @param pipeline the pipeline
     * @param open how many open opportunities stand in each stage that was to be retired, 1 or more, in stage order
     */
    public StageInUseException(Pipeline pipeline, Map<Stage, Long> open) {
        super(
                "pipeline '%s' cannot retire stages with open opportunities, for which no other stage is named: %s"
                        .formatted(
                                pipeline.name(),
                                open.entrySet().stream()
                                        .map(entry -> "'" + entry.getKey().name() + "' has " + entry.getValue())
                                        .collect(Collectors.joining("; "))),
                null);
        this.pipeline = pipeline.id();
        Map<StageId, Long> byId = new LinkedHashMap<>();
        open.forEach((stage, count) -> byId.put(stage.id(), count));
        this.open = Collections.unmodifiableMap(byId);
    }

    /**
     * Returns which pipeline.
     *
     * @return its identity
     */
    public PipelineId pipeline() {
        return pipeline;
    }

    /**
     * Returns the stages in use.
     *
     * @return how many open opportunities stand in each
     */
    public Map<StageId, Long> open() {
        return open;
    }
}
