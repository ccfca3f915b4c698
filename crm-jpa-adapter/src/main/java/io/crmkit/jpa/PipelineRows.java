package io.crmkit.jpa;

import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Pipelines to rows and back. */
final class PipelineRows {

    static final Mapping<Pipeline, PipelineId, PipelineRow> MAPPING = new Mapping<>(
            PipelineRow.class,
            "name",
            List.of("stages"),
            PipelineRow::new,
            PipelineRows::fill,
            PipelineRows::toDomain,
            PipelineId::new);

    private PipelineRows() {}

    private static void fill(Pipeline pipeline, PipelineRow row) {
        row.name = pipeline.name();
        row.nameFolded = Folding.folded(row.name);
        List<StageColumns> stages =
                pipeline.stages().stream().map(PipelineRows::columns).toList();
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
                row.stages.stream().map(PipelineRows::stage).toList());
    }

    private static StageColumns columns(Stage stage) {
        StageColumns columns = new StageColumns();
        columns.stage = stage.id().value();
        columns.name = stage.name();
        columns.kind = Codes.STAGE_KIND.of(stage.kind());
        return columns;
    }

    private static Stage stage(StageColumns columns) {
        return new Stage(new StageId(columns.stage), columns.name, Codes.STAGE_KIND.constant(columns.kind));
    }
}
