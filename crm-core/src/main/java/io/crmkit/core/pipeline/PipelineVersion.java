package io.crmkit.core.pipeline;

import java.util.List;

/**
 * A definition of a pipeline that newer ones have superseded; the opportunities opened by it are judged by it still.
 *
 * @param version its number, 1 or more
 * @param stages its stages in order
 */
public record PipelineVersion(int version, List<Stage> stages) {

    /**
     * Makes a version.
     *
     * @throws IllegalArgumentException if the version is not 1 or more
     */
    public PipelineVersion {
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more: " + version);
        }
        stages = List.copyOf(stages);
    }
}
