package io.crmkit.core.pipeline;

import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.CrmException;

/** A pipeline is not used by the team of the seller in charge; nothing was done. */
public final class PipelineUseException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient PipelineId pipeline;
    private final transient SellerId owner;

    /**
     * Makes the exception.
     *
     * @param pipeline the pipeline
     * @param owner the seller in charge
     */
    public PipelineUseException(Pipeline pipeline, SellerId owner) {
        super("pipeline '%s' is not used by the team of seller %s".formatted(pipeline.name(), owner), null);
        this.pipeline = pipeline.id();
        this.owner = owner;
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
     * Returns the seller in charge.
     *
     * @return the seller's identity
     */
    public SellerId owner() {
        return owner;
    }
}
