package io.crmkit.jpa;

import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Pipelines to rows and back. */
final class PipelineRows {

    static final Mapping<Pipeline, PipelineId, PipelineRow> MAPPING = new Mapping<>(
            PipelineRow.class,
            "name",
            List.of(new Parts<>(StageRow.class, row -> row.stages)),
            PipelineRow::new,
            PipelineRows::fill,
            PipelineRows::toDomain,
            PipelineId::new);

    private PipelineRows() {}

    private static void fill(Pipeline pipeline, PipelineRow row) {
        row.name = pipeline.name();
        row.nameFolded = Folding.folded(row.name);
        List<StageRow> stages = pipeline.stages().stream().map(StageRow::of).toList();
        if (!stages.equals(row.stages)) {
            row.stages.clear();
            row.stages.addAll(stages);
        }
    }

    static Pipeline toDomain(PipelineRow row) {
        return new Pipeline(
                new PipelineId(row.id),
                new Revision(row.revision),
                row.name,
                row.stages.stream().map(StageRow::stage).toList());
    }
}
